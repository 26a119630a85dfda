"""Room around pictures."""

from __future__ import annotations

from tests.library.stage import Stage, flat


def test_room_is_added_in_the_colour(stage: Stage) -> None:
    out = stage.call("frame.pad", flat(9), left=2, bottom=1, colour="#ff0000")
    assert (out.width, out.height) == (10, 7)
    assert (out.pixels[:6, 2:] == 9).all()
    assert (out.pixels[6] == (255, 0, 0)).all() and (out.pixels[:, :2] == (255, 0, 0)).all()


def test_with_alpha_the_room_may_be_transparent(stage: Stage) -> None:
    out = stage.call("frame.pad", flat(9, channels=4), top=1, colour="#00000000")
    assert (out.pixels[0] == 0).all()


def test_each_side_is_padded_by_itself(stage: Stage) -> None:
    right = stage.call("frame.pad", flat(9), right=3)
    assert (right.pixels[:, :8] == 9).all() and (right.pixels[:, 8:] == 0).all()
    top = stage.call("frame.pad", flat(9), top=2)
    assert (top.width, top.height) == (8, 8)
    assert (top.pixels[2:] == 9).all() and (top.pixels[:2] == 0).all()
