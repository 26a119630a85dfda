"""The shapes between two painted masks: signed distances, blended, with their edges' softness.

Raya and Udupa, "Shape-based interpolation of multidimensional objects", IEEE TMI 9 (1990). Both
shapes are laid centre on centre first, so that one which travels does not vanish on its way.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

from pipelines.masking.patches import Patch
from pipelines.painting.coverage import Area
from pipelines.values import Pixels8

Depths = NDArray[np.float32]

_PER_PIXEL = 4
"""Steps of depth in a pixel."""
_FARTHEST = 96.0
"""Softness beyond this many pixels from the edge is cut off."""
_ROOM = 2
_RISE = 1e-6
"""What is flat rises by this, so that it can be looked up."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What the frames between two keys are made of.

    `depths` (2, h, w) are the signed distances of both shapes in pixels, above 0 inside, laid
    centre on centre; `corners` (2, 2) say where (x, y) that window lies for each; `edges` (2, 256)
    at which depth each mask reaches each 255th of its `peaks` (2), its greatest strength. A gap
    between shapes of which one is empty holds.
    """

    depths: Depths
    corners: Depths
    edges: Depths
    peaks: Depths

    @property
    def holds(self) -> bool:
        """Whether there is no shape in between."""
        return not self.depths.size

    def arrays(self) -> dict[str, Depths]:
        """What it holds in memory."""
        return {
            "depths": self.depths,
            "corners": self.corners,
            "edges": self.edges,
            "peaks": self.peaks,
        }


def prepare(first: Patch, second: Patch) -> Gap:
    """Measure two masks, once for all the frames between them."""
    boxes = [_box(patch.values) for patch in (first, second)]
    centres = [_centre(patch.values) for patch in (first, second)]
    if None in boxes or None in centres:
        nothing = np.zeros(2, np.float32)
        return Gap(np.zeros((2, 0, 0), np.float32), nothing, nothing, nothing)
    window = _window([box for box in boxes if box], [centre for centre in centres if centre])
    laid = [
        _laid(patch.values, centre, window)
        for patch, centre in zip((first, second), centres, strict=True)
        if centre is not None
    ]
    depths = np.stack([_depth(values) for values in laid])
    edges = [_edge(values, depth) for values, depth in zip(laid, depths, strict=True)]
    peaks = [values.max() for values in laid]
    corners = [
        (patch.x + centre[0] + window[0], patch.y + centre[1] + window[1])
        for patch, centre in zip((first, second), centres, strict=True)
        if centre is not None
    ]
    return Gap(depths, np.array(corners, np.float32), np.stack(edges), np.array(peaks, np.float32))


def render(gap: Gap, t: float) -> Patch:
    """The mask at `t` (0 first key .. 1 second key) of a gap that does not hold."""
    import cv2

    depth = cv2.addWeighted(gap.depths[0], 1 - t, gap.depths[1], t, 0)
    x, y = (gap.corners[0] * (1 - t) + gap.corners[1] * t).tolist()
    left, top = floor(x), floor(y)
    if x != left or y != top:
        height, width = depth.shape
        shift = np.array([[1, 0, x - left], [0, 1, y - top]], np.float32)
        edge = cv2.BORDER_REPLICATE
        depth = cv2.warpAffine(depth, shift, (width + 1, height + 1), borderMode=edge)
    table = _table(gap, t)
    return Patch(left, top, table[_steps(np.asarray(depth, np.float32), len(table))])


def _box(values: Pixels8) -> Area | None:
    """Where a mask is not 0, (left, top, right, bottom)."""
    import cv2

    x, y, width, height = cv2.boundingRect(values)
    return (x, y, x + width, y + height) if width else None


def _centre(values: Pixels8) -> tuple[int, int] | None:
    """The centre of a shape, at half strength or more; None where it is nowhere that strong."""
    import cv2

    moments = cv2.moments((values >= 128).view(np.uint8), binaryImage=True)
    area = moments["m00"]
    return (round(moments["m10"] / area), round(moments["m01"] / area)) if area else None


def _window(boxes: list[Area], centres: list[tuple[int, int]]) -> Area:
    """The area, seen from the centre of a shape, that holds both."""
    left = min(box[0] - x for box, (x, _) in zip(boxes, centres, strict=True))
    top = min(box[1] - y for box, (_, y) in zip(boxes, centres, strict=True))
    right = max(box[2] - x for box, (x, _) in zip(boxes, centres, strict=True))
    bottom = max(box[3] - y for box, (_, y) in zip(boxes, centres, strict=True))
    return left - _ROOM, top - _ROOM, right + _ROOM, bottom + _ROOM


def _laid(values: Pixels8, centre: tuple[int, int], window: Area) -> Pixels8:
    """A mask in the window, the shape's centre in its place."""
    left, top = centre[0] + window[0], centre[1] + window[1]
    made = np.zeros((window[3] - window[1], window[2] - window[0]), np.uint8)
    height, width = values.shape
    part = values[
        max(top, 0) : min(top + made.shape[0], height),
        max(left, 0) : min(left + made.shape[1], width),
    ]
    row, column = max(-top, 0), max(-left, 0)
    made[row : row + part.shape[0], column : column + part.shape[1]] = part
    return made


def _depth(values: Pixels8) -> Depths:
    """How deep each pixel lies behind the edge at half strength, within a quarter of a pixel."""
    import cv2

    height, width = values.shape
    fine = cv2.resize(values, (width * 2, height * 2), interpolation=cv2.INTER_LINEAR)
    white = (fine >= 128).view(np.uint8)
    inside, outside = (
        cv2.distanceTransform(side, cv2.DIST_L2, cv2.DIST_MASK_5) for side in (white, 1 - white)
    )
    depth = cv2.subtract(inside, outside)
    depth -= np.where(white > 0, np.float32(0.5), np.float32(-0.5))
    half = cv2.resize(depth, (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(half * np.float32(0.5), np.float32)


def _edge(values: Pixels8, depth: Depths) -> Depths:
    """The depth at which a mask is as strong as each 255th of its peak; deeper is never weaker."""
    soft = np.abs(depth[(values > 0) & (values < values.max())])
    reach = min(float(soft.max()) if soft.size else 0.0, _FARTHEST) + 1.0
    count = _count(reach)
    steps = _steps(depth, count).reshape(-1)
    total = np.bincount(steps, values.reshape(-1), count)
    found = np.bincount(steps, minlength=count)
    known = np.flatnonzero(found)
    means = np.interp(np.arange(count), known, total[known] / found[known])
    rising = np.maximum.accumulate(means) / values.max() + np.arange(count) * _RISE
    depths = (np.arange(count) - count // 2) / _PER_PIXEL
    return np.interp(np.arange(256) / 255, rising, depths).astype(np.float32)


def _table(gap: Gap, t: float) -> Pixels8:
    """How strong the mask at `t` is at each step of depth."""
    edge = gap.edges[0] * (1 - t) + gap.edges[1] * t + np.arange(256) * _RISE
    peak = float(gap.peaks[0] * (1 - t) + gap.peaks[1] * t)
    count = _count(float(np.abs(edge).max()) + 1)
    depths = (np.arange(count) - count // 2) / _PER_PIXEL
    return (np.interp(depths, edge, np.linspace(0, peak, 256)) + 0.5).astype(np.uint8)


def _count(reach: float) -> int:
    """Steps of depth from -reach to reach."""
    return 2 * round(reach * _PER_PIXEL) + 1


def _steps(depth: Depths, count: int) -> NDArray[np.int32]:
    """Depths as numbers of `count` steps."""
    middle = count // 2
    steps = np.rint(depth * np.float32(_PER_PIXEL)).astype(np.int32)
    return np.clip(steps + middle, 0, count - 1)
