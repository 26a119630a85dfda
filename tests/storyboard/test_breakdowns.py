"""A panel that is put in between two: the film keeps its length and its other frames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pipelines.breakdowns import (
    PICTURE,
    drawn_between,
    inserted,
    moment_at,
    moving_layers,
    pictures_move,
)
from pipelines.easing import PRESETS, Easing, eased_times, split
from pipelines.errors import MismatchError
from pipelines.panels import Layer, LayerMotion, LayerRole, Panel, Tile
from pipelines.timing import GapPlace, lay_out, timing_of
from pipelines.values import JointMode


def moving(duration: int, move: int) -> tuple[Panel, Panel]:
    """Two panels, the first of which moves to the second."""
    mode = JointMode.IN_BETWEEN
    return Panel(id="a", duration=duration, joint=mode, move=move), Panel(id="b", duration=4)


def progress(panels: tuple[Panel, ...], knots: dict[str, float]) -> list[float]:
    """How far every frame has come between a (0) and b (1), with panels lying at these knots."""
    timeline = lay_out([timing_of(panel) for panel in panels])
    at = [knots[panel.id] for panel in panels]
    found: list[float] = []
    for place in timeline.places:
        if isinstance(place, GapPlace):
            first = timeline.gaps[place.gap].panel
            found.append(at[first] + (at[first + 1] - at[first]) * place.t)
        else:
            found.append(at[place.panel])
    return found


@given(st.integers(1, 12), st.integers(1, 12), st.data())
def test_every_frame_comes_as_far_as_before(held: int, move: int, draw: st.DataObject) -> None:
    step = draw.draw(st.integers(1, move))
    panels = moving(held + move, move)
    moment = moment_at(panels, held + step - 1)
    after = inserted(panels, moment, Panel(id="c"), progress=0.5)
    assert [panel.id for panel in after] == ["a", "c", "b"]
    knots = {"a": 0.0, "c": step / (move + 1), "b": 1.0}
    assert progress(after, knots) == pytest.approx(progress(panels, knots))


@given(st.sampled_from(list(PRESETS.values())), st.integers(1, 16), st.data())
def test_a_timing_curve_is_split_so_that_no_frame_moves(
    easing: Easing, move: int, draw: st.DataObject
) -> None:
    times = eased_times(easing, move)
    inside = [k for k in range(1, move + 1) if 0.01 < times[k - 1] < 0.99]
    if not inside:
        return
    step = draw.draw(st.sampled_from(inside))
    at = times[step - 1]
    before, after = split(easing, move, step)
    first = [t * at for t in eased_times(before, step - 1)]
    second = [at + t * (1 - at) for t in eased_times(after, move - step)]
    assert [*first, at, *second] == pytest.approx(times)


def test_joints_let_the_motion_pass_through() -> None:
    panels = moving(10, 6)
    first, between, last = inserted(panels, moment_at(panels, 6), Panel(id="c"), progress=0.5)
    assert (first.duration, first.move) == (6, 2)
    assert (between.duration, between.move) == (4, 3)
    assert {first.joint, between.joint} == {JointMode.IN_BETWEEN}
    assert last == panels[1]


def test_what_a_hand_set_of_the_motion_is_shared_out() -> None:
    first, second = moving(10, 6)
    motion = LayerMotion(layer="arm", onto="b", pivot=(0, 0), move=(40, 0), turn=20)
    panels = (replace(first, motions=(motion,)), second)
    before, between, _ = inserted(panels, moment_at(panels, 6), Panel(id="c"), progress=0.25)
    assert [(one.onto, one.move, one.turn) for one in before.motions] == [("c", (10, 0), 5)]
    assert [(one.onto, one.move, one.turn) for one in between.motions] == [("b", (30, 0), 15)]


@pytest.mark.parametrize(
    ("frame", "words"), [(0, "as it is drawn"), (11, "last panel"), (99, "no panel")]
)
def test_on_a_key_there_is_nothing_between(frame: int, words: str) -> None:
    with pytest.raises(MismatchError) as refusal:
        moment_at(moving(10, 6), frame)
    assert words in f"{refusal.value.message} {refusal.value.mend}"


def test_a_fade_and_a_cut_have_nothing_drawn_between() -> None:
    fading = Panel(id="a", duration=10, joint=JointMode.FADE, move=6)
    with pytest.raises(MismatchError, match="fade"):
        moment_at((fading, Panel(id="b")), 6)
    with pytest.raises(MismatchError) as refusal:
        moment_at((Panel(id="a", duration=10), Panel(id="b")), 6)
    assert "in-between" in str(refusal.value.mend)


def layer(name: str, tile: str, role: LayerRole = LayerRole.DRAWING, opacity: float = 1.0) -> Layer:
    return Layer(id=name, role=role, tiles=(Tile(0, 0, tile),), opacity=opacity)


def test_only_what_is_drawn_differently_moves() -> None:
    still, notes = layer("hills", "h", LayerRole.BACKGROUND), LayerRole.NOTES
    first = Panel(id="a", layers=(still, layer("arm", "1"), layer("n", "x", notes)))
    second = Panel(id="b", layers=(still, layer("arm", "2"), layer("n", "y", notes)))
    assert [one.id for one, _ in moving_layers(first, second)] == ["arm"]


def test_a_drawing_between_keeps_its_layers_and_takes_the_rest_from_the_nearer_panel() -> None:
    first = Panel(id="a", layers=(layer("arm", "1", opacity=1.0), layer("puff", "p")), prompt="run")
    second = Panel(id="b", layers=(layer("arm", "2", opacity=0.5), layer("dust", "d")))
    tiles = (Tile(0, 0, "between"),)
    early = drawn_between(first, second, 0.25, "c", made={"arm": tiles})
    assert [one.id for one in early.layers] == ["arm", "puff"]
    assert early.layers[0].tiles == tiles
    assert early.layers[0].opacity == pytest.approx(0.875)
    assert early.prompt == "run"
    late = drawn_between(first, second, 0.75, "c", made={"arm": tiles})
    assert [one.id for one in late.layers] == ["arm", "dust"]


def test_imported_pictures_that_differ_become_the_lowest_layer() -> None:
    first = Panel(id="a", picture="one.png", layers=(layer("picture1", "x"),))
    second = Panel(id="b", picture="two.png")
    assert pictures_move(first, second)
    assert not pictures_move(first, Panel(id="b", picture="one.png"))
    made = drawn_between(first, second, 0.25, "c", made={PICTURE: (Tile(0, 0, "p"),)})
    assert made.picture == ""
    assert [one.id for one in made.layers] == ["picture2", "picture1"]
    assert drawn_between(first, second, 0.75, "c", made={}).picture == "two.png"
