"""Samples as what the network is given: cut, turned and recoloured by chance, in torch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipelines.refiner.corruption import SIGMA
from pipelines.refiner.network import Asked
from pipelines.refiner.steering import steering
from pipelines.refiner.training.samples import Sample

_NOISY = 0.15
"""How often the guess gets noise: two in three times by its distance from the keys."""


class Batch(NamedTuple):
    """What the network is given and what it should answer; `known` weighs the steps into a, b."""

    asked: Asked
    truth: Tensor
    to_a: Tensor
    to_b: Tensor
    known: Tensor


def varied(sample: Sample, crop: int, chance: np.random.Generator) -> Sample:
    """A part of a sample, mirrored, turned and recoloured, its guess with noise now and then."""
    side = sample.a.shape[0]
    y, x = (int(one) for one in chance.integers(0, side - crop + 1, 2))
    made = [_cut(array, y, x, crop) for array in sample[:-1]]
    fields = (4, 6, 7)
    if chance.random() < 0.5:
        made = [array[:, ::-1] for array in made]
        for place in fields:
            made[place] = made[place] * np.array([-1, 1], np.float16)
    if chance.random() < 0.5:
        made = [array[::-1] for array in made]
        for place in fields:
            made[place] = made[place] * np.array([1, -1], np.float16)
    if chance.random() < 0.5:
        made = [array.swapaxes(0, 1) for array in made]
        for place in fields:
            made[place] = made[place][..., ::-1]
    colours = chance.permutation(3)
    negative = chance.random() < 0.15
    for place in range(4):
        picture = made[place][..., colours]
        made[place] = 255 - picture if negative else picture
    made[2] = _noised(made[2], float(sample.numbers[0]), chance)
    return sample._replace(**dict(zip(Sample._fields, made, strict=False)))


def batch_of(samples: Sequence[Sample], device: torch.device) -> Batch:
    """Samples of one size as tensors."""

    def pictures(place: int) -> Tensor:
        stacked = np.stack([np.moveaxis(sample[place], -1, 0) for sample in samples])
        return torch.from_numpy(stacked).to(device, torch.float32)

    a, b, guess, truth = (pictures(place) / 255 for place in range(4))
    share = np.stack([sample.share[None] for sample in samples])
    numbers = [[float(one) for one in sample.numbers] for sample in samples]
    steered = [
        steering(t, round(gap), round(level), trust=(trust_a, trust_b))
        for t, gap, level, trust_a, trust_b in numbers
    ]
    asked = Asked(
        a,
        b,
        guess,
        pictures(4),
        torch.from_numpy(share).to(device, torch.float32),
        torch.tensor([one[0] for one in numbers], device=device),
        torch.tensor(steered, device=device),
    )
    return Batch(asked, truth, pictures(6), pictures(7), pictures(8))


def _cut(array: NDArray[Any], y: int, x: int, crop: int) -> NDArray[Any]:
    return array[y : y + crop, x : x + crop]


def _noised(guess: NDArray[np.uint8], t: float, chance: np.random.Generator) -> NDArray[Any]:
    roll = chance.random()
    if roll >= _NOISY:
        return guess
    amount = 1.0 if roll < _NOISY / 3 else min(1.0, 2 * min(t, 1 - t))
    noise = chance.standard_normal(guess.shape, np.float32) * np.float32(255 * SIGMA * amount)
    return guess + noise
