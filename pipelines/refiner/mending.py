"""Pictures through the refiner's network. Imports torch: imported by workers, within functions."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as op

from pipelines.in_between import Laid
from pipelines.models.device import device_of, moved
from pipelines.models.placement import Device
from pipelines.premultiplied import Floats, premultiply, unpremultiply
from pipelines.refiner.network import ALIGN, ARCHITECTURE, Asked, Mended, Refiner
from pipelines.refiner.network_parts import warped
from pipelines.refiner.steering import steering
from pipelines.refiner.weights import read
from pipelines.values import Image

LONGEST_SIDE = 960
"""The network looks at pictures of at most so many pixels on the longer side: it was trained with
things that move as far as they do there."""


class Place(NamedTuple):
    """Where a frame lies: the share of the way between its keys, the frames from one to the other,
    the level, and the trust in both keys."""

    t: float
    gap: int
    level: int
    trust: tuple[float, float]


class Mender:
    """A network with its weights, on the device that there is."""

    def __init__(self, network: Refiner) -> None:
        self._device = Device.CUDA if torch.cuda.is_available() else Device.CPU
        quicker = network.eval().to(memory_format=torch.channels_last)
        self._network = cast(Refiner, moved(quicker, self._device))

    def mend(
        self, guess: Image, keys: tuple[Image, Image], laid: Laid, place: Place, *, strength: float
    ) -> Image:
        """A frame as it should be, where it is `guess` now. `laid` is how the motion between the
        keys leads through it. Alpha moves with the colours."""
        if not strength:
            return guess
        with torch.inference_mode():
            pictures = [self._tensor(premultiply(one)) for one in (*keys, guess)]
            field = self._tensor(laid.motion)
            share = self._tensor(laid.share[..., None])
            mended = self._looked_at(pictures, field, share, place)
            height, width = guess.height, guess.width
            if mended.gate.shape[2:] != (height, width):
                mended = _in_full(mended, height, width)
            a, b, below = pictures
            made = _composed(mended, a, b, below, strength)
        floats = made[0].permute(1, 2, 0).contiguous().cpu().numpy()
        return unpremultiply(cast(Floats, floats), bits=guess.bits)

    def _looked_at(
        self, pictures: list[Tensor], field: Tensor, share: Tensor, place: Place
    ) -> Mended:
        """What the network says of the pictures, over white where they are transparent."""
        height, width = field.shape[2:]
        small = min(1.0, LONGEST_SIDE / max(height, width))
        size = max(1, round(height * small)), max(1, round(width * small))
        given = [_over_white(one) for one in pictures]
        if small < 1:
            given = [op.interpolate(one, size, mode="area") for one in given]
            scale = torch.tensor([size[1] / width, size[0] / height], device=field.device)
            field = op.interpolate(field, size, mode="area") * scale.view(1, 2, 1, 1)
            share = op.interpolate(share, size, mode="area")
        below, right = -size[0] % ALIGN, -size[1] % ALIGN
        a, b, guess, field, share = (
            op.pad(one, (0, right, 0, below), mode="replicate") for one in (*given, field, share)
        )
        numbers = steering(place.t, place.gap, place.level, trust=place.trust)
        t, steered = torch.tensor([place.t]), torch.tensor([numbers])
        asked = Asked(a, b, guess, field, share, t.to(a), steered.to(a))
        said = self._network(asked)
        return Mended(*(one[..., : size[0], : size[1]] for one in said))

    def _tensor(self, floats: Floats) -> Tensor:
        whole = np.ascontiguousarray(np.moveaxis(floats, -1, 0)[None])
        return torch.from_numpy(whole).to(device_of(self._device))


@lru_cache(maxsize=2)
def mender(path: Path) -> Mender:
    """The network with the weights of a file, kept. Raises UnreadableFileError."""
    weights, notes = read(path, architecture=ARCHITECTURE)
    network = Refiner(int(notes["width"]))
    network.load_state_dict(weights)
    return Mender(network)


def _composed(mended: Mended, a: Tensor, b: Tensor, guess: Tensor, strength: float) -> Tensor:
    """The guess with what is to be changed, in all of its channels."""
    from_a = mended.of_a * (warped(a, mended.to_a) - guess)
    from_b = mended.of_b * (warped(b, mended.to_b) - guess)
    change = from_a + from_b
    change[:, :3] += mended.colour
    made = guess + strength * mended.gate * change
    if made.shape[1] == 4:
        alpha = made[:, 3:].clamp(0, 1)
        made = torch.cat([made[:, :3].clamp_min(0).minimum(alpha), alpha], 1)
    return made


def _in_full(mended: Mended, height: int, width: int) -> Mended:
    """What was said of a smaller picture, for the whole one."""
    low, high = mended.gate.shape[2:]
    scale = torch.tensor([width / high, height / low], device=mended.gate.device).view(1, 2, 1, 1)
    large = Mended(*(op.interpolate(one, (height, width), mode="bilinear") for one in mended))
    return large._replace(to_a=large.to_a * scale, to_b=large.to_b * scale)


def _over_white(picture: Tensor) -> Tensor:
    return picture if picture.shape[1] == 3 else picture[:, :3] + (1 - picture[:, 3:])
