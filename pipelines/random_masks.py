"""Masks by chance, as inpainting models are trained on: rectangles, strokes, shapes of things.

Strokes after the free-form masks of Yu et al., "Free-form image inpainting with gated convolution"
(ICCV 2019). What is random comes from the generator that is given.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from pipelines.errors import MismatchError
from pipelines.values import Mask, Pixels8

_MOST_PIECES = 200
_NEAR = 0.05
"""Of the coverage that is sought, how much more may come about."""


class Piece(StrEnum):
    """What a random mask is made of."""

    RECTANGLES = "rectangles"
    STROKES = "strokes"
    BOTH = "both"


def random_mask(
    width: int, height: int, rng: np.random.Generator, *, pieces: Piece, coverage: float
) -> Mask:
    """Pieces laid over each other until about `coverage` (0..1) of the picture is white."""
    made = np.zeros((height, width), np.uint8)
    wanted = coverage * made.size
    for _ in range(_MOST_PIECES):
        left = wanted - np.count_nonzero(made)
        if left <= _NEAR * wanted:
            break
        strokes = pieces is Piece.STROKES or (pieces is Piece.BOTH and rng.random() < 0.5)
        (_add_stroke if strokes else _add_rectangle)(made, rng, left)
    return Mask(made)


def moved_shape(shape: Mask, width: int, height: int, rng: np.random.Generator) -> Mask:
    """The shape of a thing at a place, size and side by chance, whole where it fits."""
    import cv2

    x, y, across, down = cv2.boundingRect((shape.pixels >= 128).view(np.uint8))
    if not across:
        raise MismatchError("The mask of a thing is empty.", mend="Choose a frame that shows it.")
    part = shape.pixels[y : y + down, x : x + across]
    if rng.random() < 0.5:
        part = part[:, ::-1]
    most = min(width / across, height / down)
    scale = min(float(rng.uniform(0.6, 1.4)), most)
    size = max(1, int(across * scale)), max(1, int(down * scale))
    fitted = cv2.resize(np.ascontiguousarray(part), size, interpolation=cv2.INTER_AREA)
    made = np.zeros((height, width), np.uint8)
    left = int(rng.integers(0, width - size[0] + 1))
    top = int(rng.integers(0, height - size[1] + 1))
    made[top : top + size[1], left : left + size[0]] = fitted
    return Mask(made)


def _add_rectangle(made: Pixels8, rng: np.random.Generator, left: float) -> None:
    height, width = made.shape
    area = left * rng.uniform(0.3, 1.0)
    ratio = np.exp(rng.uniform(-1, 1))
    across = int(np.clip(np.sqrt(area * ratio), 1, width))
    down = int(np.clip(area / across, 1, height))
    x, y = int(rng.integers(0, width - across + 1)), int(rng.integers(0, height - down + 1))
    made[y : y + down, x : x + across] = 255


def _add_stroke(made: Pixels8, rng: np.random.Generator, left: float) -> None:
    """A line of several turns, as thick as lets it cover no more than what is left."""
    import cv2

    height, width = made.shape
    side = min(height, width)
    corners = int(rng.integers(3, 9))
    point = rng.uniform((0, 0), (width, height))
    angle = rng.uniform(0, 2 * np.pi)
    points = [point]
    for _ in range(corners):
        angle += rng.uniform(-1.2, 1.2)
        step = side * rng.uniform(0.05, 0.25) * np.array([np.cos(angle), np.sin(angle)])
        point = np.clip(point + step, 0, (width - 1, height - 1))
        points.append(point)
    length = float(np.hypot(*np.diff(points, axis=0).T).sum())
    thickness = int(np.clip(min(left / max(length, 1), side * rng.uniform(0.03, 0.12)), 1, side))
    line = np.rint(points).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(made, [line], False, 255, thickness)
