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
