"""What happens along the edge of a mask: a soft ramp by distance, and pictures joined there."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.easing import Easing, ease
from pipelines.errors import MismatchError
from pipelines.premultiplied import Floats, full, premultiply, unpremultiply, with_format
from pipelines.values import Image, Mask, Pixels8

_STEPS = 16
"""Table entries for a pixel of distance."""
_LEAST_RING = 64
"""Pixels: a ring with fewer says nothing of its colours."""


_TIMES = np.linspace(0, 1, 129)


class Lies(StrEnum):
    """Where the soft edge lies, seen from the outline of a mask."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    ACROSS = "across"


def soft_edge(mask: Mask, width: float, lies: Lies, curve: Easing) -> Mask:
    """The edge of a mask as a ramp `width` pixels wide, by the distance to its outline.

    The outline is where the mask crosses one half. Inside the mask only loses, outside it only
    gains, across the ramp is centred and takes the place of what there was. `curve` leads from the
    outer to the inner end. At 0 the mask comes back as it is.
    """
    inside = mask.pixels >= 128
    if width <= 0 or inside.all() or not inside.any():
        return mask
    within, beyond = {
        Lies.INSIDE: (width, 0.0),
        Lies.OUTSIDE: (0.0, width),
        Lies.ACROSS: (width / 2, width / 2),
    }[lies]
    made = mask.pixels.copy()
    rows, columns = _around(inside, beyond)
    part, white = made[rows, columns], np.ascontiguousarray(inside[rows, columns])
    if within:
        level = _ramp(white, within, width, within=within, curve=curve, rising=True)
        keep = white if lies is Lies.ACROSS else np.ones_like(white)
        np.copyto(part, level if lies is Lies.ACROSS else np.minimum(part, level), where=keep)
    if beyond:
        level = _ramp(~white, beyond, width, within=within, curve=curve, rising=False)
        keep = ~white if lies is Lies.ACROSS else np.ones_like(white)
        np.copyto(part, level if lies is Lies.ACROSS else np.maximum(part, level), where=keep)
    return Mask(made)


def size_of(mask: Mask) -> float:
    """The side of a square that is as large as what a mask covers, in pixels."""
    return float(np.sqrt(np.count_nonzero(mask.pixels >= 128)))


def composite(original: Image, made: Image, mask: Mask) -> Image:
    """`made` where the mask is white, `original` where it is black, in between both by its share.

    Bit-exact at both ends. Alpha is shared out as colours are, so that it can also become less.
    Channels and bits are the larger of both. Raises MismatchError where sizes differ.
    """
    _require_alike(original, made, mask)
    channels, bits = max(original.channels, made.channels), max(original.bits, made.bits)
    first, second = (with_format(one, channels=channels, bits=bits) for one in (original, made))
    out = first.pixels.copy()
    np.copyto(out, second.pixels, where=(mask.pixels == 255)[..., None])
    between = (mask.pixels > 0) & (mask.pixels < 255)
    if between.any():
        share = (mask.pixels[between].astype(np.float32) / np.float32(255))[None, :, None]
        below, above = (premultiply(_part(one, between)) for one in (first, second))
        out[between] = unpremultiply(_mixed(below, above, share), bits=bits).pixels[0]
    return Image(out)


def matched(original: Image, made: Image, mask: Mask, *, ring: float, strength: float) -> Image:
    """`made` with its colours brought to those of `original` by what both show in a ring of `ring`
    pixels around the outside of the mask: the mean and the spread of each channel.

    Where the ring is too small to tell, `made` as it is.
    """
    _require_alike(original, made, mask)
    around = _ring(mask.pixels >= 128, ring)
    if strength <= 0 or np.count_nonzero(around) < _LEAST_RING:
        return made
    bits = full(made.bits)
    there = original.pixels[around][:, :3] / np.float32(full(original.bits))
    here = made.pixels[around][:, :3] / np.float32(bits)
    spread = there.std(axis=0) / np.maximum(here.std(axis=0), np.float32(1e-3))
    gain = 1 + np.float32(strength) * (np.clip(spread, 0.5, 2) - 1)
    shift = np.float32(strength) * (there.mean(axis=0) - here.mean(axis=0))
    mean = here.mean(axis=0)
    colours = made.pixels[..., :3].astype(np.float32) / np.float32(bits)
    changed = np.clip((colours - mean) * gain + mean + shift, 0, 1) * np.float32(bits)
    out = made.pixels.copy()
    out[..., :3] = np.rint(changed).astype(out.dtype)
    return Image(out)


def _part(image: Image, at: NDArray[np.bool_]) -> Image:
    """The pixels of a place in one row."""
    row: NDArray[Any] = image.pixels[at][None]
    return Image(row)


def _ring(inside: NDArray[np.bool_], width: float) -> NDArray[np.bool_]:
    import cv2

    beyond = cv2.distanceTransform((~inside).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5)
    return np.asarray(~inside & (beyond <= width))


def _ramp(
    side: NDArray[np.bool_],
    reach: float,
    width: float,
    *,
    within: float,
    curve: Easing,
    rising: bool,
) -> Pixels8:
    """The level of each pixel of one side, by a table over its distance to the other side."""
    import cv2

    distance = cv2.distanceTransform(side.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5)
    count = ceil((reach + 1) * _STEPS) + 1
    depths = np.arange(count) / _STEPS - 0.5
    shares = (width - within + (depths if rising else -depths)) / width
    levels = np.rint(np.interp(shares, _TIMES, _sampled(curve)) * 255).astype(np.uint8)
    steps = np.minimum(distance * np.float32(_STEPS), count - 1).astype(np.int32)
    return levels[steps]


@lru_cache(maxsize=16)
def _sampled(curve: Easing) -> tuple[float, ...]:
    return tuple(min(max(ease(curve, float(t)), 0.0), 1.0) for t in _TIMES)


def _around(inside: NDArray[np.bool_], reach: float) -> tuple[slice, slice]:
    import cv2

    x, y, width, height = cv2.boundingRect(inside.view(np.uint8))
    room = ceil(reach) + 2
    rows = slice(max(0, y - room), y + height + room)
    return rows, slice(max(0, x - room), x + width + room)


def _mixed(below: Floats, above: Floats, share: Floats) -> Floats:
    return (below + share * (above - below)).astype(np.float32)


def _require_alike(original: Image, made: Image, mask: Mask) -> None:
    for what, other in (("The new picture", made), ("The mask", mask)):
        if (other.width, other.height) != (original.width, original.height):
            raise MismatchError(
                f"{what} is {other.width} x {other.height}, the original"
                f" {original.width} x {original.height}.",
                mend="Resize one of them to the size of the other.",
            )
