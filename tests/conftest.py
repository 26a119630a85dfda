"""What holds for every test: Qt draws without a screen, and widgets go in the GUI thread."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")  # tiny networks wait longer for threads than for work

_ALL_EVERY, _MANY = 40, 120
"""After how many tests, or with how many windows and what was in them, all garbage goes."""
_PATIENCE_MS = 30_000
_ended = count(1)


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application that the program is."""
    from app.window.application import Application

    return Application


@pytest.fixture(autouse=True)
def garbage_goes_in_the_main_thread() -> Iterator[None]:
    """Python collects in whichever thread comes along, and widgets in it would end the process."""
    gc.disable()
    yield
    left = len(QApplication.topLevelWidgets()) if QApplication.instance() is not None else 0
    gc.collect(2 if next(_ended) % _ALL_EVERY == 0 or left > _MANY else 1)


@pytest.fixture(autouse=True)
def the_hand_lets_go() -> Iterator[None]:
    """A key or a button that a test held last is down for Qt in the next test, too."""
    yield
    if QApplication.instance() is None:
        return
    nothing = QWidget()
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyPress(nothing, Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier)
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if QGuiApplication.mouseButtons() & button:
            QTest.mouseRelease(nothing, button)


@pytest.fixture(autouse=True)
def dialogs_are_answered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A dialog that a test does not answer would wait for ever: it is refused, and told of."""
    asking = QDialog.exec
    unanswered: list[str] = []

    def ask(dialog: QDialog) -> int:
        def refuse() -> None:
            words = dialog.text() if isinstance(dialog, QMessageBox) else dialog.windowTitle()
            unanswered.append(words)
            dialog.reject()

        QTimer.singleShot(_PATIENCE_MS, dialog, refuse)
        return asking(dialog)

    monkeypatch.setattr(QDialog, "exec", ask)
    yield
    assert not unanswered, "nobody answered a dialog"
