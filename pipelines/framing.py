"""Pictures resized, cropped and padded, with the way back; lengths fitted to a model's rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.errors import MismatchError
from pipelines.premultiplied import full, premultiply, unpremultiply
from pipelines.values import Image, Mask, Picture

P = TypeVar("P", Image, Mask)

Colour = tuple[float, float, float, float]
"""Red, green, blue and alpha in 0..1. A picture without alpha ignores the last."""

CLEAR: Colour = (0.0, 0.0, 0.0, 0.0)


class Fit(StrEnum):
    """How a picture meets a canvas of another shape."""

    FIT = "fit"
    """All of the picture is seen; the rest of the canvas is padded."""
    FILL = "fill"
    """All of the canvas is covered; what does not fit in is cropped."""
    STRETCH = "stretch"
    """The picture takes the canvas's proportions."""
    NONE = "none"
    """The picture keeps its size and is padded or cropped."""


class Anchor(StrEnum):
    """Where a picture lies in a canvas with room to spare, or what a crop keeps."""

    TOP_LEFT = "top left"
    TOP = "top"
    TOP_RIGHT = "top right"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTTOM_LEFT = "bottom left"
    BOTTOM = "bottom"
    BOTTOM_RIGHT = "bottom right"


class Filter(StrEnum):
    """How new pixels are made from old ones. A mask under BEST is resized by NEAREST."""

    BEST = "best"
    """Area averages when shrinking, Lanczos when growing."""
    NEAREST = "nearest"
    LINEAR = "linear"
    CUBIC = "cubic"
    LANCZOS = "lanczos"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in whole pixels; it may reach beyond the picture that it is about."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Placement:
    """A picture of `width` x `height`, scaled into `box` of a canvas, and so the way back too.

    Nothing is lost where the box lies within the canvas; where it has the picture's own size the
    way back is bit-exact.
    """

    width: int
    height: int
    canvas_width: int
    canvas_height: int
    box: Box


_ANCHORS = {anchor: (index % 3 / 2, index // 3 / 2) for index, anchor in enumerate(Anchor)}


def plan(
    width: int,
    height: int,
    *,
    canvas: tuple[int, int],
    fit: Fit = Fit.FIT,
    anchor: Anchor = Anchor.CENTRE,
) -> Placement:
    """Where a picture of `width` x `height` goes in a `canvas` of (width, height)."""
    if min(width, height, *canvas) < 1:
        raise MismatchError(
            f"A picture of {width} x {height} cannot be put into {canvas[0]} x {canvas[1]}.",
            mend="Give both a size of at least one pixel.",
        )
    across, down = canvas[0] / width, canvas[1] / height
    scales = {
        Fit.FIT: (min(across, down),) * 2,
        Fit.FILL: (max(across, down),) * 2,
        Fit.STRETCH: (across, down),
        Fit.NONE: (1.0, 1.0),
    }
    scale_x, scale_y = scales[fit]
    seen = max(1, round(width * scale_x)), max(1, round(height * scale_y))
    share_x, share_y = _ANCHORS[anchor]
    x, y = int((canvas[0] - seen[0]) * share_x // 1), int((canvas[1] - seen[1]) * share_y // 1)
    return Placement(width, height, *canvas, Box(x, y, *seen))


def to_multiple(width: int, height: int, multiple: int, *, up: bool = True) -> tuple[int, int]:
    """The nearest size whose sides are multiples: larger with `up`, otherwise smaller."""

    def rounded(side: int) -> int:
        return max(1, -(-side // multiple) if up else side // multiple) * multiple

    return rounded(width), rounded(height)


def place(
    picture: P, placement: Placement, *, colour: Colour = CLEAR, how: Filter = Filter.BEST
) -> P:
    """The canvas with the picture in it. A mask is padded with the first number of `colour`."""
    _require_size(picture, placement.width, placement.height)
    box = placement.box
    scaled = resize(picture, box.width, box.height, how=how)
    window = Box(-box.x, -box.y, placement.canvas_width, placement.canvas_height)
    return crop(scaled, window, colour=colour)


def unplace(
    canvas: P, placement: Placement, *, over: P | None = None, how: Filter = Filter.BEST
) -> P:
    """The picture taken out of its canvas again, at its own size.

    What the canvas had cropped comes from `over`, the picture as it was, or is clear without it.
    """
    _require_size(canvas, placement.canvas_width, placement.canvas_height)
    box = placement.box
    if over is None:
        scaled = crop(canvas, box)
    else:
        scaled = _pasted(resize(over, box.width, box.height, how=how), canvas, box)
    return resize(scaled, placement.width, placement.height, how=how)


def crop(picture: P, box: Box, *, colour: Colour = CLEAR) -> P:
    """The part of the picture within the box; what lies beyond the picture has the colour."""
    if min(box.width, box.height) < 1:
        raise MismatchError("The crop leaves no pixel.", mend="Make the cropped area larger.")
    if box == Box(0, 0, picture.width, picture.height):
        return picture
    left, top = max(box.x, 0), max(box.y, 0)
    right = min(box.x + box.width, picture.width)
    bottom = min(box.y + box.height, picture.height)
    pixels = _filled(picture, box, colour)
    if left < right and top < bottom:
        rows = slice(top - box.y, bottom - box.y)
        columns = slice(left - box.x, right - box.x)
        pixels[rows, columns] = picture.pixels[top:bottom, left:right]
    return _like(picture, pixels)


def window(picture: P, box: Box, size: tuple[int, int], *, how: Filter = Filter.BEST) -> P:
    """What a box of the picture shows, at a `size` (width, height). Beyond the picture an image
    repeats its edge, and a mask is black."""
    part = crop(picture, box) if isinstance(picture, Mask) else _reaching_on(picture, box)
    return resize(part, *size, how=how)


def unwindow(part: P, box: Box, over: P, *, how: Filter = Filter.BEST) -> P:
    """The picture `over` with what a box of it shows taken from `part`, at any size of that.

    Outside of the box, and where the part has the box's size, to the last bit.
    """
    scaled = resize(part, box.width, box.height, how=how)
    return _pasted(over, scaled, Box(-box.x, -box.y, over.width, over.height))


def resize(picture: P, width: int, height: int, *, how: Filter = Filter.BEST) -> P:
    """The whole picture at another size, its proportions changed where they must."""
    if (width, height) == (picture.width, picture.height):
        return picture
    if how is Filter.BEST and isinstance(picture, Mask):
        how = Filter.NEAREST
    if how is not Filter.NEAREST and isinstance(picture, Image) and picture.channels == 4:
        floats = _resized(premultiply(picture), width, height, how)
        floats[..., :3] = np.minimum(floats[..., :3], floats[..., 3:])
        return cast(P, unpremultiply(floats, bits=picture.bits))
    return _like(picture, _resized(picture.pixels, width, height, how))


@dataclass(frozen=True, slots=True)
class LengthRule:
    """Lengths of the form step x n + rest that a model accepts."""

    step: int = 4
    rest: int = 1


@dataclass(frozen=True, slots=True)
class FittedLength:
    """The frames to take, in order, and how many of them repeat the last one."""

    indices: tuple[int, ...]
    added: int


def fit_length(count: int, rule: LengthRule = LengthRule()) -> FittedLength:
    """The shortest accepted length that holds all `count` frames; the last one is held."""
    if count < 1:
        raise MismatchError("There is no frame.", mend="Connect a clip with a frame at least.")
    added = (rule.rest - count) % rule.step + max(0, rule.rest - count) // rule.step * rule.step
    return FittedLength((*range(count), *[count - 1] * added), added)


def _resized(pixels: NDArray[Any], width: int, height: int, how: Filter) -> NDArray[Any]:
    import cv2

    kinds = {
        Filter.NEAREST: cv2.INTER_NEAREST_EXACT,
        Filter.LINEAR: cv2.INTER_LINEAR,
        Filter.CUBIC: cv2.INTER_CUBIC,
        Filter.LANCZOS: cv2.INTER_LANCZOS4,
        Filter.AREA: cv2.INTER_AREA,
    }
    if how is not Filter.BEST:
        return cv2.resize(pixels, (width, height), interpolation=kinds[how])
    smaller = min(width, pixels.shape[1]), min(height, pixels.shape[0])
    if smaller != (pixels.shape[1], pixels.shape[0]):
        pixels = cv2.resize(pixels, smaller, interpolation=cv2.INTER_AREA)
    if smaller != (width, height):
        pixels = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_LANCZOS4)
    return pixels


def _reaching_on(picture: P, box: Box) -> P:
    """A crop of a picture whose outermost pixels reach on beyond it."""
    rows = np.clip(np.arange(box.y, box.y + box.height), 0, picture.height - 1)
    columns = np.clip(np.arange(box.x, box.x + box.width), 0, picture.width - 1)
    if rows[-1] - rows[0] == box.height - 1 and columns[-1] - columns[0] == box.width - 1:
        return crop(picture, box)
    return _like(picture, picture.pixels[rows[:, None], columns[None, :]])


def _pasted(below: P, canvas: P, box: Box) -> P:
    """The picture `below`, which takes `box` of the canvas, under the canvas."""
    left, top = max(box.x, 0), max(box.y, 0)
    right = max(min(box.x + box.width, canvas.width), left)
    bottom = max(min(box.y + box.height, canvas.height), top)
    pixels = below.pixels.copy()
    inside = canvas.pixels[top:bottom, left:right]
    pixels[top - box.y : bottom - box.y, left - box.x : right - box.x] = inside
    return _like(below, pixels)


def _filled(picture: Picture, box: Box, colour: Colour) -> NDArray[Any]:
    shape = (box.height, box.width, *picture.pixels.shape[2:])
    if isinstance(picture, Mask):
        return np.full(shape, round(colour[0] * 255), np.uint8)
    level = np.rint(np.array(colour[: picture.channels]) * full(picture.bits))
    return np.broadcast_to(level, shape).astype(picture.pixels.dtype)


def _like(picture: P, pixels: NDArray[Any]) -> P:
    return cast(P, Mask(pixels) if isinstance(picture, Mask) else Image(pixels))


def _require_size(picture: Picture, width: int, height: int) -> None:
    if (picture.width, picture.height) != (width, height):
        raise MismatchError(
            f"The picture is {picture.width} x {picture.height}, its placement was made for"
            f" {width} x {height}.",
            mend="Make the placement from this picture's size.",
        )
