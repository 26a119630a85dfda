"""Frames of a scene, what is seen where in them, and exact motion between any two of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.premultiplied import Floats
from pipelines.refiner.training.motions import Matrix
from pipelines.refiner.training.pieces import FINER, Piece
from pipelines.refiner.training.scenes import Pose, Scene
from pipelines.values import Pixels8


@dataclass(frozen=True, slots=True, eq=False)
class Rendered:
    """A frame: its picture, the number of what is seen at each pixel (0 the ground), and where
    each of those stands."""

    picture: Pixels8
    labels: Pixels8
    matrices: list[Matrix]

    def steps_to(self, other: Rendered) -> Floats:
        """The exact step of each pixel to where the same point is in another frame, (H, W, 2)."""
        moves = [
            there @ np.linalg.inv(here)
            for here, there in zip(self.matrices, other.matrices, strict=True)
        ]
        numbers = np.array([move[:2] for move in moves], np.float32)[self.labels]
        height, width = self.labels.shape
        x = np.arange(width, dtype=np.float32)
        y = np.arange(height, dtype=np.float32)[:, None]
        at_x = numbers[..., 0, 0] * x + numbers[..., 0, 1] * y + numbers[..., 0, 2] - x
        at_y = numbers[..., 1, 0] * x + numbers[..., 1, 1] * y + numbers[..., 1, 2] - y
        return cast(Floats, np.stack([at_x, at_y], axis=2))

    def seen_in(self, other: Rendered, steps: Floats) -> NDArray[np.bool_]:
        """Whether each point is seen in another frame too, where `steps` lead."""
        height, width = self.labels.shape
        x = np.rint(np.arange(width) + steps[..., 0]).astype(np.int32)
        y = np.rint(np.arange(height)[:, None] + steps[..., 1]).astype(np.int32)
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        found = other.labels[y.clip(0, height - 1), x.clip(0, width - 1)]
        return inside & (found == self.labels)


def rendered(scene: Scene, pose: Pose) -> Rendered:
    """The picture of a scene in a pose."""
    side = scene.side
    matrices = scene.matrices(pose)
    picture = cv2.warpAffine(
        scene.ground,
        matrices[0][:2],
        (side, side),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT_101,
    ).astype(np.uint8)
    labels = np.zeros((side, side), np.uint8)
    pieces = [bone.piece for thing in scene.things for bone in thing.bones]
    for number, (piece, matrix) in enumerate(zip(pieces, matrices[1:], strict=True), 1):
        _lay(picture, labels, piece, matrix, number)
    return Rendered(picture, labels, matrices)


def _lay(picture: Pixels8, labels: Pixels8, piece: Piece, matrix: Matrix, number: int) -> None:
    """Paint a piece over the picture, only where it comes to lie."""
    height, width = piece.paint.shape[:2]
    x, y = piece.pivot
    # paint is read at the middles of its pixels, FINER of which make one of the picture
    finer = np.array([[1 / FINER, 0, -x / FINER], [0, 1 / FINER, -y / FINER], [0, 0, 1]])
    whole = matrix @ finer
    corners = whole[:2] @ np.array([[0, width, 0, width], [0, 0, height, height], [1, 1, 1, 1]])
    side = picture.shape[0]
    low = np.floor(corners.min(1)).astype(int).clip(0, side)
    high = np.ceil(corners.max(1)).astype(int).clip(0, side) + 1
    high = np.minimum(high, side)
    if (low >= high).any():
        return
    whole[:2, 2] -= low
    size = int(high[0] - low[0]), int(high[1] - low[1])
    paint = cv2.warpAffine(piece.paint, whole[:2], size, flags=cv2.INTER_LINEAR)
    area = slice(low[1], high[1]), slice(low[0], high[0])
    under = picture[area]
    rest = cast(Pixels8, np.repeat(255 - paint[..., 3:], 3, axis=2))
    picture[area] = cv2.add(cv2.multiply(under, rest, scale=1 / 255), paint[..., :3])
    labels[area][paint[..., 3] > 127] = number
