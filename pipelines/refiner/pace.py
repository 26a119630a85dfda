"""How far a frame between two keys has come, read off the frame itself.

Curves, holds and drawing on twos share out time unevenly; whoever refines a clip knows nothing of
them and must not move things on.
"""

from __future__ import annotations

from typing import cast

import cv2
import numpy as np

from pipelines import flow
from pipelines.in_between import Gap
from pipelines.premultiplied import Floats, premultiply
from pipelines.values import Image, Pixels8

_LONGEST = 240
_LEAST_MOTION = 0.2
"""Pixels of the small pictures, root mean square: below that nothing can be told."""
_EVEN = 0.06
"""A frame that is as near to its even place as this is taken for being there."""


def come_to(gap: Gap, first: Image, frame: Image, even: float) -> float:
    """The share 0..1 of the way that `frame` has come from `first`; about `even` that is."""
    if gap.holds:
        return even
    grey_first, grey_frame = _small(first), _small(frame)
    whole = flow.resize_field(gap.forward, grey_first.shape)
    trust = cv2.resize(gap.trust_forward, grey_first.shape[::-1])
    moved = float((trust * np.square(whole).sum(2)).sum())
    if moved < _LEAST_MOTION**2 * float(trust.sum()):
        return even
    part = flow.between_frames(grey_first, grey_frame)
    found = float(((part * whole).sum(2) * trust).sum()) / moved
    return even if abs(found - even) < _EVEN else min(max(found, 0.0), 1.0)


def _small(picture: Image) -> Pixels8:
    floats = premultiply(picture)
    if picture.channels == 4:
        floats = cast(Floats, floats[..., :3] + (1 - floats[..., 3:]))
    weights = np.array([[0.2126, 0.7152, 0.0722]], np.float32)
    grey = cv2.transform(floats, weights) * np.float32(255)
    scale = min(1.0, _LONGEST / max(picture.width, picture.height))
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return cast(Pixels8, cv2.resize(grey, size, interpolation=cv2.INTER_AREA).astype(np.uint8))
