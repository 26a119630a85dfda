"""How much a network betters the guess, on scenes that it was not trained with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from pipelines.refiner.network import ALIGN, Refiner
from pipelines.refiner.training.batches import batch_of
from pipelines.refiner.training.plan import Plan
from pipelines.refiner.training.samples import Sample, samples_of

HELD_OUT = 1_000_003
"""Added to the seed of a training: none of these scenes is in it."""
_AT_ONCE = 8


class Validated(NamedTuple):
    """One sample: decibels of the guess and of what was made of it, and the gap."""

    before: float
    after: float
    gap: int


class Validation(NamedTuple):
    """The samples of a validation, and the first ones as pictures: a, guess, mended, truth, b."""

    of: tuple[Validated, ...]
    rows: tuple[NDArray[np.uint8], ...]

    @property
    def gain(self) -> float:
        """Mean decibels won."""
        return float(np.mean([one.after - one.before for one in self.of]))

    @property
    def wins(self) -> float:
        """The share of samples that became better."""
        return float(np.mean([one.after > one.before for one in self.of]))

    def gain_at(self, gap: int) -> float | None:
        """Mean decibels won at a gap, None where there was none."""
        found = [one.after - one.before for one in self.of if one.gap == gap]
        return float(np.mean(found)) if found else None


def validated(network: Refiner, plan: Plan, device: torch.device) -> Validation:
    """Look at `plan.validated_with` scenes, each the same every time."""
    samples = _held_out(plan.seed + HELD_OUT, plan.validated_with, plan.side // ALIGN * ALIGN)
    found: list[Validated] = []
    rows: list[NDArray[np.uint8]] = []
    for first in range(0, len(samples), _AT_ONCE):
        part = samples[first : first + _AT_ONCE]
        for sample, frame in zip(part, _mended(network, part, device), strict=True):
            before, after = (_psnr(one, sample.truth) for one in (sample.guess, frame))
            found.append(Validated(before, after, round(float(sample.numbers[1]))))
            if len(rows) < 8:
                seen = (sample.a, sample.guess, frame, sample.truth, sample.b)
                rows.append(np.concatenate(seen, axis=1))
    return Validation(tuple(found), tuple(rows))


@lru_cache(maxsize=2)
def _held_out(seed: int, scenes: int, side: int) -> tuple[Sample, ...]:
    return tuple(samples_of(seed, index, side)[0] for index in range(scenes))


def _mended(network: Refiner, samples: Sequence[Sample], device: torch.device) -> NDArray[np.uint8]:
    with torch.inference_mode():
        frames = network(batch_of(samples, device).asked).frame
    whole = (frames.clamp(0, 1) * 255).round().to(torch.uint8)
    return np.ascontiguousarray(whole.cpu().numpy().transpose(0, 2, 3, 1))


def _psnr(made: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    error = np.square(made.astype(np.float32) - truth).mean()
    return float(10 * np.log10(255**2 / max(float(error), 1e-3)))
