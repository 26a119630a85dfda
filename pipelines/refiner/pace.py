"""How far a frame between two keys has come, read off the frame itself.

Curves, holds and drawing on twos share out time unevenly; whoever refines a clip knows nothing of
them and must not move things on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import cv2
import numpy as np

from pipelines.in_between import lay, prepare
from pipelines.premultiplied import premultiply
from pipelines.values import Image, Pixels

_LONGEST = 240
_STEP = 0.08
_BETTER = 0.9
"""A place must miss the frame by so much less than the even one to be taken in its stead."""
_NEARNESS = 2.0
"""Levels of 255: a frame that misses its even place by less is there."""


class Pace:
    """Two keys, looked at small, and where frames lie between them."""

    def __init__(self, first: Image, second: Image) -> None:
        self._ends = _small(first), _small(second)
        self._gap = prepare(*self._ends)

    def come_to(self, frame: Image, even: float) -> float:
        """The share 0..1 of the way that a frame has come; `even` unless another place is clearly
        more like it."""
        if self._gap.holds:
            return even
        small = _small(frame)
        here = self._missed(small, even)
        if here < _NEARNESS:
            return even
        best = self._best(small, (even - _STEP, even + _STEP, 0.0, 1.0))
        if self._missed(small, best) >= _BETTER * here:
            return even
        best = self._best(small, np.arange(0, 1 + _STEP / 2, _STEP))
        fine = self._best(small, best + _STEP / 4 * np.arange(-3, 4))
        return fine if self._missed(small, fine) < _BETTER * here else even

    def _best(self, frame: Image, shares: Iterable[float]) -> float:
        within = [min(max(float(share), 0.0), 1.0) for share in shares]
        return min(within, key=lambda share: self._missed(frame, share))

    def _missed(self, frame: Image, share: float) -> float:
        """Root mean square of what a place misses of the frame, 0..255."""
        first, second = self._ends
        at = first if share <= 0 else second if share >= 1 else None
        shown = at or lay(self._gap, first, second, share).picture
        return 255 * float(np.sqrt(np.square(premultiply(shown) - premultiply(frame)).mean()))


def _small(picture: Image) -> Image:
    scale = _LONGEST / max(picture.width, picture.height)
    if scale >= 1:
        return picture
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    small = cv2.resize(picture.pixels, size, interpolation=cv2.INTER_AREA)
    return Image(cast(Pixels, small))
