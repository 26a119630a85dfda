"""How VACE samples: what a person chooses, and the film that a step expects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np

_SEEDS = 2**32


class Scheduler(StrEnum):
    """How noise is taken away, step by step."""

    UNIPC = "UniPC"
    EULER = "Euler"
    DPM = "DPM++"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """What a generation goes by, beside what it is given. `seed` is for noise made on the
    processor, so that it is the same on every machine."""

    prompt: str = ""
    negative: str = ""
    steps: int = 30
    guidance: float = 5.0
    flow_shift: float = 3.0
    scheduler: Scheduler = Scheduler.UNIPC
    seed: int = 42
    strength: float = 1.0
    """How much is made anew of a film to begin from; below 1 the first steps are left out."""
    conditioning_scale: float = 1.0
    layer_scales: tuple[float, ...] = ()
    """How much each of the model's layers heeds what it is given, first to last, on top of that;
    fewer numbers than layers are spread over them."""
    heeds_from: float = 0.0
    heeds_until: float = 1.0
    """Between which shares of the steps it heeds what it is given."""

    @property
    def taken(self) -> int:
        """The steps that are made."""
        return max(1, min(self.steps, round(self.steps * self.strength)))

    @property
    def is_guided(self) -> bool:
        """Whether words that are not wanted count."""
        return self.guidance > 1.0

    def scales(self, layers: int) -> list[float]:
        """How much each layer counts."""
        spread = self.layer_scales or (1.0,)
        places = np.linspace(0, len(spread) - 1, layers)
        return [
            self.conditioning_scale * float(one)
            for one in np.interp(places, range(len(spread)), spread)
        ]

    def heeds(self, step: int) -> bool:
        """Whether what is given counts in a step, the first of all being 0."""
        share = (step + 0.5) / self.steps
        return self.heeds_from <= share <= self.heeds_until


class Denoised:
    """The finished film as a scheduler expects it, after each of its steps: far nearer to the
    result than what is still noisy."""

    def __init__(self, scheduler: Any, latents: Any) -> None:
        self._scheduler = scheduler
        self._before = latents

    def after(self, step: int, latents: Any) -> Any:
        """The estimate of step `step`, which led to `latents`."""
        before, self._before = self._before, latents
        outputs = getattr(self._scheduler, "model_outputs", None)
        if outputs is not None:
            return outputs[-1]
        now, then = self._scheduler.sigmas[step], self._scheduler.sigmas[step + 1]
        return before - now * (latents - before) / (then - now)


def seeded(sampling: Sampling, count: int) -> list[Sampling]:
    """The same with this seed and those after it."""
    return [replace(sampling, seed=(sampling.seed + at) % _SEEDS) for at in range(count)]
