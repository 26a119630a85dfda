"""How a film that was made stands to the film that it was made from, and to its mask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from pipelines.metrics.motion import movement, temporal_ratio
from pipelines.metrics.planes import colours
from pipelines.metrics.seams import seam_score
from pipelines.values import Image, Mask

_SHOWS = 1.25
"""A seam this much stronger than the source's own is told."""
_STILL, _RESTLESS = 0.5, 2.0
"""Shares of the source's motion below and above which a film is told to stand still, to flicker."""


@dataclass(slots=True)
class CaseMeasures:
    """Sums over the frames of one case; `add` takes them in their order."""

    most_kept: float = 0.0
    _kept: list[float] = field(default_factory=list[float])
    _changed: list[float] = field(default_factory=list[float])
    _seams: list[float] = field(default_factory=list[float])
    _own_seams: list[float] = field(default_factory=list[float])
    _moved: list[float] = field(default_factory=list[float])
    _moved_before: list[float] = field(default_factory=list[float])
    _last: tuple[Image, Image] | None = None

    def add(self, made: Image, source: Image, mask: Mask | None) -> None:
        """A frame with that of the source and its mask, all of one size."""
        if self._last is not None:
            self._moved.append(movement(self._last[0], made))
            self._moved_before.append(movement(self._last[1], source))
        self._last = made, source
        if mask is None:
            return
        apart = np.abs(colours(made) - colours(source)).mean(axis=2)
        inside = mask.pixels >= 128
        if not inside.all():
            self.most_kept = max(self.most_kept, float(apart[~inside].max()))
            self._kept.append(float(apart[~inside].mean()))
        if inside.any():
            self._changed.append(float(apart[inside].mean()))
            for seams, picture in ((self._seams, made), (self._own_seams, source)):
                score = seam_score(picture, mask)
                if score is not None:
                    seams.append(score)

    def row(self) -> tuple[str, ...]:
        """A cell for each of HEAD."""
        kept = _mean(self._kept)
        told = "" if kept is None else f"{kept:.2f} (most {self.most_kept:.0f})"
        seam, own = _mean(self._seams), _mean(self._own_seams)
        seams = "" if seam is None or own is None else f"{seam:.2f} (source {own:.2f})"
        return told, _said(_mean(self._changed), "{:.1f}"), seams, _said(self._motion(), "{:.0%}")

    def artefacts(self) -> list[str]:
        """What is likely seen to be wrong."""
        found: list[str] = []
        seam, own, motion = _mean(self._seams), _mean(self._own_seams), self._motion()
        if self.most_kept > 0:
            found.append(f"outside the mask it differs by up to {self.most_kept:.0f} levels")
        if seam is not None and own is not None and seam > own * _SHOWS:
            found.append(f"the mask's edge shows: {seam / own:.1f} times as strong as before")
        if motion is not None and motion < _STILL:
            found.append(f"it moves less than the source: {motion:.0%} of it")
        if motion is not None and motion > _RESTLESS:
            found.append(f"it moves more than the source, or flickers: {motion:.0%} of it")
        return found

    def _motion(self) -> float | None:
        made, before = _mean(self._moved), _mean(self._moved_before)
        return None if made is None or before is None else temporal_ratio(made, before)


HEAD = (
    "outside the mask, levels apart",
    "inside it, levels apart",
    "seam",
    "motion by the source's",
)
"""What `CaseMeasures.row` has: levels are of 255, the mean of the colours."""


def _mean(numbers: Sequence[float]) -> float | None:
    return float(np.mean(numbers)) if numbers else None


def _said(number: float | None, form: str) -> str:
    return "" if number is None else form.format(number)
