"""What the refiner's network is put together from. Imports torch, as the network does."""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as op


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


class Matching(nn.Module):
    """Where in both keys the same thing is, about each place of a frame between them.

    Squares of `cell` pixels of `a` and `b` are laid over each other along straight motions through
    the place, up to `reach` squares in all, and compared with what is around them (bilateral cost,
    as in BMBC, Park et al., ECCV 2020; here of the pixels themselves, so that nothing need be
    learned before it is of use). Learned is only how sharp the choice is.
    """

    def __init__(self, cell: int, reach: int) -> None:
        super().__init__()
        self.cell = cell
        span = torch.arange(-reach, reach + 1)
        moves = torch.cartesian_prod(span, span)
        self.moves: Tensor
        self.register_buffer("moves", moves, persistent=False)
        self.count = len(moves)
        self.reach = reach
        self.sharpness = nn.Parameter(torch.tensor(4.6))

    def forward(self, a: Tensor, b: Tensor, t: Tensor) -> tuple[Tensor, Tensor]:
        """How unlike they are along each motion [N, count + 2, h, w], at the best and at none too;
        and the likeliest motion from a to b, [N, 2, h, w] in pixels."""
        with torch.no_grad():
            before = -torch.round(t.view(-1, 1, 1) * self.moves).long()
            unlike = (self._laid(a, before) - self._laid(b, before + self.moves)).abs().mean(4)
            unlike = op.avg_pool2d(unlike, 3, 1, 1, count_include_pad=False)
            best = unlike.amin(1, keepdim=True)
            still = unlike[:, self.count // 2 : self.count // 2 + 1]
        chance = torch.softmax((best - unlike) * self.sharpness.exp(), 1)
        steps = torch.einsum("nphw,pc->nchw", chance, self.moves.flip(1).to(chance))
        return torch.cat([unlike, best, still], 1), steps * self.cell

    def _laid(self, picture: Tensor, offsets: Tensor) -> Tensor:
        """The squares of a picture, moved by each offset: [N, count, h, w, features]."""
        squares = op.pixel_unshuffle(op.avg_pool2d(picture, self.cell // 2), 2)
        height, width = squares.shape[2:]
        wide = op.pad(squares, [self.reach] * 4, mode="replicate").permute(0, 2, 3, 1)
        y = torch.arange(height, device=offsets.device) + self.reach + offsets[..., :1]
        x = torch.arange(width, device=offsets.device) + self.reach + offsets[..., 1:]
        number = torch.arange(len(squares), device=offsets.device).view(-1, 1, 1, 1)
        return wide[number, y[..., :, None], x[..., None, :]]
