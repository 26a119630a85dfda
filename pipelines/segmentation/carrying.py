"""A mask carried from a key frame to the frames next to it, one after the other, either way.

Where the flow leads, how the key itself lands, and the colours of key and surroundings are weighed
at each pixel near the outline; edges then follow the picture. All in working size.
"""

from __future__ import annotations

from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from pipelines import flow
from pipelines.premultiplied import Floats
from pipelines.segmentation.colours import colour_numbers, shares
from pipelines.segmentation.edges import Guide
from pipelines.segmentation.trust import LEAST, Trust
from pipelines.segmentation.working import Area, depth_of, extent
from pipelines.values import Pixels8

_BAND = 0.15
"""Of the thing's size (the root of its area): how far from the outline colours have a say."""
_SOFTNESS = 0.04
"""Of the thing's size: how far off an outline that was carried may be."""
_COLOUR_WEIGHT = 1.25
_COLOUR_MOST = 2.5
_TELLING = (0.6, 0.95)
"""Share of pixels nearby that colours sort rightly: of no use .. fully believed."""
_KEY_WEIGHT = 0.7
_KEY_ERROR = 12.0
_FLOW_ERROR = 20.0
_FARTHEST = 6.0
_COHESION = 6.0
_ROUNDS = 2


class Carried(NamedTuple):
    """A soft mask (h, w), 0..1, with how badly the key's colours fit there, 0..1, and how much
    the whole can be trusted, 0..1."""

    mask: Floats
    error: Floats
    confidence: float


class Carrier:
    """One mask on its way. `colours` (h, w, 3) and `mask` (h, w), 0..1, are those of the key."""

    def __init__(self, colours: Pixels8, mask: Floats) -> None:
        self._key = _Key(colours, mask)
        self._before = self._key.colours
        self._grey = _grey(colours)
        self._mask = mask
        self._field = np.zeros((*mask.shape, 2), np.float32)

    def step(self, colours: Pixels8) -> Carried:
        """The mask on the frame next to the one before."""
        grey = _grey(colours)
        back = flow.between_frames(grey, self._grey)
        carried = np.asarray(flow.warp(self._mask, back), np.float32)
        self._field = flow.warp(self._field, back) + back
        inside = carried > 0.5
        error = self._key.error(self._field, colours)
        if np.count_nonzero(inside) < LEAST:
            made = Carried(np.zeros_like(carried), error, 0.0)
        else:
            landed = self._key.landed(self._field)
            mask = self._mended(colours, inside, landed, back, error)
            made = Carried(mask, error, self._key.trust.confidence(mask, landed, colours))
        self._before, self._grey, self._mask = colours, grey, made.mask
        return made

    def _mended(
        self,
        colours: Pixels8,
        inside: NDArray[np.bool_],
        landed: NDArray[np.bool_],
        back: Floats,
        error: Floats,
    ) -> Floats:
        size = float(np.sqrt(np.count_nonzero(inside)))
        band = max(5.0, _BAND * size)
        margin = int(3 * band) + 10
        found = extent(inside) or Area(0, 0, 0, 0)
        area = found.wider(margin, margin, inside.shape[:2])
        depth = depth_of(np.ascontiguousarray(area.of(inside)))
        here = np.ascontiguousarray(area.of(colours))
        says = self._colours_say(here, area, depth, band, back)
        missed = _difference(np.asarray(flow.warp(self._before, back), np.uint8), colours, 5)
        doubt = 1 + area.of(missed) * np.float32(255 / _FLOW_ERROR)
        trust = np.float32(_KEY_WEIGHT) * np.exp(area.of(error) * np.float32(-255 / _KEY_ERROR))
        laid = depth_of(np.ascontiguousarray(area.of(landed)))
        far = np.float32(2 * band)
        near = np.clip(depth, -far, far) * (1 - trust) + np.clip(laid, -far, far) * trust
        softness = np.float32(_SOFTNESS * size) * doubt
        belief = np.clip(near / softness, -_FARTHEST, _FARTHEST) + says
        made = np.zeros(inside.shape, np.float32)
        part = _settled(Guide(here), cast(Floats, belief))
        part[depth < -2.5 * band] = 0
        area.of(made)[...] = part
        return made

    def _colours_say(
        self, here: Pixels8, area: Area, depth: Floats, band: float, back: Floats
    ) -> Floats:
        """For each pixel the logarithm of how much likelier its colour is inside, as far as colours
        told things apart around there on the frame before."""
        import cv2

        numbers = colour_numbers(here)
        around = (self._key.around + shares(numbers[depth < -band])) / 2
        table = np.log(self._key.inside / around).astype(np.float32)
        says = np.clip(table, -_COLOUR_MOST, _COLOUR_MOST)[numbers]
        telling = self._telling(table, area, band, back)
        return np.asarray(cv2.blur(says * telling * np.float32(_COLOUR_WEIGHT), (3, 3)), np.float32)

    def _telling(self, table: Floats, area: Area, band: float, back: Floats) -> Floats:
        import cv2

        before = area.wider(int(band), int(band), back.shape[:2])
        was = np.ascontiguousarray(before.of(self._mask)) > 0.5
        depth = depth_of(was)
        numbers = colour_numbers(np.ascontiguousarray(before.of(self._before)))
        counts = ((np.abs(depth) > 2) & (depth > -2 * band)).astype(np.float32)
        right = ((table[numbers] > 0) == was) * counts
        side = (int(4 * band) | 1,) * 2
        share = cv2.blur(right, side) / (cv2.blur(counts, side) + np.float32(1e-3))
        whole = np.zeros(back.shape[:2], np.float32)
        before.of(whole)[...] = share
        low, high = _TELLING
        come = area.of(np.asarray(flow.warp(whole, back), np.float32))
        return np.clip((come - np.float32(low)) / np.float32(high - low), 0, 1).astype(np.float32)


class _Key:
    """What a key frame looks like, frozen."""

    def __init__(self, colours: Pixels8, mask: Floats) -> None:
        shape = mask > 0.5
        size = max(float(np.sqrt(np.count_nonzero(shape))), 8.0)
        depth = depth_of(shape)
        numbers = colour_numbers(colours)
        self.colours = colours
        self.inside = shares(numbers[shape])
        self.around = shares(numbers[(depth < -2) & (depth > -size)])
        self.trust = Trust(shape, np.log(self.inside / self.around))
        self._mask = mask

    def landed(self, field: Floats) -> NDArray[np.bool_]:
        """Where its shape comes to lie."""
        return np.asarray(flow.warp(self._mask, field)) > 0.5

    def error(self, field: Floats, colours: Pixels8) -> Floats:
        """How its colours differ from those of a frame that the field starts in, 0..1."""
        return _difference(np.asarray(flow.warp(self.colours, field), np.uint8), colours, 9)


def _settled(guide: Guide, belief: Floats) -> Floats:
    """The mask that a belief (log odds) leads to, neighbours of a colour going together."""
    mask = guide.follow(_odds(belief))
    for _ in range(_ROUNDS - 1):
        mask = guide.follow(_odds(belief + np.float32(_COHESION) * (mask - np.float32(0.5))))
    return mask


def _odds(belief: NDArray[Any]) -> Floats:
    return cast(Floats, 1 / (1 + np.exp(-belief)))


def _difference(a: Pixels8, b: Pixels8, side: int) -> Floats:
    """The largest difference of a channel, 0..1, mean of the neighbourhood."""
    import cv2

    red, green, blue = cv2.split(cv2.absdiff(a, b))
    most = cv2.max(cv2.max(red, green), blue)
    return cast(Floats, cv2.blur(most, (side, side)).astype(np.float32) / np.float32(255))


def _grey(colours: Pixels8) -> Pixels8:
    import cv2

    return np.asarray(cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY), np.uint8)
