"""Masks as they lie over the picture: one picture, made anew only where it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from pipelines.hex_colours import rgb
from pipelines.masking.looking import MaskLook
from pipelines.masking.patches import Patch
from pipelines.painting.composite import RGB
from pipelines.values import Pixels8
from widgets.masking.hand import MaskView
from widgets.pictures import premultiplied_argb

Shades = NDArray[np.uint32]
"""(h, w) premultiplied 0xAARRGGBB."""

_DARK_RIM = 0xA0000000
_HALF = 128


@dataclass(frozen=True, slots=True)
class ShadeStyle:
    """How masks are shown. `line` is the width of an outline in canvas pixels, `ground` what a
    cut-out lies on, `fresh` the colour of an object in hand that is not there yet."""

    view: MaskView = MaskView.OVERLAY
    opacity: float = 0.5
    line: int = 2
    ground: RGB = (35, 35, 35)
    fresh: RGB = (255, 255, 255)


class Shade:
    """The masks of one frame. That of the object in hand, `values`, may be painted into."""

    def __init__(self, look: MaskLook, active: str, style: ShadeStyle) -> None:
        self.look = look
        self.style = style
        width, height = look.size
        found = look.masks.get(active)
        self.values = np.zeros((height, width), np.uint8) if found is None else found.copy()
        colours = {one.id: rgb(one.colour) for one in look.objects}
        self._table = _table(style, colours.get(active, style.fresh))
        shown = [one for one in look.objects if one.visible and one.id != active]
        self._others = _union([look.masks[one.id] for one in shown])
        self._below = self._made_below([(look.masks[one.id], colours[one.id]) for one in shown])
        whole = QRect(0, 0, width, height)
        self.pixels: Shades = np.zeros((height, width), np.uint32)
        if self._below is not None:
            self.pixels[:] = self._below
        is_clear = self._table[0] == 0 or style.view is MaskView.OUTLINE
        area = _extent(self.values, self._margin).intersected(whole) if is_clear else whole
        if not area.isEmpty():
            self._shade(area)

    @property
    def image(self) -> QImage:
        """For painting now; not to be kept, since it shares the pixels."""
        return premultiplied_argb(self.pixels)

    def put(self, patches: Iterable[Patch]) -> QRect:
        """Take over painted parts of the mask in hand; what looks different for it."""
        touched = QRect()
        height, width = self.values.shape
        whole = QRect(0, 0, width, height)
        for x, y, values in patches:
            part = QRect(x, y, values.shape[1], values.shape[0]).intersected(whole)
            if part.isEmpty():
                continue
            inside = values[part.top() - y : part.bottom() - y + 1]
            self.values[_slices(part)] = inside[:, part.left() - x : part.right() - x + 1]
            touched = touched.united(part)
        if not touched.isEmpty():
            room = self._margin
            touched = touched.adjusted(-room, -room, room, room).intersected(whole)
            self._shade(touched)
        return touched

    @property
    def _margin(self) -> int:
        return self.style.line + 2 if self.style.view is MaskView.OUTLINE else 0

    def _shade(self, area: QRect) -> None:
        inside = _slices(area)
        match self.style.view:
            case MaskView.OVERLAY:
                above = self._table[self.values[inside]]
                self.pixels[inside] = above
                if self._below is not None:
                    self.pixels[inside] = _over(above, self._below[inside])
            case MaskView.OUTLINE:
                self._outline(area)
            case _:
                values = self.values[inside]
                if self._others is not None:
                    values = np.maximum(values, self._others[inside])
                self.pixels[inside] = self._table[values]

    def _outline(self, area: QRect) -> None:
        height, width = self.values.shape
        room = self._margin
        wide = area.adjusted(-room, -room, room, room).intersected(QRect(0, 0, width, height))
        line = outlined(self.values[_slices(wide)], int(self._table[255]), self.style.line)
        rows = slice(area.top() - wide.top(), area.top() - wide.top() + area.height())
        columns = slice(area.left() - wide.left(), area.left() - wide.left() + area.width())
        above = line[rows, columns]
        if self._below is not None:
            below = self._below[_slices(area)]
            above = np.where(above, above, below)
        self.pixels[_slices(area)] = above

    def _made_below(self, others: list[tuple[Pixels8, RGB]]) -> Shades | None:
        """What the other objects look like, under that in hand."""
        if not others or self.style.view not in (MaskView.OVERLAY, MaskView.OUTLINE):
            return None
        height, width = self.values.shape
        made: Shades = np.zeros((height, width), np.uint32)
        for values, colour in others:
            table, area = _table(self.style, colour), _extent(values, self._margin)
            if area.isEmpty():
                continue
            inside = _slices(area.intersected(QRect(0, 0, width, height)))
            if self.style.view is MaskView.OVERLAY:
                made[inside] = _over(table[values[inside]], made[inside])
            else:
                above = outlined(values[inside], int(table[255]), self.style.line)
                made[inside] = np.where(above, above, made[inside])
        return made


def outlined(values: Pixels8, colour: int, width: int) -> Shades:
    """The line where a mask crosses one half, with a dark rim, so that it is seen on anything."""
    import cv2

    inside = (values >= _HALF).view(np.uint8)
    line = _grown(inside, width) - inside
    rim = _grown(inside, width + 1) - inside - line
    if width > 1:
        rim |= inside - np.asarray(cv2.erode(inside, np.ones((3, 3), np.uint8)), np.uint8)
    made = np.zeros(values.shape, np.uint32)
    made[rim > 0] = _DARK_RIM
    made[line > 0] = colour
    return made


def _grown(inside: Pixels8, by: int) -> Pixels8:
    import cv2

    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * by + 1, 2 * by + 1))
    return np.asarray(cv2.dilate(inside, kernel), np.uint8)


def _table(style: ShadeStyle, colour: RGB) -> NDArray[np.uint32]:
    """What each strength of a mask looks like."""
    values = np.arange(256)
    match style.view:
        case MaskView.OVERLAY:
            return _premultiplied(colour, values * style.opacity)
        case MaskView.OUTLINE:
            return _premultiplied(colour, np.full(256, 255))
        case MaskView.MATTE:
            return (0xFF000000 | values * 0x010101).astype(np.uint32)
        case MaskView.CUT_OUT:
            return _premultiplied(style.ground, 255 - values)


def _premultiplied(colour: RGB, alpha: NDArray[Any]) -> NDArray[np.uint32]:
    alpha = np.rint(alpha).astype(np.uint32)
    red, green, blue = ((alpha * part + 127) // 255 for part in colour)
    return (alpha << 24 | red << 16 | green << 8 | blue).astype(np.uint32)


def _over(above: Shades, below: Shades) -> Shades:
    """One premultiplied picture over another."""
    if not below.any():
        return above
    top = np.ascontiguousarray(above).view(np.uint8).reshape(*above.shape, 4)
    under = np.ascontiguousarray(below).view(np.uint8).reshape(*below.shape, 4)
    left = (255 - (above >> 24)).astype(np.uint16)[..., None]
    mixed = top + ((under * left + 127) // 255).astype(np.uint8)
    return np.ascontiguousarray(mixed).view(np.uint32)[..., 0]


def _union(masks: list[Pixels8]) -> Pixels8 | None:
    return np.maximum.reduce(masks) if masks else None


def _extent(values: Pixels8, margin: int) -> QRect:
    """The area in which a mask is not 0, wider by a margin; empty where it is nowhere."""
    import cv2

    area = QRect(*cv2.boundingRect(values))
    return area.adjusted(-margin, -margin, margin, margin) if not area.isEmpty() else area


def _slices(area: QRect) -> tuple[slice, slice]:
    return (
        slice(area.top(), area.bottom() + 1),
        slice(area.left(), area.right() + 1),
    )
