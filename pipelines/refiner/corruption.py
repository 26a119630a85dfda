"""The forward process: what stands in place of a film at a level, x_s = I(x[K_s]) + sigma A n.

I makes the frames between keys; n is normal noise and A how much of it a frame gets. Noise never
touches a given key. After Bansal et al., "Cold Diffusion", 2022; here interpolation is the blur.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from pipelines.premultiplied import Floats, premultiply, unpremultiply
from pipelines.refiner.levels import Levels
from pipelines.values import Image

SIGMA = 0.02
"""The noise that the network was trained with, of 0..1."""
ON_PROPOSALS = 0.25
"""So much of its noise a key gets that was not given: it is a proposal, nearly a key."""


class Noise(StrEnum):
    """Which frames get noise beside the interpolation."""

    NONE = "none"
    DIST = "dist"
    """More the farther a frame is from the nearest key, none on keys."""
    GAUSS = "gauss"
    """All frames alike."""


def amplitude(noise: Noise, levels: Levels, level: int, frame: int) -> float:
    """A: how much noise a frame gets at a level, 0..1; 0 on every given key."""
    if noise is Noise.NONE or frame in levels.given:
        return 0.0
    left, right = levels.around(level, frame)
    if left == right:
        return ON_PROPOSALS if noise is Noise.GAUSS else 0.0
    if noise is Noise.GAUSS:
        return 1.0
    return min(1.0, 2 * min(frame - left, right - frame) / (right - left))


def noised(picture: Image, deviation: float, chance: np.random.Generator) -> Image:
    """A picture with normal noise of a deviation (of 0..1) in its colours; the very same for 0."""
    if not deviation:
        return picture
    return unpremultiply(with_noise(premultiply(picture), deviation, chance), bits=picture.bits)


def with_noise(floats: Floats, deviation: float, chance: np.random.Generator) -> Floats:
    """Premultiplied floats with noise in their colours, no more of it than there is paint."""
    out = floats.copy()
    noise = chance.standard_normal(out[..., :3].shape, np.float32) * np.float32(deviation)
    out[..., :3] += noise * out[..., 3:] if out.shape[2] == 4 else noise
    return out


def chance_of(seed: int, level: int, frame: int) -> np.random.Generator:
    """The noise of one frame at one level: the same whatever else is made, and in which order."""
    return np.random.default_rng((seed, level, frame))


def proposals(levels: Levels, level: int, share: float, chance: np.random.Generator) -> set[int]:
    """The keys of a level that are to be taken from a model, each by chance: scheduled sampling
    (Bengio et al., 2015). Given keys never are."""
    made = [key for key in levels.sets[level] if key not in levels.given]
    return {key for key, roll in zip(made, chance.random(len(made)), strict=True) if roll < share}
