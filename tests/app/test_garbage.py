"""Unreachable objects are taken away in the GUI thread and in no other."""

from __future__ import annotations

import gc
import weakref
from threading import Thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.window.garbage import Garbage


class Knot:
    """Something that only a collection takes away."""

    def __init__(self) -> None:
        self.itself = self


def many_knots() -> None:
    for _ in range(5000):
        Knot()


def test_only_the_gui_thread_takes_garbage_away(qtbot: QtBot) -> None:
    owner = QObject()
    garbage = Garbage(owner)
    garbage.begin()
    try:
        gone = weakref.ref(Knot())
        elsewhere = Thread(target=many_knots)
        elsewhere.start()
        elsewhere.join()
        assert gone() is not None
        garbage.collect_due()
        assert gone() is None
        qtbot.waitUntil(lambda: gc.get_count()[0] < 5000)
    finally:
        garbage.end()
    assert gc.isenabled()
