"""A widget goes when what it set going in a thread has ended."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

import app.window.cache_box
import app.window.hub_box
from app.window.cache_box import CacheBox
from app.window.hub_box import HubBox
from pipelines.models.hub_token import TokenPlace


@pytest.mark.parametrize("which", ["cache", "hub"])
def test_a_box_that_goes_while_it_looks_waits_for_that(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, which: str
) -> None:
    begun, let_go, ended = Event(), Event(), Event()

    def look() -> None:
        begun.set()
        let_go.wait(10)
        ended.set()

    def measure(folder: Path) -> int:
        look()
        return 0

    def find() -> TokenPlace:
        look()
        return TokenPlace.NONE

    monkeypatch.setattr(app.window.cache_box, "_size", measure)
    monkeypatch.setattr(app.window.hub_box, "token_place", find)
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    room = QWidget()
    box = CacheBox(tmp_path) if which == "cache" else HubBox(settings)
    box.setParent(room)
    assert begun.wait(10)
    Timer(0.1, let_go.set).start()
    delete(room)
    assert ended.is_set()
