"""How sure followed masks are, as a strip under the ruler."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from widgets.theme import light
from widgets.time_ruler.content import RulerContent
from widgets.time_ruler.drift import Drift
from widgets.time_ruler.keys import RulerKeys
from widgets.time_ruler.ruler import TimeRuler

LEFT = Qt.MouseButton.LeftButton
SURE = (1.0, 0.95, 0.9, 0.2, 0.9, 1.0, 0.6, 0.5, 0.6, 1.0)
KEYS, CORRECTED = frozenset({0, 5, 9}), frozenset({5})


@pytest.fixture
def ruler(qtbot: QtBot) -> Iterator[TimeRuler]:
    made = TimeRuler()
    qtbot.addWidget(made)
    made.set_content(RulerContent(10))
    made.set_keys(RulerKeys(tuple(sorted(KEYS)), corrected=CORRECTED))
    made.set_drift(Drift(SURE, KEYS, CORRECTED))
    made.set_frame(8)
    made.resize(420, made.sizeHint().height())
    yield made


def place(ruler: TimeRuler, frame: float, *, above: int = 6) -> QPoint:
    """In the strip, so many units above its lower end."""
    return QPointF(ruler.x_of(frame + 0.5), ruler.height() - above).toPoint()


def seen(ruler: TimeRuler) -> QImage:
    return ruler.grab().toImage()


def colour(ruler: TimeRuler, frame: float, *, above: int = 6) -> QColor:
    return QColor(seen(ruler).pixel(place(ruler, frame, above=above)))


def test_the_strip_takes_room_of_its_own_only_where_something_was_followed(
    ruler: TimeRuler,
) -> None:
    with_it = ruler.sizeHint().height()
    ruler.set_drift(None)
    assert ruler.sizeHint().height() < with_it


def test_doubt_is_a_taller_bar_in_another_colour(ruler: TimeRuler) -> None:
    doubtful, sure = colour(ruler, 3.3), colour(ruler, 4)
    assert doubtful.red() > doubtful.green() + 60
    assert sure.green() >= sure.red()
    assert colour(ruler, 3.3, above=8) == doubtful  # higher up the bar is there still
    assert colour(ruler, 7, above=4) != colour(ruler, 7, above=9)  # and a lower one ends


def test_keys_are_full_blocks_and_corrected_ones_are_hollow(ruler: TimeRuler) -> None:
    assert colour(ruler, 0) == light().dim_text
    assert colour(ruler, 5) == light().surface
    edge = QPoint(round(ruler.x_of(5)), ruler.height() - 6)
    assert QColor(seen(ruler).pixel(edge)) == light().dim_text


def test_what_lies_under_the_pointer_is_told(ruler: TimeRuler) -> None:
    def words(frame: int) -> str:
        return ruler.words_at(QPointF(place(ruler, frame)))

    assert words(4) == "Frame 4: followed, 90 % sure"
    assert words(3) == "Frame 3: followed, 20 % sure, the least of all"
    assert words(0) == "Frame 0: key"
    assert words(5) == "Frame 5: corrected by hand"
    ruler.set_drift(Drift(SURE, KEYS, CORRECTED, is_stale=True))
    assert words(4) == "Frame 4: followed before the last changes, 90 % sure"


def test_a_click_in_the_strip_goes_to_the_frame(qtbot: QtBot, ruler: TimeRuler) -> None:
    asked: list[int] = []
    ruler.scrubbed.connect(asked.append)
    qtbot.mouseClick(ruler, LEFT, pos=place(ruler, 6))
    assert asked == [6]


def test_the_least_sure_frame_is_no_key_and_none_where_all_are() -> None:
    assert Drift(SURE, KEYS).worst == 3
    assert Drift(SURE, KEYS | {3}).worst == 7
    assert Drift((1.0, None), frozenset({0})).worst is None


def test_frames_that_share_a_pixel_show_the_one_in_most_doubt(ruler: TimeRuler) -> None:
    long = [1.0] * 3000
    long[1503] = 0.0
    ruler.set_content(RulerContent(3000))
    ruler.set_drift(Drift(tuple(long)))
    picture, y = seen(ruler), ruler.height() - 4
    colours = [QColor(picture.pixel(x, y)) for x in range(20, 400)]
    red = [at for at, one in enumerate(colours, 20) if one.red() > one.green() + 60]
    assert red and all(abs(x - ruler.x_of(1503)) < 2 for x in red)


def test_a_zoomed_strip_lies_along_the_ruler(ruler: TimeRuler) -> None:
    ruler.resize(4000, ruler.height())
    assert colour(ruler, 0) == light().dim_text
    assert colour(ruler, 3).red() > colour(ruler, 3).green() + 60
