"""A selected part of a drawing, lifted off its layer, moved, turned or scaled, and laid down."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, cos, floor, radians, sin

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.canvas import Canvas
from pipelines.painting.coverage import Coverage
from pipelines.painting.tiles import assemble
from pipelines.panels import TILE
from pipelines.premultiplied import premultiply, unpremultiply
from pipelines.values import Image

Matrix = NDArray[np.float64]
"""(2, 3): canvas points to canvas points."""

STAY: Matrix = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


@dataclass(frozen=True, slots=True)
class Lifted:
    """A piece of paint: an RGBA picture with its corner at canvas pixel (x, y)."""

    picture: Image
    x: int
    y: int

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the piece, in canvas pixels."""
        return self.x + self.picture.width / 2, self.y + self.picture.height / 2


def lift(canvas: Canvas, selection: Coverage) -> Lifted | None:
    """Take what `selection` covers off the canvas; None where nothing is painted there.

    Half-covered pixels are shared out: what stays and what is lifted add up to what was there.
    """
    area = _extent(selection)
    if area is None:
        return None
    left, top, right, bottom = area
    canvas.commit()
    pixels = assemble(canvas.layer, area, canvas.tiles).pixels.copy()
    share = np.zeros((bottom - top, right - left), np.uint16)
    for (x, y), covered in selection.tiles.items():
        corner_x, corner_y = x * TILE - left, y * TILE - top
        rows = slice(max(corner_y, 0), min(corner_y + TILE, share.shape[0]))
        columns = slice(max(corner_x, 0), min(corner_x + TILE, share.shape[1]))
        share[rows, columns] = covered[
            rows.start - corner_y : rows.stop - corner_y,
            columns.start - corner_x : columns.stop - corner_x,
        ]
    pixels[..., 3] = (pixels[..., 3] * share + 127) // 255
    pixels[pixels[..., 3] == 0] = 0
    if not pixels.any():
        return None
    canvas.paint(selection, (0, 0, 0), erase=True)
    return Lifted(Image(pixels.astype(np.uint8)), left, top)


def laid(canvas: Canvas, piece: Lifted) -> None:
    """Lay a piece on the canvas, over what is there."""
    canvas.lay(piece.picture, (piece.x, piece.y))


def transformed(piece: Lifted, matrix: Matrix) -> Lifted:
    """The piece under a transform of the canvas, resampled once from what was lifted.

    Bicubic where it grows, area averages where it shrinks to less than half. A move by whole pixels
    changes no pixel. A transform that would flatten it to nothing leaves one pixel.
    """
    import cv2

    if (matrix[:, :2] == STAY[:, :2]).all() and (matrix[:, 2] == np.round(matrix[:, 2])).all():
        return Lifted(piece.picture, piece.x + int(matrix[0, 2]), piece.y + int(matrix[1, 2]))
    source = premultiply(piece.picture)
    shrunk = _shrink(matrix)
    inner = np.array([[1 / shrunk, 0, 0], [0, 1 / shrunk, 0]])
    if shrunk > 1:
        height, width = source.shape[:2]
        size = max(1, round(width / shrunk)), max(1, round(height / shrunk))
        inner = np.array([[size[0] / width, 0, 0], [0, size[1] / height, 0]])
        source = cv2.resize(source, size, interpolation=cv2.INTER_AREA)
    corners = _moved(matrix, _corners(piece))
    left, top = floor(corners[:, 0].min()) - 1, floor(corners[:, 1].min()) - 1
    right, bottom = ceil(corners[:, 0].max()) + 1, ceil(corners[:, 1].max()) + 1
    to_piece = joined(matrix, np.array([[1.0, 0, piece.x], [0, 1.0, piece.y]]))
    to_piece = joined(to_piece, inverse(inner))
    to_piece[:, 2] += to_piece[:, :2] @ (0.5, 0.5) - (left + 0.5, top + 0.5)
    warped = cv2.warpAffine(
        source,
        to_piece,
        (max(right - left, 1), max(bottom - top, 1)),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
    )
    warped = np.clip(warped, 0, 1)
    warped[..., :3] = np.minimum(warped[..., :3], warped[..., 3:])
    return Lifted(unpremultiply(warped.astype(np.float32), bits=8), left, top)


def similarity(
    about: tuple[float, float],
    *,
    move: tuple[float, float] = (0.0, 0.0),
    degrees: float = 0.0,
    scale: tuple[float, float] = (1.0, 1.0),
) -> Matrix:
    """Scale along x and y, then turn clockwise on the screen, about a point; then move."""
    turn = radians(degrees)
    linear = np.array([[cos(turn), -sin(turn)], [sin(turn), cos(turn)]]) @ np.diag(scale)
    offset = np.array(about) + np.array(move) - linear @ np.array(about)
    return np.concatenate([linear, offset[:, None]], axis=1)


def _extent(selection: Coverage) -> tuple[int, int, int, int] | None:
    import cv2

    boxes: list[tuple[int, int, int, int]] = []
    for (x, y), covered in selection.tiles.items():
        left, top, width, height = cv2.boundingRect(covered)
        if width:
            left, top = left + x * TILE, top + y * TILE
            boxes.append((left, top, left + width, top + height))
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _shrink(matrix: Matrix) -> float:
    """How many times smaller than half the piece becomes, 1 where it does not."""
    least = float(np.linalg.svd(matrix[:, :2], compute_uv=False).max())
    return max(1.0, min(0.5 / max(least, 1e-3), 64.0))


def _corners(piece: Lifted) -> Matrix:
    right, bottom = piece.x + piece.picture.width, piece.y + piece.picture.height
    return np.array(
        [[piece.x, piece.y], [right, piece.y], [piece.x, bottom], [right, bottom]], float
    )


def _moved(matrix: Matrix, points: Matrix) -> Matrix:
    return points @ matrix[:, :2].T + matrix[:, 2]


def joined(outer: Matrix, inner: Matrix) -> Matrix:
    """`inner` first, then `outer`."""
    linear = outer[:, :2] @ inner[:, :2]
    offset = outer[:, :2] @ inner[:, 2] + outer[:, 2]
    return np.concatenate([linear, offset[:, None]], axis=1)


def inverse(matrix: Matrix) -> Matrix:
    """The way back. Raises LinAlgError for what flattens the canvas."""
    linear = np.asarray(np.linalg.inv(matrix[:, :2]), np.float64)
    return np.concatenate([linear, -(linear @ matrix[:, 2])[:, None]], axis=1)
