"""What the refiner's network is put together from. Imports torch, as the network does."""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as op

_REACH = 4


class Conditions(nn.Module):
    """The numbers that steer the blocks, made into what they are steered by."""

    def __init__(self, numbers: int, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(numbers, width), nn.SiLU(), nn.Linear(width, width))

    def forward(self, numbers: Tensor) -> Tensor:
        """[N, numbers] give [N, width]."""
        return op.silu(self.layers(numbers))


class Blocks(nn.Module):
    """Residual blocks, each steered feature by feature: FiLM (Perez et al., AAAI 2018)."""

    def __init__(self, width: int, count: int, told: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(_Block(width, told) for _ in range(count))

    def forward(self, values: Tensor, told: Tensor) -> Tensor:
        """Values of the same shape."""
        for block in self.blocks:
            values = block(values, told)
        return values


class _Block(nn.Module):
    def __init__(self, width: int, told: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, 1, 1)
        self.second = nn.Conv2d(width, width, 3, 1, 1)
        self.steered = nn.Linear(told, 2 * width)
        nn.init.zeros_(self.steered.weight)
        nn.init.zeros_(self.steered.bias)
        with torch.no_grad():
            self.second.weight.mul_(0.2)

    def forward(self, values: Tensor, told: Tensor) -> Tensor:
        scale, shift = self.steered(told)[..., None, None].chunk(2, 1)
        inner = op.leaky_relu(self.first(values) * (1 + scale) + shift, 0.1)
        return op.leaky_relu(values + self.second(inner), 0.1)


def still(width: int, count: int) -> nn.Conv2d:
    """A last layer that answers nothing until it is trained."""
    layer = nn.Conv2d(width, count, 3, 1, 1)
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(cast(Tensor, layer.bias))
    return layer


def warped(picture: Tensor, steps: Tensor) -> Tensor:
    """out(x) = picture(x + steps(x)), edges repeated: [N, C, H, W] along [N, 2, H, W] in pixels."""
    height, width = picture.shape[2:]
    x = torch.arange(width, device=steps.device, dtype=steps.dtype)
    y = torch.arange(height, device=steps.device, dtype=steps.dtype)[:, None]
    places = torch.stack(
        [
            (x + steps[:, 0]) * (2 / max(width - 1, 1)) - 1,
            (y + steps[:, 1]) * (2 / max(height - 1, 1)) - 1,
        ],
        dim=3,
    )
    return op.grid_sample(picture, places, "bilinear", "border", align_corners=True)


def compared(a: Tensor, b: Tensor) -> Tensor:
    """How alike a(x - d) and b(x + d) are for each d up to the reach: [N, C, h, w] give
    [N, 81, h, w]. What moved past the middle is found there (bilateral cost, as in BMBC, Park et
    al., ECCV 2020)."""
    height, width = a.shape[2:]
    sides = [_REACH] * 4
    a, b = op.pad(a, sides, mode="replicate"), op.pad(b, sides, mode="replicate")
    span = range(2 * _REACH + 1)
    likeness = [
        (
            a[
                :,
                :,
                2 * _REACH - y : 2 * _REACH - y + height,
                2 * _REACH - x : 2 * _REACH - x + width,
            ]
            * b[:, :, y : y + height, x : x + width]
        ).sum(1)
        for y in span
        for x in span
    ]
    return torch.stack(likeness, 1)
