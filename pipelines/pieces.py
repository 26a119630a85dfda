"""A layer's paint as a piece that lies on the board or beside it, and how it is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.lifted import Matrix
from pipelines.premultiplied import Floats, premultiply, with_format
from pipelines.scaling import shrink_image
from pipelines.values import Image, Pixels, Pixels8

Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""

_EDGE = 2
"""Pixels at the edge of the board that are not trusted to be painted all over."""
_STRIP = 2
"""Pixels within and beyond an edge that tell whether paint stops there."""
_AS_WIDE = 0.9
"""Of the paint further within: what gets narrower ends by itself."""
_WIDE = 0.5
"""Of the board: what is less wide is a thing that somebody drew to its end, no scenery."""
_LARGE = 1 / 6
"""Of an edge: less paint that stops there may as well end by itself."""
_STOPS = 0.6
"""Of the paint within an edge: less beyond it means that somebody filled the frame."""


@dataclass(frozen=True, eq=False)
class Piece:
    """Paint with its corner at pixel (x, y) of a board of `size` (w, h): RGBA, straight alpha.

    `cut` says on which sides (left, top, right, bottom) it ends just where the board does: there it
    goes on beyond, as far as anybody knows. On the other sides it has a transparent rim of a pixel.
    `hidden` (board's H, W; 1 there) is where something else stands before it.
    """

    picture: Image
    x: int
    y: int
    size: tuple[int, int]
    cut: tuple[bool, bool, bool, bool] = (False, False, False, False)
    hidden: Pixels8 | None = None

    @property
    def box(self) -> Box:
        """The area that it covers."""
        return self.x, self.y, self.x + self.picture.width, self.y + self.picture.height

    @property
    def is_cut(self) -> bool:
        """Whether it goes on beyond an edge of the board, or behind something."""
        return any(self.cut) or self.hidden is not None

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Its pixels, for whoever counts bytes."""
        return {"pixels": self.picture.pixels}

    @cached_property
    def paint(self) -> Floats:
        """The pixels with colour times alpha, 0..1."""
        return premultiply(self.picture)

    @cached_property
    def middle(self) -> tuple[float, float]:
        """The centre of the paint, in points of the board."""
        weights = self.picture.pixels[..., 3].astype(np.float64)
        total = max(float(weights.sum()), 1e-9)
        across = weights.sum(axis=0) @ (np.arange(weights.shape[1]) + self.x + 0.5)
        down = weights.sum(axis=1) @ (np.arange(weights.shape[0]) + self.y + 0.5)
        return float(across) / total, float(down) / total

    def fetched(self, places: Floats) -> Floats:
        """The paint at points of the board (H, W, 2); where it is cut off, its edge goes on."""
        import cv2

        at = places - np.array([self.x + 0.5, self.y + 0.5], np.float32)
        return cast(
            Floats,
            cv2.remap(
                self.paint,
                at,
                cast(Any, None),
                cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REPLICATE,
            ),
        )

    def carried(self, matrix: Matrix, box: Box) -> Floats:
        """The paint under a transform of the board, as it lies on an area."""
        import cv2

        size = (box[2] - box[0], box[3] - box[1])
        onto = matrix.copy()
        onto[:, 2] += matrix[:, :2] @ (self.x + 0.5, self.y + 0.5) - (box[0] + 0.5, box[1] + 0.5)
        border = cv2.BORDER_REPLICATE
        made = cv2.warpAffine(self.paint, onto, size, flags=cv2.INTER_LINEAR, borderMode=border)
        return cast(Floats, made)

    def seen_carried(self, matrix: Matrix, box: Box) -> NDArray[np.bool_]:
        """Where on an area it is known what there is, once all is carried."""
        import cv2

        far = 4 * max(self.size)
        edges = (_EDGE, _EDGE, self.size[0] - _EDGE, self.size[1] - _EDGE)
        sides = zip(self.cut, edges, (-far, -far, far, far), strict=True)
        left, top, right, bottom = (edge if cut else beyond for cut, edge, beyond in sides)
        corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], float)
        moved = corners @ matrix[:, :2].T + matrix[:, 2] - (box[0] + 0.5, box[1] + 0.5)
        known = np.zeros((box[3] - box[1], box[2] - box[0]), np.uint8)
        cv2.fillConvexPoly(known, np.rint(moved).astype(np.int32), 1)
        if self.hidden is not None:
            onto = matrix.copy()
            onto[:, 2] += matrix[:, :2] @ (0.5, 0.5) - (box[0] + 0.5, box[1] + 0.5)
            known &= 1 - cv2.warpAffine(self.hidden, onto, known.shape[::-1])
        return known > 0

    def seen(self, places: Floats) -> NDArray[np.bool_]:
        """At which of these points it is known what there is."""
        import cv2

        (width, height), (left, top, right, bottom) = self.size, self.cut
        x, y = places[..., 0], places[..., 1]
        known = np.ones(x.shape, np.bool_)
        for is_cut, inside in (
            (left, x > _EDGE),
            (top, y > _EDGE),
            (right, x < width - _EDGE),
            (bottom, y < height - _EDGE),
        ):
            if is_cut:
                known &= inside
        if self.hidden is not None:
            at = (places - np.float32(0.5)).astype(np.float32)
            known &= cv2.remap(self.hidden, at, cast(Any, None), cv2.INTER_NEAREST) == 0
        return known


def cut_out(
    picture: Image, *, at: tuple[int, int] = (0, 0), size: tuple[int, int] | None = None
) -> Piece | None:
    """The paint of a picture (RGBA) that lies with its corner at a pixel of a board of `size`, by
    default one of its own size; None where there is none. Where paint stops at an edge of the
    board, lines that go on beyond it are cut off: what they surround would be hollow."""
    import cv2

    board = (picture.width, picture.height) if size is None else size
    picture, at = _without_hollows(picture, at, board)
    alpha = (picture.pixels[..., 3] > 0).astype(np.uint8)
    left, top, width, height = cv2.boundingRect(alpha)
    if not width:
        return None
    x, y = left + at[0], top + at[1]
    cut = (x == 0, y == 0, x + width == board[0], y + height == board[1])
    pixels = picture.pixels[top : top + height, left : left + width]
    rim = [0 if one else 1 for one in cut]
    padded = np.pad(pixels, ((rim[1], rim[3]), (rim[0], rim[2]), (0, 0)))
    return Piece(Image(cast(Pixels, padded)), x - rim[0], y - rim[1], board, cut)


def _without_hollows(
    picture: Image, at: tuple[int, int], board: tuple[int, int]
) -> tuple[Image, tuple[int, int]]:
    """The picture and where it lies, less what is beyond the edges at which its paint stops."""
    paint = picture.pixels[..., 3] > 0
    rows = slice(max(-at[1], 0), max(board[1] - at[1], 0))
    columns = slice(max(-at[0], 0), max(board[0] - at[0], 0))
    across, down = paint[rows].sum(axis=0), paint[:, columns].sum(axis=1)
    if np.count_nonzero(across[columns]) < _WIDE * board[0]:
        return picture, at
    wide, high = (side * _LARGE for side in board)
    left, right = (_stop(across, edge - at[0], way, high) for edge, way in ((0, -1), (board[0], 1)))
    top, bottom = (_stop(down, edge - at[1], way, wide) for edge, way in ((0, -1), (board[1], 1)))
    kept = picture.pixels[top or 0 : bottom, left or 0 : right]
    return Image(kept), (at[0] + (left or 0), at[1] + (top or 0))


def _stop(painted: NDArray[np.int64], edge: int, way: int, least: float) -> int | None:
    """The edge where there is much less paint beyond it than within; None where it goes on."""
    if not 0 < edge < len(painted):
        return None
    inwards, strips = -way, []
    for away in (-1 - _STRIP, 1, 3 * _STRIP):  # beyond, near within, further within
        first = edge + inwards * away - (_STRIP if inwards < 0 else 0)
        strips.append(int(painted[max(first, 0) : max(first + _STRIP, 0)].sum()))
    beyond, near, further = strips
    is_sudden = near > _STRIP * least and near >= _AS_WIDE * further
    return edge if is_sudden and beyond < _STOPS * near else None


def shrunk(piece: Piece, size: tuple[int, int]) -> Piece | None:
    """The piece on a smaller board, each pixel the mean of those it covers; None: none is left."""
    across, down = size[0] / piece.size[0], size[1] / piece.size[1]
    left, top, right, bottom = piece.box
    x, far = floor(left * across), ceil(right * across)
    y, low = floor(top * down), ceil(bottom * down)
    sides = (
        (top - round(y / down), round(low / down) - bottom),
        (left - round(x / across), round(far / across) - right),
        (0, 0),
    )
    padded = np.pad(piece.picture.pixels, [(max(a, 0), max(b, 0)) for a, b in sides])
    return cut_out(
        shrink_image(Image(cast(Pixels, padded)), far - x, low - y), at=(x, y), size=size
    )


def masked(picture: Image, mask: Pixels8) -> Piece | None:
    """What of a picture lies in a mask (H, W; 255 within)."""
    whole = with_format(picture, channels=4, bits=picture.bits).pixels.copy()
    whole[..., 3] = np.rint(whole[..., 3] * (mask / np.float32(255)))
    return cut_out(Image(whole))


def points_of(box: Box) -> Floats:
    """The centres of the pixels of an area, (H, W, 2)."""
    left, top, right, bottom = box
    grid = np.empty((bottom - top, right - left, 2), np.float32)
    grid[..., 0] = np.arange(left, right, dtype=np.float32) + np.float32(0.5)
    grid[..., 1] = (np.arange(top, bottom, dtype=np.float32) + np.float32(0.5))[:, None]
    return grid


def carried_points(matrix: Matrix, points: Floats) -> Floats:
    """Points under a transform."""
    import cv2

    return cast(Floats, cv2.transform(points, matrix))


def carried_box(matrix: Matrix, box: Box) -> Box:
    """The area that holds a transformed area, a pixel more on each side."""
    left, top, right, bottom = box
    corners = np.array([[left, top], [right, top], [left, bottom], [right, bottom]], float)
    moved = corners @ matrix[:, :2].T + matrix[:, 2]
    low, high = np.floor(moved.min(axis=0)) - 1, np.ceil(moved.max(axis=0)) + 1
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])


def clipped(box: Box, size: tuple[int, int]) -> Box:
    """What of an area lies on the board."""
    left, top, right, bottom = box
    return max(left, 0), max(top, 0), min(right, size[0]), min(bottom, size[1])


def around(one: Box, other: Box) -> Box:
    """The area that holds both."""
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
