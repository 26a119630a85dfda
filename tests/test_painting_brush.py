"""Strokes and shapes: even, antialiased, without borders, and the same at any pen rate."""

from __future__ import annotations

from dataclasses import replace
from math import cos, pi, sin

import numpy as np
import pytest
from numpy.typing import NDArray

from pipelines.easing import Bezier, Points
from pipelines.painting.brush import AIRBRUSH, INK, MARKER, PENCIL, PRESETS, Brush, Response
from pipelines.painting.canvas import Canvas
from pipelines.painting.coverage import Coverage
from pipelines.painting.stamps import Shape, stamp
from pipelines.painting.stroke import Sample, Stroke
from pipelines.painting.tiles import MemoryTiles, assemble
from pipelines.panels import Layer, with_tiles

BLACK = (0, 0, 0)


def canvas() -> Canvas:
    return Canvas(MemoryTiles(), Layer(id="a"))


def alpha(painted: Canvas, area: tuple[int, int, int, int]) -> NDArray[np.uint8]:
    painted.commit()
    return assemble(painted.layer, area, painted.tiles).pixels[..., 3].astype(np.uint8)


def loop(rate: int) -> list[Sample]:
    """A figure of eight drawn in one second, read `rate` times."""
    turns = [2 * pi * step / rate for step in range(rate + 1)]
    return [Sample(110 + 90 * sin(t), 70 + 55 * sin(2 * t), 0.6 + 0.4 * cos(t)) for t in turns]


@pytest.mark.parametrize("name", PRESETS)
def test_a_pen_read_60_or_1000_times_a_second_covers_the_same_pixels(name: str) -> None:
    brush = replace(PRESETS[name], erases=False, grain=0)
    shapes: list[NDArray[np.bool_]] = []
    for rate in (60, 1000):
        painted = canvas()
        painted.stroke(loop(rate), brush, BLACK)
        covered = alpha(painted, (-100, -100, 320, 240))
        shapes.append(covered >= 32)
    overlap = (shapes[0] & shapes[1]).sum() / (shapes[0] | shapes[1]).sum()
    assert overlap >= 0.98


def test_samples_given_one_by_one_or_at_once_make_the_same_stroke() -> None:
    at_once, one_by_one = Stroke(INK), Stroke(INK)
    at_once.extend(loop(60))
    for sample in loop(60):
        one_by_one.extend([sample])
    first, second = at_once.finish().tiles, one_by_one.finish().tiles
    assert first.keys() == second.keys()
    assert all((first[place] == second[place]).all() for place in first)


def test_a_straight_hard_line_is_as_wide_as_the_brush_and_even() -> None:
    painted = canvas()
    painted.line((20, 30), (200, 30), replace(INK, size=8), BLACK)
    columns = alpha(painted, (0, 0, 220, 60))[:, 30:190].astype(float).sum(axis=0) / 255
    assert np.abs(columns - 8).max() < 0.3


def test_a_dot_is_drawn_where_the_pen_touched() -> None:
    painted = canvas()
    painted.stroke([Sample(50.5, 40.5)], replace(INK, size=10), BLACK)
    dot = alpha(painted, (0, 0, 100, 80)).astype(float) / 255
    rows, columns = np.indices(dot.shape)
    assert abs(dot.sum() - pi * 25) < 3
    assert abs((dot * (columns + 0.5)).sum() / dot.sum() - 50.5) < 0.13
    assert abs((dot * (rows + 0.5)).sum() / dot.sum() - 40.5) < 0.13


def test_pressure_thins_ink_and_lightens_pencil() -> None:
    def inked(brush: Brush, pressure: float) -> NDArray[np.uint8]:
        painted = canvas()
        painted.line((10, 20), (90, 20), brush, BLACK, pressure=pressure)
        return alpha(painted, (0, 0, 100, 40))

    assert (inked(INK, 0.3) > 127).sum() < (inked(INK, 1.0) > 127).sum() / 2
    assert inked(PENCIL, 0.3).max() < inked(PENCIL, 1.0).max()


def test_one_stroke_never_covers_more_than_its_opacity_however_often_it_crosses() -> None:
    painted = canvas()
    there_and_back = [Sample(20 + 60 * (step % 2), 40) for step in range(6)]
    painted.stroke(there_and_back, MARKER, BLACK)
    assert alpha(painted, (0, 0, 100, 80)).max() == round(MARKER.opacity * 255)
    painted.stroke(there_and_back, MARKER, BLACK)
    assert alpha(painted, (0, 0, 100, 80)).max() > round(MARKER.opacity * 255)


def test_flow_builds_up_with_each_crossing() -> None:
    def middle(crossings: int) -> int:
        painted = canvas()
        painted.stroke(
            [Sample(20 + 60 * (step % 2), 40) for step in range(crossings + 1)],
            replace(AIRBRUSH, size=30),
            BLACK,
        )
        return int(alpha(painted, (50, 40, 51, 41))[0, 0])

    assert 20 < middle(1) < middle(2) < middle(6) <= 255


def test_a_stroke_over_the_border_keeps_what_lies_outside() -> None:
    painted = canvas()
    painted.line((-300, 20), (40, 20), INK, BLACK)
    changes = painted.commit()
    assert {(-2, 0), (-1, 0), (0, 0)} == set(changes)
    inside = alpha(painted, (0, 0, 60, 40))
    painted.line((30, -90), (30, -40), INK, BLACK)
    assert (alpha(painted, (0, 0, 60, 40)) == inside).all()
    assert alpha(painted, (-300, 18, -200, 22)).all()


def test_the_changes_of_a_stroke_make_the_painted_layer() -> None:
    store = MemoryTiles()
    before = Layer(id="a")
    painted = Canvas(store, before)
    painted.line((10, 10), (300, 10), INK, BLACK)
    changes = painted.commit()
    assert with_tiles(before, changes) == painted.layer
    assert painted.commit() == {}


def test_erasing_everything_removes_the_tile_and_kept_tiles_do_not_change() -> None:
    painted = canvas()
    painted.line((10, 10), (50, 10), INK, BLACK)
    kept = painted.commit()[0, 0]
    assert kept is not None
    before = painted.tiles.read(kept).copy()
    painted.polygon([(0, 0), (80, 0), (80, 80), (0, 80)], BLACK, erase=True)
    assert painted.commit() == {(0, 0): None}
    assert painted.layer.tiles == ()
    assert (painted.tiles.read(kept) == before).all()


def test_erasing_bare_paper_changes_nothing() -> None:
    painted = canvas()
    painted.stroke([Sample(5, 5), Sample(50, 50)], PRESETS["Eraser"], BLACK)
    assert painted.commit() == {}


def test_painting_within_changes_colours_and_not_the_shape() -> None:
    painted = canvas()
    painted.ellipse((30, 30), (20, 12), (200, 0, 0))
    shape = alpha(painted, (0, 0, 64, 64))
    painted.polygon([(0, 0), (30, 0), (30, 64), (0, 64)], (0, 0, 200), within=True)
    assert (alpha(painted, (0, 0, 64, 64)) == shape).all()
    pixels = assemble(painted.layer, (0, 0, 64, 64), painted.tiles).pixels
    assert pixels[30, 20].tolist() == [0, 0, 200, 255]
    assert pixels[30, 40].tolist() == [200, 0, 0, 255]


def test_a_rectangle_covers_the_pixels_that_geometry_says() -> None:
    painted = canvas()
    painted.polygon([(2, 3), (6.5, 3), (6.5, 5.2), (2, 5.2)], BLACK)
    got = alpha(painted, (0, 0, 8, 8)).astype(float) / 255
    wanted = np.zeros((8, 8))
    wanted[3:6, 2:7] = np.outer([1, 1, 0.2], [1, 1, 1, 1, 0.5])
    assert np.abs(got - wanted).max() < 0.003


@pytest.mark.parametrize("centre", [(40.3, 50.7), (256.0, 256.0), (-250.0, 10.0)])
def test_an_ellipse_has_the_area_of_an_ellipse(centre: tuple[float, float]) -> None:
    painted = canvas()
    painted.ellipse(centre, (20, 9), BLACK)
    x, y = round(centre[0]), round(centre[1])
    area = alpha(painted, (x - 30, y - 20, x + 30, y + 20)).astype(float).sum() / 255
    assert abs(area - pi * 20 * 9) < pi * 20 * 9 * 0.01


def test_where_an_outline_overlaps_itself_it_covers_once() -> None:
    coverage = Coverage()
    twice = [(1.0, 1.0), (9.0, 1.0), (9.0, 9.0), (1.0, 9.0)] * 2
    coverage.fill([twice])
    assert coverage.tiles[0, 0].max() == 255
    assert coverage.tiles[0, 0].astype(int).sum() == 64 * 255


def test_stamps_of_the_atlas_are_shared() -> None:
    assert stamp(4.0, 1.0, 10.1, 20.1)[0] is stamp(4.0, 1.0, 77.1, 3.1)[0]


def test_a_leaning_dab_is_longer_along_the_pen_and_as_wide_across() -> None:
    pixels = stamp(10.0, 1.0, 0.0, 0.0, Shape(3.0, pi / 4))[0].pixels.astype(float) / 255
    assert abs(pixels.sum() - 3 * pi * 100) < 15
    rows, columns = (
        at - (size - 1) / 2 for at, size in zip(np.indices(pixels.shape), pixels.shape, strict=True)
    )
    along, across = (columns + rows) / 2**0.5, (rows - columns) / 2**0.5
    assert abs(np.abs(along[pixels > 0.5]).max() - 30) < 1.3
    assert abs(np.abs(across[pixels > 0.5]).max() - 10) < 1


def test_a_pencil_laid_flat_shades_wide_and_light() -> None:
    def shaded(lean_y: float) -> NDArray[np.uint8]:
        painted = canvas()
        brush = replace(PENCIL, size=6, grain=0)
        painted.stroke(
            [Sample(10, 50, 0.8, 0, lean_y), Sample(190, 50, 0.8, 0, lean_y)], brush, BLACK
        )
        return alpha(painted, (0, 0, 200, 100))

    upright, held, flat = shaded(0), shaded(0.35), shaded(0.8)
    assert (upright == held).all()  # a pen leans that much while it writes
    assert (flat[:, 100] > 8).sum() > 4 * (upright[:, 100] > 8).sum()
    assert 0 < flat.max() < 0.6 * upright.max()


def test_a_marker_held_flat_is_a_chisel_that_follows_the_pen() -> None:
    def width(lean: tuple[float, float]) -> int:
        painted = canvas()
        painted.stroke([Sample(40, 50, 1, *lean), Sample(160, 50, 1, *lean)], MARKER, BLACK)
        return int((alpha(painted, (0, 0, 200, 100))[:, 100] > 8).sum())

    assert abs(width((0.8, 0.0)) - width((0.0, 0.0))) <= 2
    assert width((0.0, 0.8)) > 2 * width((0.8, 0.0))


def test_a_stroke_may_take_any_way_from_light_to_hard() -> None:
    def widths(curve: Bezier | Points) -> list[int]:
        painted = canvas()
        brush = replace(INK, size=40, size_by=Response(0.0, curve))
        painted.stroke([Sample(0, 50, 0), Sample(200, 50, 1)], brush, BLACK)
        covered = alpha(painted, (0, 0, 200, 100)) > 127
        return [int(covered[:, at].sum()) for at in (50, 100, 150)]

    assert widths(Points()) == pytest.approx([10, 20, 30], abs=1)
    assert widths(Points(((0.5, 0.1),))) == pytest.approx([2, 4, 22], abs=1)
    soft = widths(Bezier(0.0, 0.6, 0.4, 1.0))
    assert soft[0] > 20 and soft[2] > 34
    assert widths(Bezier(0.4, -0.9, 0.6, 1.0))[0] == 0  # what swings out stays within 0..1


def test_the_atlas_gives_up_prints_when_they_take_too_much() -> None:
    first = stamp(200.0, 0.5, 0.0, 0.0)[0]
    for step in range(60):
        for at in range(4):
            stamp(200.0, step / 64, (at % 2) / 2, (at // 2) / 2)
    assert stamp(200.0, 0.5, 0.0, 0.0)[0] is not first


def test_broken_samples_and_wild_coordinates_do_no_harm() -> None:
    stroke = Stroke(INK)
    stroke.extend([Sample(float("nan"), 0), Sample(1e12, -1e12)])
    assert len(stroke.finish().tiles) <= 4
    coverage = Coverage()
    coverage.fill([[(0.0, 0.0), (1.0, 1.0)]])
    assert not coverage.tiles


def test_a_spray_pressed_lightly_stays_below_its_own_ceiling() -> None:
    soft = replace(AIRBRUSH, size=30, flow=0.9, opacity_by=Response(0.0))
    painted = canvas()
    there_and_back = [Sample(20 + 60 * (step % 2), 40, 0.5) for step in range(40)]
    painted.stroke(there_and_back, soft, BLACK)
    assert 115 <= alpha(painted, (50, 40, 51, 41))[0, 0] <= 128


def test_what_a_stroke_touched_is_told_once() -> None:
    stroke = Stroke(replace(INK, size=10))
    stroke.extend([Sample(20, 20), Sample(60, 20), Sample(250, 20), Sample(300, 20)])
    stroke.finish()
    touched = stroke.coverage.take_touched()
    assert set(touched) == {(0, 0), (1, 0)}
    for place, (left, top, right, bottom) in touched.items():
        covered = stroke.coverage.tiles[place]
        covered[top:bottom, left:right] = 0
        assert not covered.any()
    assert stroke.coverage.take_touched() == {}


def test_lines_that_meet_are_one_layer_of_paint() -> None:
    painted = canvas()
    even = replace(MARKER, size=20, size_by=Response(), opacity_by=Response())
    painted.lines([(20, 20), (80, 20), (80, 80), (20, 20)], even, BLACK)
    covered = alpha(painted, (0, 0, 120, 120))
    assert covered.max() == round(MARKER.opacity * 255)
    assert covered[80, 80] and covered[20, 20] and covered[50, 50]
