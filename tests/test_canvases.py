"""Larger canvases around pictures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.canvases import Room, Shape, canvas_box, new_mask
from pipelines.framing import Anchor, Box, crop
from pipelines.values import Image

sides = st.integers(0, 40)
rooms = st.builds(Room, sides, sides, sides, sides)


@given(
    st.integers(1, 60),
    st.integers(1, 60),
    rooms,
    st.sampled_from(Shape),
    st.sampled_from(Anchor),
    st.sampled_from([1, 2, 16]),
)
def test_the_whole_picture_lies_on_the_canvas_and_comes_back_to_the_last_bit(
    width: int, height: int, room: Room, shape: Shape, anchor: Anchor, multiple: int
) -> None:
    picture = Image(np.random.default_rng(1).integers(0, 256, (height, width, 3), np.uint8))
    box = canvas_box(width, height, room, shape=shape, anchor=anchor, multiple=multiple)
    assert box.width % multiple == box.height % multiple == 0
    assert box.x <= -room.left and box.y <= -room.top
    assert box.x + box.width >= width + room.right
    assert box.y + box.height >= height + room.bottom
    canvas = crop(picture, box)
    back = crop(canvas, Box(-box.x, -box.y, width, height))
    assert np.array_equal(back.pixels, picture.pixels)
    mask = new_mask(width, height, box, overlap=0, feather=0).pixels
    inside = mask[-box.y : -box.y + height, -box.x : -box.x + width]
    assert not inside.any()
    assert np.count_nonzero(mask) == mask.size - width * height


@pytest.mark.parametrize(
    ("shape", "size"), [(Shape.WIDE, (640, 360)), (Shape.SQUARE, (480, 480)), (Shape.SCOPE, None)]
)
def test_a_shape_adds_what_it_lacks_and_cuts_nothing(
    shape: Shape, size: tuple[int, int] | None
) -> None:
    box = canvas_box(480, 360, Room(), shape=shape)
    assert (box.width, box.height) == (size or (860, 360))
    assert box.x == -((box.width - 480) // 2)


def test_the_anchor_says_on_which_side_the_new_room_lies() -> None:
    box = canvas_box(480, 360, Room(top=8), shape=Shape.WIDE, anchor=Anchor.LEFT)
    assert box.x == 0 and box.y == -8
    assert box.height == 368


def test_the_overlap_reaches_into_the_picture_only_where_there_is_room_beside_it() -> None:
    mask = new_mask(40, 30, Box(-20, 0, 60, 30), overlap=4, feather=0).pixels
    assert (mask[:, :24] == 255).all() and not mask[:, 24:].any()
    soft = new_mask(40, 30, Box(-20, 0, 60, 30), overlap=4, feather=6).pixels
    row = soft[15].astype(int)
    assert (row[:24] == 255).all() and not row[31:].any()
    assert (np.diff(row) <= 0).all() and len(set(row.tolist())) > 4


def test_an_overlap_larger_than_the_picture_makes_all_of_it_new() -> None:
    mask = new_mask(8, 6, Box(-8, -8, 24, 22), overlap=10, feather=0).pixels
    assert (mask == 255).all()
