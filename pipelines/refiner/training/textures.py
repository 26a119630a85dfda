"""Surfaces for scenes: noise as rough as nature's, and pictures of leaves that lie over each other.

Both stand for footage, which a program cannot ship: their edges and contrasts are spread like those
of photographs (dead leaves: Lee, Mumford and Huang, IJCV 2001).
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.premultiplied import Floats
from pipelines.values import Pixels8

SIDE = 384
_COUNT = 16
_LEAVES = 220


@lru_cache(maxsize=1)
def surfaces() -> tuple[Pixels8, ...]:
    """The surfaces that all scenes choose from, (SIDE, SIDE, 3). Always the same ones."""
    return tuple(_leaves(number) if number % 2 else _rough(number) for number in range(_COUNT))


def surface(chance: np.random.Generator, size: tuple[int, int]) -> Pixels8:
    """A piece of a surface of (height, width), each at most SIDE, in colours of its own."""
    whole = surfaces()[int(chance.integers(_COUNT))]
    y, x = (int(chance.integers(SIDE - side + 1)) for side in size)
    part = whole[y : y + size[0], x : x + size[1], chance.permutation(3)]
    if chance.random() < 0.5:
        part = part[:, ::-1]
    contrast, light = chance.uniform(0.3, 1.0), chance.uniform(-60, 60)
    mixed = part.astype(np.float32) * contrast + (1 - contrast) * 128 + light
    return np.clip(mixed, 0, 255).astype(np.uint8)


def _rough(seed: int) -> Pixels8:
    """Noise whose power falls with frequency."""
    chance = np.random.default_rng((901, seed))
    fall = chance.uniform(1.0, 2.0)
    y, x = np.fft.fftfreq(SIDE)[:, None], np.fft.fftfreq(SIDE)[None]
    weight = 1 / np.maximum(np.hypot(x, y), 1 / SIDE) ** fall
    grey = _noise(chance, weight)
    colour = np.stack([_noise(chance, weight) for _ in range(3)], axis=2)
    mixed = 0.7 * grey[..., None] + 0.3 * colour
    return np.clip(128 + 55 * mixed / mixed.std(), 0, 255).astype(np.uint8)


def _noise(chance: np.random.Generator, weight: NDArray[np.float64]) -> Floats:
    spectrum = np.fft.fft2(chance.standard_normal((SIDE, SIDE))) * weight
    spectrum[0, 0] = 0
    noise = np.fft.ifft2(spectrum).real.astype(np.float32)
    return cast(Floats, noise / noise.std())


def _leaves(seed: int) -> Pixels8:
    """Leaves of all sizes, the small ones most often, each with a little grain."""
    chance = np.random.default_rng((902, seed))
    picture = _rough(seed)
    for _ in range(_LEAVES):
        radius = min(6 / chance.uniform(0.04, 1), 120)
        centre = chance.uniform(0, SIDE, 2)
        turns = np.sort(chance.uniform(0, 2 * np.pi, int(chance.integers(3, 9))))
        reach = radius * chance.uniform(0.6, 1.4, len(turns))
        points = centre + np.stack([np.cos(turns), np.sin(turns)], 1) * reach[:, None]
        colour = [float(one) for one in chance.uniform(0, 255, 3)]
        cv2.fillPoly(picture, [np.rint(points).astype(np.int32)], colour, cv2.LINE_AA)
    grain = chance.normal(0, 6, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)
