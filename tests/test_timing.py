"""A storyboard laid out in frames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.errors import MismatchError
from pipelines.timing import GapPlace, KeyPlace, lay_out
from pipelines.values import Joint, JointMode, PanelTiming, Shot

joints = st.builds(Joint, st.sampled_from(JointMode), st.integers(-2, 30))
timings = st.tuples(st.integers(1, 24), joints, st.sampled_from(["", "s1", "p2", "p3"]))
boards = st.lists(timings, max_size=8).map(
    lambda drawn: [
        PanelTiming(f"p{i}", duration, joint, shot=shot)
        for i, (duration, joint, shot) in enumerate(drawn)
    ]
)


def panel(name: str, duration: int, mode: JointMode = JointMode.CUT, move: int = 0) -> PanelTiming:
    return PanelTiming(name, duration, Joint(mode, move))


@given(boards)
def test_the_length_is_the_sum_of_the_durations(panels: list[PanelTiming]) -> None:
    assert len(lay_out(panels)) == sum(panel.duration for panel in panels)


@given(boards)
def test_every_panel_shows_its_picture_where_it_starts(panels: list[PanelTiming]) -> None:
    timeline = lay_out(panels)
    assert [timeline.places[start] for start in timeline.starts] == [
        KeyPlace(index) for index in range(len(panels))
    ]


@given(boards)
def test_time_increases_strictly_inside_a_gap(panels: list[PanelTiming]) -> None:
    timeline = lay_out(panels)
    for index, gap in enumerate(timeline.gaps):
        places = timeline.places[gap.start : gap.stop]
        times = [place.t for place in places if isinstance(place, GapPlace) and place.gap == index]
        assert len(times) == gap.stop - gap.start > 0
        assert all(a < b for a, b in zip([0.0, *times], [*times, 1.0], strict=True))
        assert timeline.places[gap.stop] == KeyPlace(gap.panel + 1)


@given(boards)
def test_shots_partition_the_frames_and_have_ids_of_their_own(panels: list[PanelTiming]) -> None:
    timeline = lay_out(panels)
    bounds = [0, *(shot.stop for shot in timeline.shots)]
    assert [shot.start for shot in timeline.shots] == bounds[:-1]
    assert bounds[-1] == len(timeline)
    assert len({shot.id for shot in timeline.shots}) == len(timeline.shots)


def test_a_move_takes_the_last_frames_of_its_panel() -> None:
    timeline = lay_out([panel("a", 5, JointMode.IN_BETWEEN, 3), panel("b", 2)])
    assert timeline.places == (
        KeyPlace(0),
        KeyPlace(0),
        GapPlace(0, 0.25),
        GapPlace(0, 0.5),
        GapPlace(0, 0.75),
        KeyPlace(1),
        KeyPlace(1),
    )


@pytest.mark.parametrize("mode", [JointMode.CUT, JointMode.HOLD])
def test_cuts_and_holds_have_no_move(mode: JointMode) -> None:
    timeline = lay_out([panel("a", 3, mode, 2), panel("b", 1)])
    assert timeline.places == (KeyPlace(0), KeyPlace(0), KeyPlace(0), KeyPlace(1))


def test_a_cut_separates_shots_and_a_hold_does_not() -> None:
    panels = [panel("a", 2, JointMode.HOLD), panel("b", 2), panel("c", 3)]
    timeline = lay_out(panels, shot_names=[("c", "The end")])
    assert timeline.shots == (Shot("a", "Shot 1", 0, 4), Shot("c", "The end", 4, 7))


def test_a_shot_keeps_its_id_when_a_panel_is_put_before_it() -> None:
    kept = PanelTiming("b", 2, shot="shot-7")
    assert lay_out([kept]).shots[0].id == lay_out([panel("a", 4), kept]).shots[1].id == "shot-7"


def test_a_panel_without_frames_is_refused() -> None:
    with pytest.raises(MismatchError, match="0 frames"):
        lay_out([panel("a", 0)])
