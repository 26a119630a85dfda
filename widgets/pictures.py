"""Pixels as QImage: the one place that converts. Every QImage owns its memory, but for those of
`premultiplied_argb`."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from nodes.frame_serving.messages import Raster
from pipelines.values import Pixels8

_FORMATS = {
    1: QImage.Format.Format_Grayscale8,
    3: QImage.Format.Format_RGB888,
    4: QImage.Format.Format_RGBA8888,
}
MOST_GAIN = 64


class AlphaView(StrEnum):
    """How transparency is shown: over a checkerboard, as a gray matte, or not at all."""

    CHECKERBOARD = "checkerboard"
    MATTE = "matte"
    IGNORE = "ignore"


def to_qimage(raster: Raster, alpha: AlphaView = AlphaView.CHECKERBOARD) -> QImage:
    """The picture for painting: premultiplied where it is to be seen through, opaque otherwise."""
    stride = raster.width * raster.channels
    borrowed = QImage(raster.pixels, raster.width, raster.height, stride, _FORMATS[raster.channels])
    if raster.channels != 4:
        if alpha is AlphaView.MATTE and raster.channels == 3:
            white = QImage(borrowed.size(), QImage.Format.Format_RGB32)
            white.fill(0xFFFFFFFF)
            return white
        return borrowed.convertToFormat(QImage.Format.Format_RGB32)
    match alpha:
        case AlphaView.CHECKERBOARD:
            return borrowed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        case AlphaView.MATTE:
            matte = borrowed.convertToFormat(QImage.Format.Format_Alpha8)
            matte.reinterpretAsFormat(QImage.Format.Format_Grayscale8)
            return matte.convertToFormat(QImage.Format.Format_RGB32)
        case AlphaView.IGNORE:
            straight = borrowed.copy()
            straight.reinterpretAsFormat(QImage.Format.Format_RGBX8888)
            return straight.convertToFormat(QImage.Format.Format_RGB32)


def difference(one: QImage, other: QImage, gain: int) -> QImage:
    """How far two pictures are apart in each channel, `gain` (a power of two) times as bright.

    The other is scaled to the first one's size where it differs.
    """
    apart = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(apart.rect(), other.convertToFormat(QImage.Format.Format_RGB32))
    painter.end()
    doubled = 1
    while doubled < min(gain, MOST_GAIN):
        same = apart.copy()
        painter = QPainter(apart)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.drawImage(0, 0, same)
        painter.end()
        doubled *= 2
    return apart


def pixel_at(raster: Raster, x: int, y: int) -> tuple[int, ...]:
    """The 8-bit values of one pixel: gray, RGB or RGBA."""
    start = (y * raster.width + x) * raster.channels
    return tuple(raster.pixels[start : start + raster.channels])


def straight_rgba(pixels: Pixels8) -> QImage:
    """Painted pixels, (h, w, 4) uint8 with straight alpha, as a picture of their own."""
    height, width = pixels.shape[:2]
    whole = np.ascontiguousarray(pixels)
    borrowed = QImage(whole.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return borrowed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def premultiplied_argb(pixels: NDArray[np.uint32]) -> QImage:
    """(h, w) 0xAARRGGBB, premultiplied, as a picture that shares their memory: only for as long as
    they live and for painting at once."""
    height, width = pixels.shape
    kind = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, width, height, 4 * width, kind)


def argb_values(picture: QImage) -> NDArray[np.uint32]:
    """(h, w) 0xAARRGGBB, premultiplied, of a picture in that format: its own memory, read-only, for
    as long as it lives and until it is painted."""
    rows = np.frombuffer(picture.constBits(), np.uint32)
    return rows.reshape(picture.height(), picture.bytesPerLine() // 4)[:, : picture.width()]


def opaque_pixels(picture: QImage) -> Pixels8:
    """The colours of an opaque picture: (h, w, 3) uint8 RGB, a copy."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3).copy()


def straight_pixels(picture: QImage) -> Pixels8:
    """The colours of a picture with straight alpha: (h, w, 4) uint8 RGBA, a copy."""
    rgba = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(rgba.constBits(), np.uint8)
    return rows.reshape(rgba.height(), rgba.width(), 4).copy()


def opaque_picture(pixels: Pixels8) -> QImage:
    """Pixels without transparency, (h, w, 3) uint8 RGB, as a picture of their own."""
    height, width = pixels.shape[:2]
    whole = np.ascontiguousarray(pixels)
    borrowed = QImage(whole.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)
