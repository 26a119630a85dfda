"""Where a picture lies when it is zoomed, moved and fitted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from widgets.viewer.framing import Framing, fitted, next_step

sizes = st.floats(1, 5000)
places = st.floats(-3000, 3000)


@given(scale=st.floats(0.05, 60), x=places, y=places, to=st.floats(0.05, 60))
def test_what_lies_under_the_pointer_stays_there(scale: float, x: float, y: float, to: float):
    at = QPointF(100, 50)
    before = Framing(scale, x, y)
    after = before.zoomed(to, at)
    apart = after.to_picture(at) - before.to_picture(at)
    assert abs(apart.x()) < 1e-3
    assert abs(apart.y()) < 1e-3


@given(width=sizes, height=sizes, wide=sizes, high=sizes)
def test_a_fitted_picture_lies_within_the_view(
    width: float, height: float, wide: float, high: float
) -> None:
    view = QSizeF(width, height)
    place = fitted(view, QSizeF(wide, high)).rect(QSizeF(wide, high))
    assert QRectF(-1, -1, width + 2, height + 2).contains(place)


def test_a_picture_cannot_be_lost_out_of_view() -> None:
    framing = Framing(1, 0, 0).moved(QPointF(9000, -9000))
    place = framing.kept_near(QSizeF(200, 100), QSizeF(50, 40)).rect(QSizeF(50, 40))
    assert place.center() == QPointF(200, 0)


@pytest.mark.parametrize(
    ("scale", "larger", "step"), [(1, True, 1.5), (1, False, 0.75), (0.9, True, 1), (64, True, 64)]
)
def test_zoom_goes_in_round_steps(scale: float, larger: bool, step: float) -> None:
    assert next_step(scale, larger=larger) == step
