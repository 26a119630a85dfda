"""Notes over a window: what they say, what they offer, and when they go."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from widgets.toast import Toasts


def host(qtbot: QtBot) -> tuple[QWidget, Toasts]:
    """A window with room for notes."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made, Toasts(made)


def test_a_button_does_what_it_offers_and_the_note_goes(qtbot: QtBot) -> None:
    window, toasts = host(qtbot)
    play, folder = QAction("Play", window), QAction("Show in Folder", window)
    toast = toasts.tell("The film is finished.", play, folder)
    assert [button.text() for button in toast.buttons] == ["Play", "Show in Folder"]
    assert toast.accessibleName() == "The film is finished."
    with qtbot.waitSignal(play.triggered, timeout=500):
        toast.buttons[0].click()
    assert toasts.shown == []
    assert toast.isHidden()


def test_a_note_is_reached_and_left_by_keyboard(qtbot: QtBot) -> None:
    window, toasts = host(qtbot)
    window.activateWindow()
    toast = toasts.tell("Done.", QAction("Play", window))
    toasts.commands["go_to_notification"].trigger()
    assert window.focusWidget() is toast.buttons[0]
    qtbot.keyClick(toast.buttons[0], Qt.Key.Key_Escape)
    assert toasts.shown == []


def test_the_same_words_are_said_once_and_notes_do_not_pile_up(qtbot: QtBot) -> None:
    _, toasts = host(qtbot)
    toasts.tell("Same.")
    toasts.tell("Same.")
    assert [toast.words for toast in toasts.shown] == ["Same."]
    for number in range(9):
        toasts.tell(f"Note {number}")
    assert [toast.words for toast in toasts.shown] == ["Note 6", "Note 7", "Note 8"]


def test_notes_stay_within_the_window_and_do_not_cover_each_other(qtbot: QtBot) -> None:
    window, toasts = host(qtbot)
    long = toasts.tell("A very long sentence about the film. " * 8, QAction("Play", window))
    short = toasts.tell("Short.")
    for size in (QSize(900, 500), QSize(420, 400)):
        window.resize(size)
        assert window.rect().contains(long.geometry())
        assert window.rect().contains(short.geometry())
        assert not long.geometry().intersects(short.geometry())
    assert long.label.height() >= long.label.heightForWidth(long.label.width())


def test_notes_stay_above_what_is_below_the_floor_also_when_it_moves(qtbot: QtBot) -> None:
    window, toasts = host(qtbot)
    floor = QWidget(window)
    floor.setGeometry(0, 0, 900, 300)
    floor.show()
    toasts.stand_on(floor)
    toast = toasts.tell("Done.")
    assert toast.geometry().bottom() < 300
    floor.resize(900, 200)
    assert toast.geometry().bottom() < 200
    floor.hide()
    assert 300 < toast.geometry().bottom() < 500


def test_notes_stand_beside_what_is_spared_where_there_is_room(qtbot: QtBot) -> None:
    window, toasts = host(qtbot)
    small = QWidget(window)
    small.setGeometry(450, 350, 250, 140)
    toasts.spare(small)
    toast = toasts.tell("Short.")
    before = toast.geometry()
    small.show()
    assert not toast.geometry().intersects(small.geometry())
    assert toast.geometry().top() == before.top()
    assert toast.geometry().right() < small.geometry().left()
    window.resize(900, 600)
    assert toast.geometry().center().x() == before.center().x()


def test_notes_stand_above_what_is_spared_for_as_long_as_it_is_there(qtbot: QtBot) -> None:
    window, toasts = host(qtbot)
    small = QWidget(window)
    small.setGeometry(100, 350, 750, 140)
    toasts.spare(small)
    first, second = (
        toasts.tell("A long sentence about the film. " * 4),
        toasts.tell("So it is. " * 9),
    )
    hidden = second.geometry()
    small.show()
    assert second.geometry().bottom() < small.geometry().top()
    assert first.geometry().bottom() < second.geometry().top()
    small.setGeometry(0, 440, 40, 40)
    assert second.geometry() == hidden
    small.setGeometry(100, 350, 750, 140)
    small.hide()
    assert second.geometry() == hidden
    delete(small)
    toasts.arrange()
    assert second.geometry() == hidden
