"""A picture from elsewhere as the tiles of a layer: placed on the paper whole, as large as fits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipelines.painting.composite import eight_bits
from pipelines.painting.panel_frames import resized
from pipelines.painting.tiles import TileStore, cut
from pipelines.panels import Tile
from pipelines.values import Image, Pixels8


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a picture: its tiles, and its width and height before and on the paper."""

    tiles: tuple[Tile, ...]
    was: tuple[int, int]
    size: tuple[int, int]

    @property
    def is_shrunk(self) -> bool:
        """Whether it was larger than the paper."""
        return self.size[0] < self.was[0]


def pasted(
    picture: Image, paper: tuple[int, int], tiles: TileStore, *, fills: bool = False
) -> Pasted:
    """Lay a picture on the middle of the paper (w, h).

    One that is larger is shrunk to fit, and with `fills` a smaller one grows until it does.
    """
    was = (picture.width, picture.height)
    scale = min(paper[0] / was[0], paper[1] / was[1])
    if not fills:
        scale = min(scale, 1.0)
    size = (max(1, round(was[0] * scale)), max(1, round(was[1] * scale)))
    pixels = _with_alpha(resized(picture, *size))
    at = ((paper[0] - size[0]) // 2, (paper[1] - size[1]) // 2)
    return Pasted(cut(Image(pixels), tiles, at=at), was, size)


def _with_alpha(picture: Image) -> Pixels8:
    """Straight RGBA; what is fully transparent has no colour, so that equal looks are equal."""
    pixels = np.full((picture.height, picture.width, 4), 255, np.uint8)
    pixels[..., : picture.channels] = eight_bits(picture)
    pixels[pixels[..., 3] == 0] = 0
    return pixels
