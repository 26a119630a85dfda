"""The pictures and masks of a storyboard: frame i is panel i, drawn over its imported picture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from msgspec.structs import replace

from pipelines.digest import Digest
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.painting.composite import (
    PICTURE_ROLES,
    RGB,
    WHITE,
    composite,
    drawing_key,
    eight_bits,
)
from pipelines.painting.tiles import MemoryTiles, TileSource
from pipelines.panels import BlendMode, LayerRole, Panel
from pipelines.values import Image, Mask

_MASKS = frozenset({LayerRole.MASK})


class PanelFrames(FrameSource):
    """One picture a panel, at the board's size (w, h).

    `backdrops` gives, for each panel, the frame that is its imported picture, of any size: it is
    letterboxed on the paper. Without `paper` the pictures keep an alpha channel. `only` names the
    layers to show, by id: a part of the drawing that is to move by itself.
    """

    def __init__(
        self,
        panels: Sequence[Panel],
        size: tuple[int, int],
        tiles: TileSource,
        *,
        paper: RGB | None = WHITE,
        backdrops: Sequence[FrameRef | None] = (),
        roles: Collection[LayerRole] = PICTURE_ROLES,
        only: Collection[str] | None = None,
    ) -> None:
        if backdrops and len(backdrops) != len(panels):
            raise MismatchError("Every panel needs its imported picture, or None.")
        self._drawings = tuple(
            tuple(layer for layer in panel.layers if only is None or layer.id in only)
            for panel in panels
        )
        self._size = size
        self._tiles = tiles
        self._paper = paper
        self._backdrops = tuple(backdrops) or (None,) * len(self._drawings)
        self._roles = frozenset(roles)

    def __len__(self) -> int:
        return len(self._drawings)

    def key(self, index: int) -> Digest:
        ref = self._backdrops[index]
        return drawing_key(
            self._drawings[index],
            self._size,
            paper=self._paper,
            backdrop=None if ref is None else ref.source.key(ref.at),
            roles=self._roles,
        )

    def needs(self, index: int) -> Sequence[FrameRef]:
        ref = self._backdrops[index]
        return () if ref is None else (ref,)

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        return composite(
            self._drawings[index],
            self._size,
            self._tiles,
            paper=self._paper,
            backdrop=letterbox(inputs[0], self._size, paper=self._paper) if inputs else None,
            roles=self._roles,
        )


class PanelMasks(FrameSource):
    """One mask a panel: how opaque its mask layers are together, whatever their colours.

    `size` is that of the board (w, h). A panel without mask layers has an empty mask.
    """

    def __init__(self, panels: Sequence[Panel], size: tuple[int, int], tiles: TileSource) -> None:
        self._layers = tuple(
            tuple(
                replace(layer, blend=BlendMode.NORMAL)
                for layer in panel.layers
                if layer.role is LayerRole.MASK
            )
            for panel in panels
        )
        self._size = size
        self._tiles = tiles

    def __len__(self) -> int:
        return len(self._layers)

    def key(self, index: int) -> Digest:
        drawn = drawing_key(self._layers[index], self._size, roles=_MASKS)
        return derived_key("panel mask", "1", drawn)

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        picture = composite(self._layers[index], self._size, self._tiles, roles=_MASKS)
        return Mask(picture.pixels[..., 3].astype(np.uint8))


def letterbox(picture: Image, size: tuple[int, int], *, paper: RGB | None = WHITE) -> Image:
    """The whole picture as large as fits, centred on the paper (or on nothing); 8 bits."""
    width, height = size
    scale = min(width / picture.width, height / picture.height)
    fitted = resized(
        picture, max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    )
    left, top = (width - fitted.width) // 2, (height - fitted.height) // 2
    whole = np.zeros((height, width, 4), np.uint8)
    room = whole[top : top + fitted.height, left : left + fitted.width]
    room[..., 3] = 255
    room[..., : fitted.channels] = fitted.pixels
    boxed = Image(whole)
    return (
        boxed if paper is None else composite((), size, MemoryTiles(), paper=paper, backdrop=boxed)
    )


def resized(picture: Image, width: int, height: int) -> Image:
    """The picture at another size, 8 bits.

    Area averages when shrinking, bicubic when growing; alpha weighs the colours.
    """
    import cv2

    pixels = eight_bits(picture)
    if (picture.width, picture.height) == (width, height):
        return Image(pixels)
    method = cv2.INTER_AREA if width < picture.width else cv2.INTER_CUBIC
    if picture.channels == 3:
        return Image(cv2.resize(pixels, (width, height), interpolation=method).astype(np.uint8))
    weighed = pixels.astype(np.float32)
    weighed[..., :3] *= weighed[..., 3:] / 255
    scaled = cv2.resize(weighed, (width, height), interpolation=method)
    alpha = np.clip(scaled[..., 3:], 0, 255)
    scaled[..., :3] = np.divide(
        scaled[..., :3] * 255, alpha, out=np.zeros_like(scaled[..., :3]), where=alpha > 0
    )
    scaled[..., 3:] = alpha
    return Image((np.clip(scaled, 0, 255) + 0.5).astype(np.uint8))
