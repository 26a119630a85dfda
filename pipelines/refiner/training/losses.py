"""What a training makes small: differences of pictures, of their slopes, and of motion."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from pipelines.refiner.network import Mended
from pipelines.refiner.training.batches import Batch

_SQUARES, _SLOPES, _STEPS, _MOVED = 3.0, 0.5, 0.15, 0.2
_ELSEWHERE = 0.02
"""So much motion counts where nothing is mended."""
_UNIT = 16.0


class Losses(NamedTuple):
    """Each part with its weight, and their sum."""

    total: Tensor
    colours: Tensor
    squares: Tensor
    slopes: Tensor
    steps: Tensor
    moved: Tensor


def losses(mended: Mended, batch: Batch) -> Losses:
    """Charbonnier + 3 MSE + slopes + steps into the keys + the keys moved along them.

    Motion counts where it matters: where the gate is open."""
    difference = mended.frame.float() - batch.truth
    colours = _charbonnier(difference).mean()
    squares = _SQUARES * difference.square().mean()
    slopes = _SLOPES * sum(
        (_charbonnier(torch.diff(difference, dim=side)).mean() for side in (2, 3)),
        start=torch.zeros((), device=difference.device),
    )
    gate = mended.gate.detach().float() + _ELSEWHERE
    gate = gate / gate.mean()
    steps, moved = torch.zeros_like(colours), torch.zeros_like(colours)
    for place, (to_key, from_key, true) in enumerate(
        (
            (mended.to_a, mended.from_a, batch.to_a),
            (mended.to_b, mended.from_b, batch.to_b),
        )
    ):
        known = batch.known[:, place : place + 1] * gate
        missed = _charbonnier((to_key.float() - true) / _UNIT)
        steps = steps + _STEPS * (missed * known).mean()
        apart = _charbonnier(from_key.float() - batch.truth)
        moved = moved + _MOVED * (apart * known).mean()
    total = colours + squares + slopes + steps + moved
    return Losses(total, colours, squares, slopes, steps, moved)


def _charbonnier(difference: Tensor) -> Tensor:
    return (difference.square() + 1e-6).sqrt()
