"""The one way from painted layers to a picture: all that the graph sees of a drawing.

Formulas: W3C Compositing and Blending Level 1, written for premultiplied colours (c = alpha C), so
that nothing is divided before the end. Arithmetic is float32 without fused steps: the same pixels
on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.digest import Digest, digest_text
from pipelines.errors import MismatchError
from pipelines.painting.tiles import TileSource, clipped, places, within_tile
from pipelines.panels import TILE, BlendMode, Layer, LayerRole, Tile
from pipelines.values import Image, Pixels8

RGB = tuple[int, int, int]
"""A colour, 0..255."""

WHITE: RGB = (255, 255, 255)

PICTURE_ROLES = frozenset({LayerRole.DRAWING, LayerRole.BACKGROUND})
"""Roles that are part of the picture. Notes, references, controls and masks are not."""

Planes = NDArray[np.float32]
"""Premultiplied colour 0..1: (4, h, w), planes red, green, blue, alpha."""

_VERSION = "composite/1"


def composite(
    layers: Iterable[Layer],
    size: tuple[int, int],
    tiles: TileSource,
    *,
    paper: RGB | None = None,
    backdrop: Image | None = None,
    roles: Collection[LayerRole] = PICTURE_ROLES,
) -> Image:
    """The picture of `layers`, lowest first, over `backdrop` over `paper`; `size` is (w, h).

    Three opaque channels with `paper`, otherwise four with straight alpha; 8 bits. Raises
    MissingTileError, and MismatchError for a backdrop of another size.
    """
    width, height = size
    if backdrop is not None and (backdrop.width, backdrop.height) != size:
        raise MismatchError("The picture under a drawing must have the size of the drawing.")
    seen = painting_order(layers, roles)
    found = [{(tile.x, tile.y): tile.digest for tile in layer.tiles} for layer in seen]
    pixels = _ground(size, paper, backdrop)
    for x, y in places((0, 0, width, height)):
        here = [
            (layer, tiles.read(by_place[x, y]))
            for layer, by_place in zip(seen, found, strict=True)
            if (x, y) in by_place
        ]
        if here:
            area = clipped((0, 0, width, height), x, y)
            part = pixels[area[1] : area[3], area[0] : area[2]]
            _paint(part, [(layer, pixels[within_tile(area, x, y)]) for layer, pixels in here])
    return Image(pixels)


def drawing_key(
    layers: Iterable[Layer],
    size: tuple[int, int],
    *,
    paper: RGB | None = None,
    backdrop: Digest | None = None,
    roles: Collection[LayerRole] = PICTURE_ROLES,
) -> Digest:
    """The content key of `composite` with the same arguments, `backdrop` given by its key.

    Names, locks, roles as such, hidden layers and pixels outside the frame do not change it.
    """
    parts = [_VERSION, f"{size}", f"{paper}", f"{backdrop}"]
    for layer in painting_order(layers, roles):
        inside = [tile for tile in layer.tiles if _touches(tile, size)]
        if inside:
            parts.append(f"{layer.blend.value} {layer.opacity!r}")
            parts.extend(f"{tile.x} {tile.y} {tile.digest}" for tile in inside)
    return digest_text("\n".join(parts))


def painting_order(
    layers: Iterable[Layer], roles: Collection[LayerRole] = PICTURE_ROLES
) -> list[Layer]:
    """The layers that show, lowest first."""
    return [
        layer
        for layer in layers
        if layer.visible and layer.opacity > 0 and layer.tiles and layer.role in roles
    ]


def blend(below: Planes, above: Planes, mode: BlendMode) -> Planes:
    """One picture over another, both premultiplied; writes into `below` and returns it."""
    colour, alpha = below[:3], below[3]
    if mode is BlendMode.NORMAL:
        below *= 1 - above[3]
        below += above
        return below
    if mode is BlendMode.ADD:
        below += above
        return np.minimum(below, 1, out=below)
    mixed = _MIXES[mode](colour, alpha, above[:3], above[3])
    mixed += colour * (1 - above[3])
    mixed += above[:3] * (1 - alpha)
    below[:3] = mixed
    alpha += above[3] * (1 - alpha)
    return below


def _ground(size: tuple[int, int], paper: RGB | None, backdrop: Image | None) -> Pixels8:
    width, height = size
    if paper is None:
        if backdrop is None:
            return np.zeros((height, width, 4), np.uint8)
        pixels = np.full((height, width, 4), 255, np.uint8)
        pixels[..., : backdrop.channels] = eight_bits(backdrop)
        return pixels
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = paper
    if backdrop is not None:
        over = eight_bits(backdrop)
        if backdrop.channels == 3:
            return over.copy()
        for row in range(0, height, TILE):
            _paint(pixels[row : row + TILE], [(Layer(id=""), over[row : row + TILE])])
    return pixels


def _paint(pixels: Pixels8, layers: Sequence[tuple[Layer, Pixels8]]) -> None:
    """Blend layers, lowest first, into `pixels` (straight RGB or RGBA), only where they paint."""
    import cv2

    boxes = [cv2.boundingRect(cv2.extractChannel(above, 3)) for _, above in layers]
    used = [box for box in boxes if box[2]]
    if not used:
        return
    left, top = min(box[0] for box in used), min(box[1] for box in used)
    right = max(box[0] + box[2] for box in used)
    bottom = max(box[1] + box[3] for box in used)
    part = pixels[top:bottom, left:right]
    below = _planes(part, 1.0)
    for (layer, above), (x, y, width, height) in zip(layers, boxes, strict=True):
        if width:
            over = _planes(above[y : y + height, x : x + width], layer.opacity)
            rows, columns = slice(y - top, y - top + height), slice(x - left, x - left + width)
            blend(below[:, rows, columns], over, layer.blend)
    _straight(below, part)


def _planes(pixels: Pixels8, opacity: float) -> Planes:
    """Straight 8-bit pixels as premultiplied planes."""
    import cv2

    height, width, channels = pixels.shape
    planes = np.empty((4, height, width), np.float32)
    for index, plane in enumerate(cv2.split(pixels)):
        np.multiply(plane, np.float32(1 / 255), out=planes[index])
    if channels == 3:
        planes[3] = 1
        return planes
    if opacity < 1:
        planes[3] *= np.float32(opacity)
    planes[:3] *= planes[3]
    return planes


def _straight(planes: Planes, into: Pixels8) -> None:
    """Write premultiplied planes as straight 8-bit pixels."""
    import cv2

    if into.shape[2] == 3:
        planes = planes[:3]
        scale: Any = np.float32(255)
    else:
        scale = np.divide(255, planes[3], out=np.zeros_like(planes[3]), where=planes[3] > 0)
        planes[3] *= 255
        planes[:3] *= scale
        scale = np.float32(1)
    planes *= scale
    planes += np.float32(0.5)
    np.minimum(planes, 255, out=planes)
    into[:] = cv2.merge(list(planes.astype(np.uint8)))


def _multiply(cb: Planes, ab: Planes, cs: Planes, a_s: Planes) -> Planes:
    return cs * cb


def _screen(cb: Planes, ab: Planes, cs: Planes, a_s: Planes) -> Planes:
    return np.add(cs * ab, cb * (a_s - cs))


def _overlay(cb: Planes, ab: Planes, cs: Planes, a_s: Planes) -> Planes:
    dark = 2 * cs * cb
    light = a_s * ab - 2 * (ab - cb) * (a_s - cs)
    return np.where(2 * cb <= ab, dark, light)


def _darken(cb: Planes, ab: Planes, cs: Planes, a_s: Planes) -> Planes:
    return np.minimum(cs * ab, cb * a_s)


def _lighten(cb: Planes, ab: Planes, cs: Planes, a_s: Planes) -> Planes:
    return np.maximum(cs * ab, cb * a_s)


_MIXES: dict[BlendMode, Callable[[Planes, Planes, Planes, Planes], Planes]] = {
    BlendMode.MULTIPLY: _multiply,
    BlendMode.SCREEN: _screen,
    BlendMode.OVERLAY: _overlay,
    BlendMode.DARKEN: _darken,
    BlendMode.LIGHTEN: _lighten,
}
"""The term alpha_s alpha_b B(Cb, Cs) of section 9.1, premultiplied.

Normal is source-over and add is the operator "lighter" (section 9.1.14), which need no such term.
"""


def eight_bits(picture: Image) -> Pixels8:
    """The pixels of a picture at 8 bits a channel, rounded."""
    if picture.bits == 8:
        return picture.pixels.astype(np.uint8, copy=False)
    return ((picture.pixels.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8)


def _touches(tile: Tile, size: tuple[int, int]) -> bool:
    width, height = size
    return -TILE < tile.x * TILE < width and -TILE < tile.y * TILE < height
