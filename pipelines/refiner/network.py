"""The network that mends frames between keys. Imports torch: imported by workers and trainers only.

It is given what an interpolator found out and answers how the frame should differ from the
interpolator's. Three steps from coarse to fine: at 1/8 it compares what both keys bring to each
place and moves them, at 1/4 it moves them again, then it mixes keys, interpolation and a correction
of its own. Its last layers begin at zero: untrained it answers the interpolation, bit by bit.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as op

from pipelines.refiner.network_parts import Blocks, Conditions, Matching, still, warped

ARCHITECTURE = 1
"""Named in files of weights: they fit this network only."""
ALIGN = 32
"""Sides are multiples of this."""
STEERING = 6
"""Numbers that steer every block."""
_UNIT = 16.0
"""Steps are told to the network, and by it, in these pixels."""
_UNLIKE = 8.0
"""Differences of keys are told to the network so many times larger."""
_AGREES, _DIFFERS = 0.01, 0.04
"""How far the moved keys differ, 0..1: below the first nothing is mended, above the second all."""


_WIDER = 13
"""The square, in pixels, around a difference within which the frame is mended."""


class Asked(NamedTuple):
    """What the network is given. `a`, `b` and `guess` (the interpolation) are [N, 3, H, W], 0..1.

    `field` [N, 2, H, W] is the motion from a to b through each place, in pixels; `share`
    [N, 1, H, W] how much of b is seen there; `t` [N] where between a and b the frame lies;
    `steering` [N, STEERING] tells which frame it is. H and W are multiples of ALIGN.
    """

    a: Tensor
    b: Tensor
    guess: Tensor
    field: Tensor
    share: Tensor
    t: Tensor
    steering: Tensor


class Mended(NamedTuple):
    """The frame; the steps from it into both keys; both keys moved along them; how much of each is
    taken in place of the guess; a correction of colours; the gate, 0..1, outside which the frame is
    the guess: frame = guess + gate (of_a (from_a - guess) + of_b (from_b - guess) + colour)."""

    frame: Tensor
    to_a: Tensor
    to_b: Tensor
    from_a: Tensor
    from_b: Tensor
    of_a: Tensor
    of_b: Tensor
    colour: Tensor
    gate: Tensor


class _Seen(NamedTuple):
    """Both keys moved to the frame, and how they differ there."""

    a: Tensor
    b: Tensor
    difference: Tensor


class Refiner(nn.Module):
    """`width` sets how large it is: 32 has 2.8 million parameters."""

    def __init__(self, width: int = 32) -> None:
        super().__init__()
        self.width = width
        self.conditions = Conditions(STEERING, 2 * width)
        self.coarse = _Coarse(width)
        self.middle = _Middle(width)
        self.fine = _Fine(width)

    def forward(self, asked: Asked) -> Mended:
        """Mend the frames `asked.guess`."""
        along = asked.t.view(-1, 1, 1, 1)
        to_a, to_b = -along * asked.field, (1 - along) * asked.field
        told = self.conditions(asked.steering)
        first = _seen(asked, to_a, to_b)
        gate = _gate(first.difference)
        known, steps = self.coarse(asked, first, told)
        to_a, to_b = to_a + steps[:, :2], to_b + steps[:, 2:]
        second = _seen(asked, to_a, to_b)
        known, steps = self.middle(asked, second, steps, known, told)
        to_a, to_b = to_a + steps[:, :2], to_b + steps[:, 2:]
        third = _seen(asked, to_a, to_b)
        of_a, of_b, colour = self.fine(asked, first, third, gate, known, told)
        change = of_a * (third.a - asked.guess) + of_b * (third.b - asked.guess) + colour
        frame = asked.guess + gate * change
        return Mended(frame, to_a, to_b, third.a, third.b, of_a, of_b, colour, gate)


class _Coarse(nn.Module):
    """At 1/8: what stands where in both keys, looked for along motions of up to 48 pixels."""

    def __init__(self, width: int) -> None:
        super().__init__()
        here, below, least = 5 * width // 2, 4 * width, 9 * width // 2
        self.matching = Matching(8, 6)
        self.enters = nn.Conv2d(19, here, 3, 2, 1)
        self.compares = nn.Conv2d(self.matching.count + 4, here, 1)
        self.first = Blocks(here, 2, 2 * width)
        self.down = nn.Conv2d(here, below, 3, 2, 1)
        self.second = Blocks(below, 2, 2 * width)
        self.down_again = nn.Conv2d(below, least, 3, 2, 1)
        self.third = Blocks(least, 2, 2 * width)
        self.up = nn.Conv2d(least, below, 1)
        self.fourth = Blocks(below, 1, 2 * width)
        self.up_again = nn.Conv2d(below, here, 1)
        self.last = Blocks(here, 1, 2 * width)
        self.steps = still(here, 5)

    def forward(self, asked: Asked, seen: _Seen, told: Tensor) -> tuple[Tensor, Tensor]:
        """What it found at 1/8, and the steps that both keys are moved on by."""
        given = (asked.a, asked.b, seen.a, seen.b, asked.guess)
        motion = (asked.field / _UNIT, asked.share, seen.difference)
        small = op.avg_pool2d(torch.cat([*given, *motion], 1), 4)
        unlike, matched = self.matching(seen.a, seen.b, asked.t)
        near = self.compares(torch.cat([_UNLIKE * unlike, matched / _UNIT], 1))
        here = self.first(_bent(self.enters(small) + near), told)
        below = self.second(_bent(self.down(here)), told)
        least = self.third(_bent(self.down_again(below)), told)
        below = self.fourth(below + op.interpolate(self.up(least), scale_factor=2.0), told)
        here = self.last(here + op.interpolate(self.up_again(below), scale_factor=2.0), told)
        said, along = self.steps(here), asked.t.view(-1, 1, 1, 1)
        believed = torch.tanh(said[:, 4:]) * torch.cat([-along * matched, (1 - along) * matched], 1)
        return here, _enlarged(said[:, :4] * _UNIT + believed, 8)


class _Middle(nn.Module):
    """At 1/4: looks at the keys as they were moved, and moves them again."""

    def __init__(self, width: int) -> None:
        super().__init__()
        here = 2 * width
        self.enters = nn.Conv2d(15, here, 3, 2, 1)
        self.from_coarse = nn.Conv2d(5 * width // 2, here, 1)
        self.blocks = Blocks(here, 2, 2 * width)
        self.steps = still(here, 4)

    def forward(
        self, asked: Asked, seen: _Seen, steps: Tensor, known: Tensor, told: Tensor
    ) -> tuple[Tensor, Tensor]:
        """What it found at 1/4, and the steps that both keys are moved on by."""
        given = (seen.a, seen.b, asked.guess, steps / _UNIT, seen.difference, asked.share)
        half = op.avg_pool2d(torch.cat(given, 1), 2)
        above = op.interpolate(self.from_coarse(known), scale_factor=2.0)
        here = self.blocks(_bent(self.enters(half) + above), told)
        return here, _enlarged(self.steps(here) * _UNIT, 4)


class _Fine(nn.Module):
    """In full: how much of each key to take in place of the guess, and a correction of colour."""

    def __init__(self, width: int) -> None:
        super().__init__()
        below = 2 * width
        self.enters = nn.Conv2d(4 * 17, width, 3, 1, 1)
        self.down = nn.Conv2d(width, below, 3, 2, 1)
        self.blocks = Blocks(below, 2, 2 * width)
        self.up = nn.Conv2d(below, width, 1)
        self.leaves = nn.Conv2d(width, width, 3, 1, 1)
        self.answers = still(width, 4 * 5)

    def forward(
        self, asked: Asked, first: _Seen, third: _Seen, gate: Tensor, known: Tensor, told: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """How much of each key to take, and what to add."""
        given = (asked.guess, first.a, first.b, third.a, third.b, gate, third.difference)
        whole = op.pixel_unshuffle(torch.cat(given, 1), 2)
        half = _bent(self.enters(whole))
        quarter = self.blocks(_bent(self.down(half) + known), told)
        up = op.interpolate(self.up(quarter), scale_factor=2.0)
        said = op.pixel_shuffle(self.answers(_bent(self.leaves(half + up))), 2)
        return torch.tanh(said[:, 3:4]), torch.tanh(said[:, 4:5]), said[:, :3]


def _seen(asked: Asked, to_a: Tensor, to_b: Tensor) -> _Seen:
    a, b = warped(asked.a, to_a), warped(asked.b, to_b)
    return _Seen(a, b, (a - b).abs().mean(1, keepdim=True))


def _gate(difference: Tensor) -> Tensor:
    """0 where the moved keys agree, 1 where they differ and next to it."""
    around = op.avg_pool2d(difference, 5, 1, 2, count_include_pad=False)
    wide = op.max_pool2d(around, _WIDER, 1, _WIDER // 2)
    share = ((wide - _AGREES) / (_DIFFERS - _AGREES)).clamp(0, 1)
    return share * share * (3 - 2 * share)


def _bent(values: Tensor) -> Tensor:
    return op.leaky_relu(values, 0.1)


def _enlarged(steps: Tensor, times: int) -> Tensor:
    return op.interpolate(steps, scale_factor=float(times), mode="bilinear")
