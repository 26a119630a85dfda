"""Paint at the edge of the frame: what a person filled there ends with the frame, and goes on."""

from __future__ import annotations

import numpy as np

from pipelines.pieces import cut_out
from pipelines.values import Image

SIZE = (80, 60)


def drawn(*, filled_from: int) -> Image:
    """A house with outlines, in a picture that shows 20 pixels to the left of the frame."""
    pixels = np.zeros((SIZE[1], SIZE[0] + 20, 4), np.uint8)
    pixels[10:50, 4:60] = (30, 20, 40, 255)
    pixels[14:46, 8:56] = 0
    pixels[14:46, max(filled_from, 8) : 56] = (200, 60, 40, 255)
    return Image(pixels)


def test_paint_that_stops_at_the_frame_goes_on_beyond_it() -> None:
    piece = cut_out(drawn(filled_from=20), at=(-20, 0), size=SIZE)
    assert piece is not None
    assert piece.cut == (True, False, False, False)
    assert piece.x == 0


def test_paint_beside_the_frame_is_known() -> None:
    piece = cut_out(drawn(filled_from=0), at=(-20, 0), size=SIZE)
    assert piece is not None
    assert not piece.is_cut
    assert piece.box[0] == -17


def test_lines_alone_that_leave_the_frame_are_known() -> None:
    piece = cut_out(drawn(filled_from=90), at=(-20, 0), size=SIZE)
    assert piece is not None and not piece.is_cut
