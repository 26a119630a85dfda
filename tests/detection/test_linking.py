"""One thing on several frames is one and the same; between them it is reckoned."""

from __future__ import annotations

from pipelines.detection.found import (
    Box,
    FoundObject,
    FoundObjects,
    Seen,
    Sighting,
    drawn,
    joined,
    strangers,
    ticked,
    within,
)
from pipelines.detection.linking import linked
from pipelines.pointing import Boxes, HandBox


def at(x: float, *, size: float = 0.1, y: float = 0.4) -> Box:
    return Box(x, y, x + size, y + size)


def cup(x: float, score: float = 1.0, label: str = "cup") -> Sighting:
    return Sighting(label, at(x), score)


def ids(found: FoundObjects) -> dict[str, list[int]]:
    return {one.id: [seen.frame for seen in one.seen] for one in found.objects}


def test_things_that_move_a_little_stay_who_they_are() -> None:
    found = linked({0: [cup(0.1), cup(0.6)], 5: [cup(0.62), cup(0.13)], 9: [cup(0.16)]}, 10)
    assert ids(found) == {"cup 1": [0, 5, 9], "cup 2": [0, 5]}
    assert found.looked == (0, 5, 9)


def test_a_label_never_becomes_another_one() -> None:
    found = linked({0: [cup(0.1)], 5: [cup(0.1, label="pot")]}, 6)
    assert ids(found) == {"cup 1": [0], "pot 1": [5]}


def test_one_that_leaps_as_it_leapt_before_is_recognised_though_nothing_overlaps() -> None:
    found = linked({0: [cup(0.0)], 1: [cup(0.13)], 2: [cup(0.26)], 3: [cup(0.39)]}, 4)
    assert ids(found) == {"cup 1": [0, 1, 2, 3]}


def test_two_that_cross_keep_on_as_they_went() -> None:
    frames = {f: [cup(0.1 + 0.08 * f), cup(0.58 - 0.08 * f)] for f in range(7) if f != 3}
    found = linked(frames | {3: [cup(0.34)]}, 7)
    ends = sorted(round(one.seen[-1].box.left, 2) for one in found.objects)
    starts = sorted(round(one.seen[0].box.left, 2) for one in found.objects)
    assert ends == starts == [0.1, 0.58]
    moved = [abs(one.seen[-1].box.left - one.seen[0].box.left) for one in found.objects]
    assert min(moved) > 0.4


def test_one_that_is_missed_twice_is_the_same_and_after_three_times_a_new_one() -> None:
    frames = {0: [cup(0.1)], 1: [], 2: [], 3: [cup(0.1)]}
    assert ids(linked(frames, 4)) == {"cup 1": [0, 3]}
    frames = {0: [cup(0.1)], 1: [], 2: [], 3: [], 4: [cup(0.1)]}
    assert ids(linked(frames, 5)) == {"cup 1": [0], "cup 2": [4]}


def test_between_two_frames_a_box_moves_and_beyond_those_looked_at_it_holds() -> None:
    one = linked({0: [cup(0.1, 0.5)], 4: [cup(0.2, 1.0)]}, 7).objects[0]
    half = one.place(2)
    assert half is not None
    assert (round(half.box.left, 6), half.score) == (0.15, 0.75)
    assert one.place(6) == Seen(6, at(0.2))
    assert [share > 0 for share in one.coverage(7)] == [True] * 7


def test_where_it_was_looked_for_in_vain_it_is_not() -> None:
    one = linked({0: [], 2: [cup(0.1)], 4: [cup(0.1)], 6: []}, 8).objects[0]
    assert [one.place(frame) is not None for frame in range(8)] == [
        2 <= frame <= 4 for frame in range(8)
    ]


def test_ticks_choose_and_none_are_all() -> None:
    found = linked({0: [cup(0.1), cup(0.6), cup(0.3, label="pot")]}, 1)
    assert [one.id for one in ticked(found, ()).chosen] == ["cup 1", "pot 1", "cup 2"]
    assert [one.id for one in ticked(found, ("pot 1", "jar 1")).chosen] == ["pot 1"]
    assert strangers(found, ("pot 1", "jar 1")) == ["jar 1"]


def test_boxes_of_a_hand_are_things_by_their_order_on_each_frame() -> None:
    def hand(x: float, frame: int) -> HandBox:
        return HandBox(x, 0.1, x + 0.2, 0.3, frame=frame)

    found = drawn(Boxes((hand(0.1, 4), hand(0.5, 0), hand(0.7, 4), hand(0.2, 99))), 9)
    assert ids(found) == {"drawn 1": [0, 4], "drawn 2": [4]}
    first = found.objects[0].place(2)
    assert first is not None and round(first.box.left, 6) == 0.3
    assert found.objects[1].place(0) is not None


def test_joined_things_keep_apart_and_a_shorter_clip_cuts_them() -> None:
    one = FoundObjects(
        9, (0, 8), (FoundObject("cup 1", "cup", (Seen(0, at(0)), Seen(8, at(0.5)))),)
    )
    other = FoundObjects(9, (8,), (FoundObject("cup 1", "cup", (Seen(8, at(0.9)),)),))
    both = joined(one, other)
    assert ids(both) == {"cup 1": [0, 8], "cup 2": [8]}
    assert ids(within(both, 5)) == {"cup 1": [0]}
    assert within(both, 5).looked == (0,)
