"""Node: how large a mask is on each frame, and how it moves."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from nodes.example import Example
from nodes.node import node
from nodes.spec import Kind
from nodes.work import Work
from pipelines.values import Axis, Curve, Mask, MaskClip, Report, Worst

_JUMP = 0.5
_ROWS = 400
AXES = {
    "coverage": Axis("Coverage", "%", low=0),
    "area": Axis("Area", "px", low=0),
    "motion": Axis("Motion", "px", worst=Worst.HIGH, low=0),
}


class _Measured(NamedTuple):
    """One frame: pixels covered (soft ones in part), share of the picture, middle in pixels."""

    area: float
    coverage: float
    middle: tuple[float, float] | None


@node(
    "mask.statistics",
    icon="mdi6.chart-line",
    kind=Kind.CLIP,
    version=2,
    title="Mask Statistics",
    example=Example(
        {"film": "load.clip", "masks": "mask.paint", "numbers": "mask.statistics"},
        "film > masks.clip, masks.mask > numbers.masks",
    ),
)
def statistics(masks: MaskClip, work: Work) -> Report:
    """Measure a mask on each frame: how much it covers, where its middle is, how far that moves.

    Use it to find the frames where a mask went wrong: an area that jumps, a mask that is empty, a
    middle that leaps. Such frames are named first.

    Example: a propagated mask of 300 frames, to see at once that it is lost on frame 212.
    """
    found: list[_Measured] = []
    for index, mask in enumerate(work.frames(masks)):
        found.append(_measured(mask))
        work.progress(index + 1, len(masks))
    curves = {
        "coverage": tuple(100 * one.coverage for one in found),
        "area": tuple(one.area for one in found),
        "motion": _steps(found),
    }
    return Report("\n".join([*_summary(found), *_table(found)]), curves, AXES)


def _measured(mask: Mask) -> _Measured:
    weights = mask.pixels.astype(np.float32) / np.float32(255)
    area = float(weights.sum(dtype=np.float64))
    if not area:
        return _Measured(0.0, 0.0, None)
    across = float((weights.sum(axis=0) * (np.arange(mask.width) + 0.5)).sum(dtype=np.float64))
    down = float((weights.sum(axis=1) * (np.arange(mask.height) + 0.5)).sum(dtype=np.float64))
    return _Measured(area, area / weights.size, (across / area, down / area))


def _summary(found: list[_Measured]) -> list[str]:
    if not found:
        return ["The clip has no frames."]
    shares = [one.coverage for one in found]
    lines = [
        f"Covers {_per_cent(sum(shares) / len(shares))} of the picture on average,"
        f" from {_per_cent(min(shares))} to {_per_cent(max(shares))}.",
        "",
    ]
    empty = [str(at) for at, one in enumerate(found) if not one.area]
    if empty:
        lines += [f"Empty on {len(empty)} frames: {_listed(empty)}.", ""]
    jumps = [str(at) for at in range(1, len(found)) if _change(found[at - 1], found[at]) > _JUMP]
    if jumps:
        lines += [f"The area jumps on {len(jumps)} frames: {_listed(jumps)}.", ""]
    return lines


def _table(found: list[_Measured]) -> list[str]:
    lines = ["| frame | area | coverage | middle | moved |", "|---|---|---|---|---|"]
    for at, one in enumerate(found[:_ROWS]):
        middle = "–" if one.middle is None else f"{one.middle[0]:.1f}, {one.middle[1]:.1f}"
        moved = _moved(found[at - 1], one) if at else "–"
        lines.append(f"| {at} | {one.area:.0f} | {_per_cent(one.coverage)} | {middle} | {moved} |")
    if len(found) > _ROWS:
        lines += ["", f"The first {_ROWS} of {len(found)} frames."]
    return lines


def _change(before: _Measured, after: _Measured) -> float:
    """Of the larger area, how much came or went."""
    larger = max(before.area, after.area)
    return abs(after.area - before.area) / larger if larger else 0.0


def _steps(found: list[_Measured]) -> Curve:
    return tuple(_step(found[at - 1], one) if at else None for at, one in enumerate(found))


def _step(before: _Measured, after: _Measured) -> float | None:
    """How far the middle moved, in pixels; None where there is none to move."""
    if before.middle is None or after.middle is None:
        return None
    return float(np.hypot(*np.subtract(after.middle, before.middle)))


def _moved(before: _Measured, after: _Measured) -> str:
    step = _step(before, after)
    return "–" if step is None else f"{step:.1f}"


def _per_cent(share: float) -> str:
    return f"{100 * share:.2f} %"


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:12])
    return shown if len(names) <= 12 else f"{shown} …"
