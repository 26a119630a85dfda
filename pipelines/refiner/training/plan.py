"""What a training is: every number that its result depends on."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi


@dataclass(frozen=True, slots=True)
class Plan:
    """Two trainings of one plan on one machine give the same weights, however often they were
    interrupted.

    `side` is that of samples, `crop` of what is learned from at a time; each shard of `shard`
    scenes is gone through `passes` times. `validated_every` and `saved_every` count steps; after
    `patience` validations without a better one it ends (0: never).
    """

    seed: int = 0
    steps: int = 11500
    batch: int = 4
    side: int = 160
    crop: int = 128
    width: int = 32
    rate: float = 8e-4
    warm_up: int = 200
    decay: float = 1e-4
    averaged: float = 0.998
    mixed_precision: bool = True
    shard: int = 32
    passes: int = 3
    validated_every: int = 500
    validated_with: int = 24
    saved_every: int = 100
    patience: int = 0
    clips: str = ""
    clip_share: float = 0.3

    def rate_at(self, step: int) -> float:
        """The learning rate: up within `warm_up` steps, then down along a cosine."""
        if step < self.warm_up:
            return self.rate * (step + 1) / self.warm_up
        done = (step - self.warm_up) / max(self.steps - self.warm_up, 1)
        return self.rate * (0.02 + 0.98 * (1 + cos(pi * min(done, 1.0))) / 2)

    def averaged_at(self, step: int) -> float:
        """How much of the averaged weights is kept at a step: less at the beginning."""
        return min(self.averaged, (1 + step) / (10 + step))
