"""A piece of a drawing that is lifted, transformed and laid down again."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from numpy.typing import NDArray

from pipelines.painting.canvas import Canvas
from pipelines.painting.coverage import Coverage
from pipelines.painting.lifted import STAY, Lifted, laid, lift, similarity, transformed
from pipelines.painting.tiles import MemoryTiles, assemble
from pipelines.panels import Layer

AREA = (-64, -64, 448, 448)
RED = (220, 40, 30)


def drawn() -> Canvas:
    canvas = Canvas(MemoryTiles(), Layer(id="a"))
    canvas.ellipse((200, 180), (60, 40), RED, opacity=0.8)
    canvas.commit()
    return canvas


def around(*corners: tuple[float, float]) -> Coverage:
    coverage = Coverage()
    coverage.fill([corners])
    return coverage


def pixels(canvas: Canvas) -> NDArray[np.uint8]:
    canvas.commit()
    return assemble(canvas.layer, AREA, canvas.tiles).pixels.astype(np.uint8)


EVERYTHING = ((100, 100), (300, 100), (300, 300), (100, 300))


def lifted(canvas: Canvas) -> Lifted:
    piece = lift(canvas, around(*EVERYTHING))
    assert piece is not None
    return piece


def test_what_is_lifted_and_laid_down_again_is_what_it_was() -> None:
    canvas = drawn()
    before = pixels(canvas)
    piece = lifted(canvas)
    assert not pixels(canvas).any()
    laid(canvas, transformed(piece, STAY))
    assert (pixels(canvas) == before).all()


def test_a_selection_through_the_middle_of_pixels_shares_them_out() -> None:
    canvas = drawn()
    before = pixels(canvas)[..., 3].astype(int)
    piece = lift(canvas, around((100, 100), (200.5, 100), (200.5, 300), (100, 300)))
    assert piece is not None
    rest = pixels(canvas)[..., 3].astype(int)
    taken = np.zeros_like(rest)
    top, left = piece.y - AREA[1], piece.x - AREA[0]
    height, width = piece.picture.height, piece.picture.width
    taken[top : top + height, left : left + width] = piece.picture.pixels[..., 3]
    assert np.abs(rest + taken - before).max() <= 1


def test_nothing_is_lifted_off_bare_paper() -> None:
    canvas = drawn()
    assert lift(canvas, around((0, 0), (50, 0), (50, 50))) is None
    assert lift(canvas, Coverage()) is None


def test_a_move_by_whole_pixels_changes_none() -> None:
    canvas = drawn()
    before = pixels(canvas)
    piece = lifted(canvas)
    laid(canvas, transformed(piece, similarity((0, 0), move=(-90, 70))))
    assert (pixels(canvas)[70:, :-90] == before[:-70, 90:]).all()


@pytest.mark.parametrize(
    ("degrees", "scale", "move"),
    [(90, (1, 1), (0, 0)), (0, (2, 1), (10.5, 0)), (30, (0.2, 0.2), (5, 5)), (180, (1, 1), (0, 0))],
)
def test_area_and_middle_follow_the_transform(
    degrees: float, scale: tuple[float, float], move: tuple[float, float]
) -> None:
    canvas = drawn()
    piece = lifted(canvas)
    made = transformed(piece, similarity((200, 180), move=move, degrees=degrees, scale=scale))
    alpha = made.picture.pixels[..., 3] / 255 / 0.8
    rows, columns = np.indices(alpha.shape)
    area = pi * 60 * 40 * scale[0] * scale[1]
    assert abs(alpha.sum() - area) < 0.02 * area + 2
    middle = (
        (alpha * (columns + 0.5)).sum() / alpha.sum(),
        (alpha * (rows + 0.5)).sum() / alpha.sum(),
    )
    assert abs(middle[0] + made.x - 200 - move[0]) < 0.1
    assert abs(middle[1] + made.y - 180 - move[1]) < 0.1
    assert (np.abs(made.picture.pixels[alpha > 0.5][:, :3].astype(int) - RED) <= 3).all()


def test_a_transform_to_nothing_leaves_something_to_hold() -> None:
    piece = lifted(drawn())
    made = transformed(piece, similarity(piece.centre, scale=(0.0, 0.0)))
    assert made.picture.width >= 1 and made.picture.height >= 1
