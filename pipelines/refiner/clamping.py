"""Given keys put back where a model changed them, the difference shared out over what is around.

What a model makes of a key tells how it is off there: in its colours, in its edges. That difference
is carried along the motion to the frames between and fades with the distance, so that no key stands
out from its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import numpy as np

from pipelines import flow
from pipelines.premultiplied import Floats, premultiply, quantise, unpremultiply
from pipelines.refiner.levels import Levels
from pipelines.values import Image, Pixels8


def clamped(frames: Sequence[Image], keys: Mapping[int, Image], *, spread: bool) -> list[Image]:
    """The frames with these keys among them, bit by bit; `spread` mends what lies between too."""
    made = _mended(frames, keys) if spread and keys else list(frames)
    for frame, key in keys.items():
        made[frame] = key
    return made


def drift(frames: Sequence[Image], keys: Mapping[int, Image]) -> dict[int, float]:
    """How far each key is from what was made of it: mean difference of all colours, 0..255."""
    return {
        frame: 255 * float(np.abs(premultiply(frames[frame]) - premultiply(key))[..., :3].mean())
        for frame, key in keys.items()
    }


def _mended(frames: Sequence[Image], keys: Mapping[int, Image]) -> list[Image]:
    levels = Levels(len(frames), frozenset(keys), (tuple(sorted({0, *keys, len(frames) - 1})),))
    missing = {frame: premultiply(key) - premultiply(frames[frame]) for frame, key in keys.items()}
    made: list[Image] = []
    for number, frame in enumerate(frames):
        stretch = levels.around(0, number)
        t = stretch.share(number)
        floats = premultiply(frame)
        for key, share in ((stretch.left, 1 - t), (stretch.right, t)):
            if key in missing and number not in keys:
                floats += np.float32(share) * _carried(missing[key], frames[key], frame)
        made.append(unpremultiply(floats, bits=frame.bits))
    return made


def _carried(missing: Floats, key: Image, frame: Image) -> Floats:
    """What is missing at a key, as it lies at a frame."""
    field = flow.between_frames(_grey(frame), _grey(key))
    return flow.warp(missing, field)


def _grey(picture: Image) -> Pixels8:
    weights = np.array([0.2126, 0.7152, 0.0722], np.float32)
    return cast(Pixels8, quantise(premultiply(picture)[..., :3] @ weights, bits=8))
