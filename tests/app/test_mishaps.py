"""Mistakes of the program itself, wherever they are made."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.window.mishaps import Mishaps


class _Mistaken(QThread):
    def __init__(self, mishaps: Mishaps) -> None:
        super().__init__()
        self._mishaps = mishaps

    def run(self) -> None:
        error = ZeroDivisionError("zero")
        self._mishaps.take(ZeroDivisionError, error, None)


def boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]


def test_a_mistake_in_another_thread_is_said_by_the_windows_own(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mishaps = Mishaps(tmp_path / "log")
    thread = _Mistaken(mishaps)
    thread.start()
    thread.wait()
    assert boxes() == []
    assert "ZeroDivisionError" in (tmp_path / "log" / "mistakes.log").read_text()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    (box,) = boxes()
    assert box.thread() is QThread.currentThread()
    with qtbot.waitSignal(box.destroyed):
        box.close()
    mishaps.close()


def test_a_mistake_in_a_thread_of_pythons_is_said_too(
    qtbot: QtBot,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    mishaps = Mishaps(tmp_path / "log")
    mishaps.watch()
    thread = Thread(target=divmod, args=(1, 0))
    thread.start()
    thread.join()
    mishaps.close()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    (box,) = boxes()
    with qtbot.waitSignal(box.destroyed):
        box.close()
