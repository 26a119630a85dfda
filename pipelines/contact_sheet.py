"""Many frames on one sheet, each with a line of words below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.conversions import drop_alpha, fitted
from pipelines.errors import MismatchError
from pipelines.framing import resize
from pipelines.media.pictures import AREA_LIMIT, SIDE_LIMIT
from pipelines.values import Image

PAPER = (32, 32, 32)
INK = (224, 224, 224)
MARGIN = 4
LINE = 18
"""Pixels of the line of words."""
_TEXT_HEIGHT = 10


class SheetFrame(NamedTuple):
    """A frame of the sheet and what stands below it."""

    picture: Image
    words: str


def contact_sheet(
    frames: Iterable[SheetFrame], *, count: int, aspect: float, columns: int, tile_width: int
) -> Image:
    """A sheet of `count` frames, row by row; `aspect` is their width over their height.

    8 bits, alpha laid over the dark paper. Raises MismatchError for a sheet that is too large.
    """
    across = max(1, min(columns, count))
    tile_height = max(1, round(tile_width / aspect))
    step_x, step_y = tile_width + MARGIN, tile_height + LINE + MARGIN
    width, height = across * step_x + MARGIN, -(-count // across) * step_y + MARGIN
    if max(width, height) > SIDE_LIMIT or width * height > AREA_LIMIT:
        raise MismatchError(
            f"A contact sheet of {count:,} frames would be {width}x{height} pixels.",
            mend="Show fewer frames, or make them smaller.",
        )
    sheet: NDArray[Any] = np.empty((height, width, 3), np.uint8)
    sheet[:] = PAPER
    for place, (picture, words) in enumerate(frames):
        left = MARGIN + place % across * step_x
        top = MARGIN + place // across * step_y
        small = resize(fitted(picture, channels=picture.channels, bits=8), tile_width, tile_height)
        sheet[top : top + tile_height, left : left + tile_width] = _over_paper(small)
        line = sheet[top + tile_height : top + tile_height + LINE, left : left + tile_width]
        line[:] = _written(words, tile_width)
    return Image(sheet)


def _over_paper(picture: Image) -> NDArray[Any]:
    return drop_alpha(picture, over=PAPER).pixels


def _written(words: str, width: int) -> NDArray[Any]:
    """The words in a line, made narrower where they do not fit."""
    import cv2

    face = cv2.FONT_HERSHEY_SIMPLEX
    scale = cv2.getFontScaleFromHeight(face, _TEXT_HEIGHT)
    (length, _), _ = cv2.getTextSize(words, face, scale, 1)
    scale *= min(1.0, max(1, width - 2) / max(1, length))
    line: NDArray[Any] = np.empty((LINE, width, 3), np.uint8)
    line[:] = PAPER
    cv2.putText(line, words, (1, LINE - 5), face, scale, INK, 1, cv2.LINE_AA)
    return line
