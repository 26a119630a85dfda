"""What a hand does to a row of panels."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pipelines import panel_edits
from pipelines.panels import Layer, Panel
from pipelines.shot_ids import shot_ids, shot_titles
from pipelines.timing import lay_out, move_length, timing_of
from pipelines.values import JointMode


@st.composite
def boards(draw: st.DrawFn, least: int = 1) -> tuple[Panel, ...]:
    """Panels with any joints, lengths and shots."""
    count = draw(st.integers(least, 8))
    return tuple(
        Panel(
            id=f"p{place}",
            duration=(duration := draw(st.integers(1, 12))),
            joint=draw(st.sampled_from(JointMode)),
            move=draw(st.integers(0, duration - 1)),
            shot=draw(st.sampled_from(["", "", f"s{place}", "s0"])),
        )
        for place in range(count)
    )


def choices(panels: Sequence[Panel]) -> st.SearchStrategy[frozenset[str]]:
    """Some of the panels."""
    return st.frozensets(st.sampled_from([panel.id for panel in panels]))


@st.composite
def edited(draw: st.DrawFn) -> tuple[tuple[Panel, ...], tuple[Panel, ...]]:
    """Panels, and the same after an edit of any kind."""
    before = draw(boards())
    chosen = draw(choices(before))
    at = draw(st.integers(0, len(before)))
    match draw(st.sampled_from(["insert", "copy", "drop", "move", "shift", "split", "joint"])):
        case "insert":
            after = panel_edits.inserted(before, at, [Panel(id="n1"), Panel(id="n2")])
        case "copy":
            names = [f"copy{place}" for place in range(len(chosen))]
            after = panel_edits.duplicated(before, chosen, names)
        case "drop":
            after = panel_edits.without(before, chosen)
        case "move":
            after = panel_edits.moved(before, chosen, at)
        case "shift":
            after = panel_edits.shifted(before, chosen, draw(st.sampled_from([-1, 1])))
        case "split":
            after = panel_edits.split(before, draw(st.integers(-1, 99)), "half")
        case _:
            after = panel_edits.with_joints(before, chosen, draw(st.sampled_from(JointMode)))
    return before, after


def frames(panels: Sequence[Panel]) -> int:
    return sum(panel.duration for panel in panels)


@given(edited())
def test_ids_of_panels_and_shots_are_unique_and_moves_leave_a_frame_to_hold(
    boards_: tuple[tuple[Panel, ...], tuple[Panel, ...]],
) -> None:
    _, after = boards_
    ids = [panel.id for panel in after]
    shots = shot_ids(after)
    assert len(set(ids)) == len(ids)
    assert len(set(shots)) == len(shots)
    assert shots == [shot.id for shot in lay_out([timing_of(panel) for panel in after]).shots]
    assert all(0 <= panel.move <= panel.duration - 1 for panel in after)


@given(edited())
def test_a_shot_keeps_its_id_while_its_panels_stay_together(
    boards_: tuple[tuple[Panel, ...], tuple[Panel, ...]],
) -> None:
    before, after = boards_
    old = _members(before)
    for members, name in _members(after).items():
        if members in old:
            assert name == old[members]


@given(edited())
def test_a_shot_that_is_new_takes_no_id_that_another_one_had(
    boards_: tuple[tuple[Panel, ...], tuple[Panel, ...]],
) -> None:
    before, after = boards_
    shot_of = {panel: name for members, name in _members(before).items() for panel in members}
    had = set(shot_of.values())
    for members, name in _members(after).items():
        if name in had:
            assert name in {shot_of.get(panel) for panel in members}


@given(boards(least=2), st.data())
def test_a_roll_keeps_the_length_of_the_whole(
    panels: tuple[Panel, ...], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(panels) - 2))
    after = panel_edits.rolled(panels, at, data.draw(st.integers(-30, 30)))
    assert frames(after) == frames(panels)
    assert all(panel.duration >= 1 and panel.move < panel.duration for panel in after)
    others = [(one, two) for one, two in zip(panels, after, strict=True) if one is not two]
    assert len(others) in (0, 2)


@given(boards(), st.data())
def test_a_split_shows_every_frame_as_before(
    panels: tuple[Panel, ...], data: st.DataObject
) -> None:
    frame = data.draw(st.integers(0, frames(panels) - 1))
    after = panel_edits.split(panels, frame, "half")
    assert frames(after) == frames(panels)
    assert frame in panel_edits.edges(after)


@given(boards(), st.data())
def test_panels_keep_their_order_when_they_are_moved_together(
    panels: tuple[Panel, ...], data: st.DataObject
) -> None:
    chosen = data.draw(choices(panels))
    at = data.draw(st.integers(0, len(panels)))
    after = [panel.id for panel in panel_edits.moved(panels, chosen, at)]
    before = [panel.id for panel in panels]
    assert [name for name in after if name in chosen] == [one for one in before if one in chosen]
    assert [name for name in after if name not in chosen] == [
        one for one in before if one not in chosen
    ]
    places = [after.index(name) for name in before if name in chosen]
    assert places == list(range(min(places, default=0), min(places, default=0) + len(places)))


@given(boards(), st.integers(-20, 20), st.data())
def test_a_longer_panel_moves_the_others_along(
    panels: tuple[Panel, ...], by: int, data: st.DataObject
) -> None:
    chosen = data.draw(choices(panels))
    after = panel_edits.lengthened(panels, chosen, by)
    for old, new in zip(panels, after, strict=True):
        assert new.duration == (max(1, old.duration + by) if old.id in chosen else old.duration)
        assert move_length(timing_of(new)) <= new.duration - 1


def test_a_copy_has_the_same_layers_and_is_reached_by_an_in_between() -> None:
    layers = (Layer(id="ink"),)
    panels = (Panel(id="a", layers=layers, shot="one"), Panel(id="b"))
    after = panel_edits.duplicated(panels, {"a"}, ["c"])
    assert [panel.id for panel in after] == ["a", "c", "b"]
    assert after[1].layers is layers
    assert after[0].joint is JointMode.IN_BETWEEN
    assert after[0].move == 6
    assert after[1].joint is JointMode.CUT
    assert shot_ids(after) == ["one", "b"]


def test_a_panel_drawn_into_a_move_takes_part_in_it() -> None:
    panels = (Panel(id="a", joint=JointMode.IN_BETWEEN, move=5), Panel(id="b"))
    after = panel_edits.inserted(panels, 1, [Panel(id="new")])
    assert [panel.joint for panel in after] == [JointMode.IN_BETWEEN] * 2 + [JointMode.CUT]
    assert after[1].move == 5
    alone = panel_edits.inserted(panels, 2, [Panel(id="new")])
    assert alone[-1].joint is JointMode.CUT


def test_a_shot_whose_first_panel_goes_is_the_same_shot() -> None:
    panels = (Panel(id="a", joint=JointMode.HOLD), Panel(id="b"), Panel(id="c"))
    assert shot_ids(panel_edits.without(panels, {"a"})) == ["a", "c"]
    swapped = panel_edits.moved(panels, {"b"}, 0)
    assert [panel.id for panel in swapped] == ["b", "a", "c"]
    assert "a" in shot_ids(swapped)


def test_a_joint_clicked_through_gives_the_shot_behind_it_its_id_back() -> None:
    panels = (Panel(id="a"), Panel(id="b", shot="second"))
    for _ in JointMode:
        panels = panel_edits.with_joints(panels, {"a"}, panel_edits.next_mode(panels[0].joint))
    assert shot_ids(panels) == ["a", "second"]


def test_a_frame_snaps_to_the_nearest_target_within_reach() -> None:
    assert panel_edits.snapped(10, (0, 8, 13), 2) == 8
    assert panel_edits.snapped(10, (0, 7, 13), 2) == 10
    assert panel_edits.snapped(10, (9, 11), 2) == 9


def test_no_two_shots_are_called_alike() -> None:
    ids = ["a", "b", "c", "d"]
    assert shot_titles(ids, {}) == ["Shot 1", "Shot 2", "Shot 3", "Shot 4"]
    assert shot_titles(ids, {"c": "Shot 1"})[0] == "Shot 1 (2)"
    assert shot_titles(ids, {"c": "Shot 1"})[2] == "Shot 1"
    named = {"a": "Rain", "b": "Rain (2)", "d": "Rain"}
    assert shot_titles(ids, named) == ["Rain", "Rain (2)", "Shot 3", "Rain (3)"]


def test_latents_are_counted_from_the_start_of_each_shot() -> None:
    assert panel_edits.latent_frames((0,), 9) == (1, 5, 9)
    assert panel_edits.latent_frames((0, 6), 12) == (1, 5, 7, 11)


def _members(panels: Sequence[Panel]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    members: list[str] = []
    names = iter(shot_ids(panels))
    for place, panel in enumerate(panels):
        members.append(panel.id)
        if panel.joint is JointMode.CUT or place == len(panels) - 1:
            found[tuple(members)] = next(names)
            members = []
    return found


def test_the_next_panel_that_is_left_takes_the_place_of_one_that_is_gone() -> None:
    before = tuple(Panel(id=name) for name in "abcd")
    assert panel_edits.heir(before, "b", (before[0], before[3])) == "d"
    assert panel_edits.heir(before, "d", before[:2]) == "b"
    assert panel_edits.heir((), "", before) == "a"
    assert panel_edits.heir(before, "a", ()) == ""
