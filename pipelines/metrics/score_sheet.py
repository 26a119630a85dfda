"""Scores of several ways to make one clip as a report: who wins what, and where it is worst."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipelines.metrics.comparison import Comparison
from pipelines.metrics.differences import PSNR_MOST
from pipelines.metrics.measures import PSNR, WEIGHTED_PSNR, Better, Measure
from pipelines.values import Axis, Curve, Report, Worst

MADE, COPIED, FADED = "This clip", "Copy of the last key", "Cross-fade"
_WORST = {Better.HIGHER: Worst.LOW, Better.LOWER: Worst.HIGH, Better.NEAR_ONE: Worst.NEITHER}
_LISTED = 5
_WORDS = {1: "won", -1: "lost", 0: "even"}

Rows = Mapping[str, Comparison]
"""By method, that which is judged first."""


def sheet(rows: Rows, keys: Sequence[int]) -> Report:
    """The table of measures and methods, the verdict first, and each measure as curves."""
    lines = [*_verdict(rows), "", *_table(rows), "", *_worst(rows), *_notes(keys)]
    return Report("\n".join(lines), _curves(rows), _axes(rows))


def _verdict(rows: Rows) -> list[str]:
    """One sentence: what is lost to a way that costs nothing, or that nothing is."""
    others = list(rows)[1:]
    lost = {name: _compared(rows, name, -1) for name in others}
    if _means(rows, 0).get(PSNR) is None:
        return ["Every frame is a key that was given: there is nothing to measure."]
    beaten_by = [name for name in others if PSNR in lost[name] or WEIGHTED_PSNR in lost[name]]
    if beaten_by:
        come = "come" if len(beaten_by) > 1 else "comes"
        return [f"**No result yet: {_spoken(beaten_by)} {come} closer to the true frames.**"]
    even = [name for name in others if not _compared(rows, name, 1)]
    if even:
        return [f"**No result yet: it is no better than {_spoken(even)}.**"]
    named = [f"{name}: {_titles(found)}" for name, found in lost.items() if found]
    if named:
        return [f"**Closer to the true frames than both, but loses to {'; to '.join(named)}.**"]
    return ["**Closer to the true frames than copying and cross-fading; it loses in no measure.**"]


def _table(rows: Rows) -> list[str]:
    names = list(rows)
    lines = [
        "| measure | " + " | ".join(names) + " |",
        "|---|" + "---|" * len(names),
    ]
    for measure, judged in _means(rows, 0).items():
        if judged is None:
            continue
        cells = [f"**{_number(measure, judged)}**"]
        for place in range(1, len(names)):
            other = _means(rows, place).get(measure)
            if other is None:
                cells.append("–")
                continue
            word = f" ({_WORDS[measure.compare(judged, other)]})" if measure.judged else ""
            cells.append(f"{_number(measure, other)}{word}")
        lines.append(f"| {_head(measure)} | " + " | ".join(cells) + " |")
    return lines


def _worst(rows: Rows) -> list[str]:
    curve = next(iter(rows.values())).curves[PSNR]
    known = ((frame, value) for frame, value in enumerate(curve) if value is not None)
    frames = [frame for frame, value in known if value < PSNR_MOST]
    frames.sort(key=lambda frame: (curve[frame] or 0.0, frame))
    if not frames:
        return []
    named = ", ".join(f"{frame} ({curve[frame]:.1f} dB)" for frame in frames[:_LISTED])
    return [f"Furthest from the true clip on frames {named}.", ""]


def _notes(keys: Sequence[int]) -> list[str]:
    return [
        f"{len(keys)} key frames were given and do not count. “Won” and “lost” say how this clip"
        " does against that column. Higher is better for PSNR, SSIM, likeness and consistency,"
        " lower for what is an error, a distance or a drift; the temporal ratio should be 1: below"
        " it the clip is too still, above it it flickers. A still is perfectly consistent: read"
        " temporal consistency beside the ratio."
    ]


def _curves(rows: Rows) -> dict[str, Curve]:
    return {
        f"{measure.name} {place}": curve
        for place, row in enumerate(rows.values())
        for measure, curve in row.curves.items()
        if any(value is not None for value in curve)
    }


def _axes(rows: Rows) -> dict[str, Axis]:
    return {
        f"{measure.name} {place}": Axis(measure.title, measure.unit, name, _WORST[measure.better])
        for place, (name, row) in enumerate(rows.items())
        for measure, curve in row.curves.items()
        if any(value is not None for value in curve)
    }


def _compared(rows: Rows, name: str, outcome: int) -> list[Measure]:
    """The measures in which the judged way does so against another."""
    judged, other = _means(rows, 0), rows[name].means
    pairs = [(measure, value, other.get(measure)) for measure, value in judged.items()]
    return [
        measure
        for measure, value, theirs in pairs
        if measure.judged
        and value is not None
        and theirs is not None
        and measure.compare(value, theirs) == outcome
    ]


def _means(rows: Rows, place: int) -> Mapping[Measure, float | None]:
    return list(rows.values())[place].means


def _head(measure: Measure) -> str:
    arrow = {Better.HIGHER: "↑", Better.LOWER: "↓", Better.NEAR_ONE: "→ 1"}[measure.better]
    unit = f" ({measure.unit})" if measure.unit and measure.better is not Better.NEAR_ONE else ""
    return f"{measure.title}{unit} {arrow}"


def _number(measure: Measure, value: float) -> str:
    return f"{value:.{measure.digits}f}"


def _spoken(names: Sequence[str]) -> str:
    words = {COPIED: "copying the last key", FADED: "a cross-fade"}
    return " and ".join(words.get(name, name) for name in names)


def _titles(measures: Sequence[Measure]) -> str:
    return ", ".join(measure.title for measure in measures)
