"""A made clip against the true one, frame by frame: one frame of each is held."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pipelines.metrics.differences import l1, psnr, weighted_psnr
from pipelines.metrics.drift import colour_drift
from pipelines.metrics.lines import chamfer
from pipelines.metrics.measures import (
    CHAMFER,
    CONSISTENCY,
    DRIFT,
    L1,
    MEASURES,
    PSNR,
    SSIM,
    TEMPORAL_ERROR,
    TEMPORAL_RATIO,
    WEIGHTED_PSNR,
    Measure,
)
from pipelines.metrics.motion import (
    movement,
    temporal_consistency,
    temporal_error,
    temporal_ratio,
)
from pipelines.metrics.perceptual import Appearance
from pipelines.metrics.structure import ssim
from pipelines.premultiplied import Floats
from pipelines.values import Curve, Image

_PICTURES = {PSNR: psnr, SSIM: ssim, L1: l1, CHAMFER: chamfer}


class Comparison:
    """Scores of one clip, fed with its frames in order. `look` measures once more, by a model."""

    def __init__(
        self, measures: Collection[Measure] = MEASURES, *, look: Appearance | None = None
    ) -> None:
        self._look = look
        self._curves: dict[Measure, list[float | None]] = {one: [] for one in measures}
        if look is not None:
            self._curves[look.measure] = []
        self._last: tuple[Image, Image] | None = None
        self._moved = [0.0, 0.0]

    def add(
        self,
        made: Image,
        true: Image,
        *,
        weights: Floats | None = None,
        given: bool = False,
    ) -> None:
        """Measure the next frame.

        `weights`, (H, W), say where the keys around it differ (`divergence`). A `given` frame is a
        key that was not made: only the steps in time to it and from it are measured.
        """
        here = {} if given else self._pictures(made, true, weights)
        if self._last is not None:
            here |= self._steps(self._last, (made, true))
        for measure, curve in self._curves.items():
            curve.append(here.get(measure))
        self._last = made, true

    @property
    def curves(self) -> Mapping[Measure, Curve]:
        """Each measure on each frame; None where there is none: on a given key, and on the first
        frame for steps in time. Of the temporal ratio, that of the single step."""
        return {measure: tuple(curve) for measure, curve in self._curves.items()}

    @property
    def means(self) -> Mapping[Measure, float | None]:
        """Each measure over the clip: the mean of its frames; the ratio of sums for the temporal
        ratio. None where no frame has it."""
        means = {measure: _mean(curve) for measure, curve in self._curves.items()}
        if TEMPORAL_RATIO in means:
            steps = max(len(self._curves[TEMPORAL_RATIO]) - 1, 1)
            made, true = (total / steps for total in self._moved)
            means[TEMPORAL_RATIO] = temporal_ratio(made, true)
        return means

    def _pictures(
        self, made: Image, true: Image, weights: Floats | None
    ) -> dict[Measure, float | None]:
        here: dict[Measure, float | None] = {
            measure: score(made, true)
            for measure, score in _PICTURES.items()
            if measure in self._curves
        }
        if WEIGHTED_PSNR in self._curves and weights is not None:
            here[WEIGHTED_PSNR] = weighted_psnr(made, true, weights)
        if DRIFT in self._curves:
            here[DRIFT] = colour_drift(made, true).size
        if self._look is not None:
            here[self._look.measure] = self._look.score(made, true)
        return here

    def _steps(
        self, before: tuple[Image, Image], after: tuple[Image, Image]
    ) -> dict[Measure, float | None]:
        made, true = (before[0], after[0]), (before[1], after[1])
        here: dict[Measure, float | None] = {}
        if TEMPORAL_ERROR in self._curves:
            here[TEMPORAL_ERROR] = temporal_error(made, true)
        if TEMPORAL_RATIO in self._curves:
            moved = movement(*made), movement(*true)
            self._moved = [total + one for total, one in zip(self._moved, moved, strict=True)]
            here[TEMPORAL_RATIO] = temporal_ratio(*moved)
        if CONSISTENCY in self._curves:
            here[CONSISTENCY] = temporal_consistency(*made)
        return here


def _mean(curve: list[float | None]) -> float | None:
    known = [value for value in curve if value is not None]
    return sum(known) / len(known) if known else None
