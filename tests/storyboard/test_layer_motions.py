"""Motions of layers that a hand has set."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pipelines.layer_motions import (
    about,
    halves,
    matrix_of,
    motion_of,
    next_key,
    read_off,
    with_motion,
    without_motion,
)
from pipelines.layer_motions import (
    carried as carried_tiles,
)
from pipelines.painting.tiles import MemoryTiles, cut, painted_area
from pipelines.panels import Layer, LayerMotion, Panel, Tile
from pipelines.values import Image, JointMode

places = st.floats(-500, 500)
points = st.tuples(places, places)
motions = st.builds(
    LayerMotion,
    layer=st.just("arm"),
    onto=st.just("b"),
    pivot=points,
    move=points,
    turn=st.floats(-170, 170),
    scale=st.floats(0.2, 5),
)


def carried(motion: LayerMotion, point: tuple[float, float], t: float = 1.0) -> list[float]:
    matrix = matrix_of(motion, t)
    return (matrix[:, :2] @ point + matrix[:, 2]).tolist()


def test_a_layer_turns_about_its_pivot_and_then_moves() -> None:
    motion = LayerMotion(layer="arm", onto="b", pivot=(10, 10), move=(5, 0), turn=90, scale=2)
    assert carried(motion, (10, 10)) == pytest.approx([15, 10])
    assert carried(motion, (11, 10)) == pytest.approx([15, 12])
    assert carried(motion, (11, 10), 0) == pytest.approx([11, 10])
    assert carried(motion, (10, 10), 0.5) == pytest.approx([12.5, 10])


@given(motions, points, points)
def test_another_pivot_changes_nothing_of_where_a_layer_arrives(
    motion: LayerMotion, pivot: tuple[float, float], point: tuple[float, float]
) -> None:
    assert carried(about(motion, pivot), point) == pytest.approx(carried(motion, point), abs=1e-6)


@given(motions, st.floats(0.1, 0.9), points, st.floats(0, 1))
def test_both_halves_go_the_way_of_the_whole(
    motion: LayerMotion, at: float, point: tuple[float, float], t: float
) -> None:
    first, second = halves(motion, at, "c")
    assert (first.onto, second.onto) == ("c", "b")
    whole = np.array(carried(motion, point, at * t))
    assert carried(first, point, t) == pytest.approx(whole.tolist(), abs=1e-6)
    met = carried(first, point)
    end = carried(motion, point, at + (1 - at) * t)
    assert carried(second, (met[0], met[1]), t) == pytest.approx(end, abs=1e-6)


@given(motions)
def test_a_motion_is_read_off_its_transform(motion: LayerMotion) -> None:
    found = read_off(matrix_of(motion), "arm", "b", motion.pivot)
    assert found.move == pytest.approx(motion.move, abs=1e-6)
    assert (found.turn, found.scale) == pytest.approx((motion.turn, motion.scale))


def test_a_motion_holds_towards_the_panel_that_it_was_set_for_only() -> None:
    arm = Layer(id="arm", tiles=(Tile(0, 0, "1"),))
    mode = JointMode.IN_BETWEEN
    first = Panel(id="a", layers=(arm,), duration=8, move=4, joint=mode)
    second, other = Panel(id="b", layers=(arm,)), Panel(id="c", layers=(arm,))
    motion = LayerMotion(layer="arm", onto="b", pivot=(0, 0), turn=10)
    first = with_motion(with_motion(first, motion), motion)
    assert first.motions == (motion,)
    assert motion_of((first, second, other), 0, "arm") == motion
    assert motion_of((first, other, second), 0, "arm") is None
    assert without_motion(first, "arm", "b").motions == ()


def test_a_layer_moves_where_the_joint_does_and_its_next_key_is_drawn() -> None:
    arm = Layer(id="arm", tiles=(Tile(0, 0, "1"),))
    mode = JointMode.IN_BETWEEN
    moving = Panel(id="a", layers=(arm,), duration=8, move=4, joint=mode)
    drawn, empty = Panel(id="b", layers=(arm,)), Panel(id="c", layers=(Layer(id="arm"),))
    assert next_key((moving, drawn), 0, "arm") == arm
    assert next_key((moving, empty), 0, "arm") is None
    assert next_key((Panel(id="a", layers=(arm,)), drawn), 0, "arm") is None
    assert next_key((moving,), 0, "arm") is None


@pytest.mark.parametrize(("t", "drawn"), [(0.25, "first"), (0.75, "second")])
def test_the_nearer_drawing_is_carried_to_where_it_would_be(t: float, drawn: str) -> None:
    tiles = MemoryTiles()
    first, second = (_block(tiles, at) for at in ((100, 60), (180, 60)))
    motion = LayerMotion(layer="arm", onto="b", pivot=(110, 70), move=(80, 0))
    moved = replace(first, tiles=carried_tiles(first, second, motion, t, tiles))
    left = round(100 + 80 * t)
    assert painted_area(moved, tiles) == (left, 60, left + 20, 80), drawn


def _block(tiles: MemoryTiles, at: tuple[int, int]) -> Layer:
    picture = Image(np.full((20, 20, 4), 255, np.uint8))
    return Layer(id="arm", tiles=cut(picture, tiles, at=at))
