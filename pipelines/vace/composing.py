"""One frame as VACE is given it: what is known of it and what is to be made. Pure.

Content is (H, W, 4) RGB with an alpha of 255 where something is known and 0 where nothing is: there
both streams hold exact zero, which is between the levels 127 and 128 of 8 bits. A mask is white
where the model makes something, black where it keeps.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.masks import grow
from pipelines.vace.source_mode import SourceMode
from pipelines.values import Image, Mask, Pixels8

Area = NDArray[np.bool_]

NOTHING = np.uint8(128)
"""How a pixel is shown of which nothing is known."""


class Composed(NamedTuple):
    """A frame of what VACE is given: content with alpha, and where something is to be made."""

    content: Image
    generate: Mask


class Streams(NamedTuple):
    """The two videos that VACE encodes, (..., H, W, 3) in -1..1: what is kept, and what guides."""

    inactive: NDArray[np.float32]
    reactive: NDArray[np.float32]


def composed(
    size: tuple[int, int],
    *,
    source: Image | None = None,
    mask: Mask | None = None,
    control: Image | None = None,
    region: Mask | None = None,
    mode: SourceMode = SourceMode.GRAY,
    margin: int = 0,
) -> Composed:
    """A frame of `size` (width, height), which all parts have.

    `source` is kept outside the mask, where it is opaque; without a mask all of it is. `control`
    (depth, pose, scribble ...) guides what is made, within its `region` only where there is one.
    """
    generate = generated(size, source=source, mask=mask, mode=mode, margin=margin)
    made = generate.pixels > 0
    width, height = size
    content = np.full((height, width, 4), NOTHING, np.uint8)
    content[..., 3] = 0
    if source is not None:
        shown = opaque(source) if mode is SourceMode.RECONSTRUCT else ~made
        content[shown, :3] = source.pixels[shown, :3]
        content[shown, 3] = 255
    if control is not None:
        guided = made if region is None else made & (region.pixels >= 128)
        content[guided, :3] = control.pixels[guided, :3]
        content[guided, 3] = 255
    return Composed(Image(content), generate)


def generated(
    size: tuple[int, int],
    *,
    source: Image | None = None,
    mask: Mask | None = None,
    mode: SourceMode = SourceMode.GRAY,
    margin: int = 0,
) -> Mask:
    """Where a frame is to be made: everywhere where there is no source or the source is clear."""
    width, height = size
    if source is None:
        return Mask(np.full((height, width), 255, np.uint8))
    made = ~opaque(source)
    if mask is not None:
        made |= widened(mask.pixels >= 128, mode, margin)
    return Mask(_white(made))


def kept_of(
    size: tuple[int, int],
    *,
    source: Image | None = None,
    mask: Mask | None = None,
    mode: SourceMode = SourceMode.GRAY,
    margin: int = 0,
) -> Image:
    """What comes back of a frame's source: RGB, and an alpha of 255 where all of it does, 0 where
    nothing does. A mask keeps its soft edge."""
    width, height = size
    pixels = np.zeros((height, width, 4), np.uint8)
    if source is None:
        return Image(pixels)
    pixels[..., :3] = source.pixels[..., :3]
    pixels[..., 3] = source.pixels[..., 3] if source.channels == 4 else 255
    if mask is not None:
        hides = mask.pixels
        if mode is SourceMode.GROWN:
            hides = np.maximum(hides, grow(mask, margin).pixels)
        elif mode is SourceMode.BOX:
            hides = np.maximum(hides, _white(_boxes(hides >= 128, margin)))
        pixels[..., 3] = np.minimum(pixels[..., 3], 255 - hides)
    return Image(pixels)


def put_back(kept: Image, made: Image) -> Image:
    """What was made, with what is kept laid over it: to the last bit where all of it is."""
    share = kept.pixels[..., 3:].astype(np.uint32)
    levels = kept.pixels[..., :3] * share + made.pixels * (255 - share)
    return Image(((levels + 127) // 255).astype(np.uint8))


def widened(area: Area, mode: SourceMode, margin: int) -> Area:
    """The masked area as a way of treating the source wants it, `margin` pixels wider."""
    if mode is SourceMode.GROWN:
        return np.asarray(grow(Mask(_white(area)), margin).pixels >= 128)
    if mode is SourceMode.BOX:
        return _boxes(area, margin)
    return area


def streams(content: NDArray[Any], generate: NDArray[Any]) -> Streams:
    """The streams of one frame or of many: content (..., H, W, 4), generate (..., H, W)."""
    video = np.where(content[..., 3:] > 0, shares(content), np.float32(0.5))
    video = video * np.float32(2) - np.float32(1)
    made = (generate >= 128)[..., None].astype(np.float32)
    return Streams(video * (1 - made), video * made)


def shares(content: NDArray[Any]) -> NDArray[np.float32]:
    """The colours of content in 0..1, without its alpha."""
    return content[..., :3].astype(np.float32) / np.float32(255)


def shown_stream(composed: Composed, *, reactive: bool) -> Image:
    """A stream as a picture: mid gray where it holds nothing."""
    content, made = composed.content.pixels, composed.generate.pixels >= 128
    pixels = np.full((*made.shape, 3), NOTHING, np.uint8)
    held = (made if reactive else ~made) & (content[..., 3] > 0)
    pixels[held] = content[held, :3]
    return Image(pixels)


def opaque(source: Image) -> Area:
    """Where a source shows something."""
    if source.channels == 3:
        return np.ones((source.height, source.width), np.bool_)
    return np.asarray(source.pixels[..., 3] >= 128)


def _boxes(area: Area, margin: int) -> Area:
    """The boxes around the parts of an area that hang together."""
    import cv2

    made = np.zeros_like(area)
    count, _, stats, _ = cv2.connectedComponentsWithStats(area.astype(np.uint8), connectivity=8)
    for x, y, width, height, _ in stats[1:count].tolist():
        rows = slice(max(0, y - margin), y + height + margin)
        made[rows, max(0, x - margin) : x + width + margin] = True
    return made


def _white(area: Area) -> Pixels8:
    return area.astype(np.uint8) * np.uint8(255)
