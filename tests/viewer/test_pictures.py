"""Pixels as QImage."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QColor, QImage

from nodes.frame_serving.messages import Raster
from widgets.pictures import AlphaView, difference, pixel_at, to_qimage


def colours(image: QImage) -> list[list[tuple[int, int, int, int]]]:
    return [
        [rgba(image.pixelColor(x, y)) for x in range(image.width())] for y in range(image.height())
    ]


def rgba(colour: QColor) -> tuple[int, int, int, int]:
    return colour.red(), colour.green(), colour.blue(), colour.alpha()


def test_rows_of_any_width_are_read_without_gaps() -> None:
    raster = Raster(3, 2, 3, bytes(range(18)))
    image = to_qimage(raster)
    del raster
    gc.collect()
    assert colours(image)[1] == [(9, 10, 11, 255), (12, 13, 14, 255), (15, 16, 17, 255)]
    gray = to_qimage(Raster(3, 1, 1, b"\x00\x80\xff"))
    assert [value[0] for value in colours(gray)[0]] == [0, 128, 255]


@pytest.mark.parametrize(
    ("alpha", "seen"),
    [
        (AlphaView.CHECKERBOARD, (200, 100, 50, 51)),
        (AlphaView.MATTE, (51, 51, 51, 255)),
        (AlphaView.IGNORE, (200, 100, 50, 255)),
    ],
)
def test_alpha_is_seen_in_three_ways(alpha: AlphaView, seen: tuple[int, ...]) -> None:
    raster = Raster(1, 1, 4, bytes([200, 100, 50, 51]))
    assert colours(to_qimage(raster, alpha))[0][0] == seen


def test_the_matte_of_an_opaque_picture_is_white() -> None:
    image = to_qimage(Raster(1, 1, 3, b"\x01\x02\x03"), AlphaView.MATTE)
    assert colours(image)[0][0] == (255, 255, 255, 255)


@pytest.mark.parametrize(("gain", "level"), [(1, 10), (4, 40), (64, 255)])
def test_a_difference_is_brightened(gain: int, level: int) -> None:
    one = to_qimage(Raster(2, 1, 1, bytes([100, 50])))
    other = to_qimage(Raster(2, 1, 1, bytes([110, 50])))
    apart = difference(one, other, gain)
    assert [value[0] for value in colours(apart)[0]] == [level, 0]
    assert colours(one)[0][0][0] == 100


def test_the_values_of_a_pixel_are_read() -> None:
    assert pixel_at(Raster(2, 2, 4, bytes(range(16))), 1, 1) == (12, 13, 14, 15)
