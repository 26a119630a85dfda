"""What a widget set going in a thread holds up nobody: neither the window nor the widget's end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, QSettings, QThread, Slot
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

import app.window.cache_box
import app.window.file_search
import app.window.hub_box
from app.window.aside import Aside, await_all
from app.window.cache_box import CacheBox
from app.window.file_search import FileSearch
from app.window.hub_box import HubBox
from pipelines.models.hub_token import TokenPlace


class Held:
    """Work that stands still until it is let go."""

    def __init__(self) -> None:
        self.begun, self.let_go, self.ended = Event(), Event(), Event()

    def do(self) -> None:
        self.begun.set()
        self.let_go.wait(10)
        self.ended.set()


class HeldAside(Aside):
    def __init__(self, held: Held) -> None:
        super().__init__()
        self.held = held

    def work(self) -> str:
        self.held.do()
        return "made"


class Asker(QObject):
    """Hears what was made, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, QThread]] = []

    @Slot(object)
    def hear(self, made: object) -> None:
        self.heard.append((made, QThread.currentThread()))


@pytest.fixture
def held() -> Iterator[Held]:
    made = Held()
    yield made
    made.let_go.set()
    assert await_all(10)


@pytest.mark.parametrize("which", ["cache", "hub"])
def test_a_box_that_goes_while_it_looks_waits_for_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, which: str, held: Held
) -> None:
    def measure(folder: Path) -> int:
        held.do()
        return 0

    def find() -> TokenPlace:
        held.do()
        return TokenPlace.NONE

    monkeypatch.setattr(app.window.cache_box, "_size", measure)
    monkeypatch.setattr(app.window.hub_box, "token_place", find)
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    room = QWidget()
    box = CacheBox(tmp_path) if which == "cache" else HubBox(settings)
    box.setParent(room)
    assert held.begun.wait(10)
    delete(room)
    assert not held.ended.is_set()


def test_what_was_made_is_told_in_the_thread_of_the_window(qtbot: QtBot, held: Held) -> None:
    asker, aside = Asker(), HeldAside(held)
    aside.told.connect(asker.hear)
    with qtbot.waitSignal(aside.told):
        aside.start()
        held.let_go.set()
    assert asker.heard == [("made", QThread.currentThread())]


def test_askers_that_go_while_it_is_told_to_them_are_told_nothing(qtbot: QtBot) -> None:
    told: list[object] = []
    for _ in range(200):
        held, asker = Held(), Asker()
        asker.heard = told  # type: ignore[assignment] - whatever comes
        aside = HeldAside(held)
        aside.told.connect(asker.hear)
        aside.start()
        held.let_go.set()
        delete(asker)
    assert await_all(10)
    last = HeldAside(Held())
    last.start()
    with qtbot.waitSignal(last.told):
        last.held.let_go.set()
    assert told == []


def test_the_end_of_the_program_waits_a_bounded_time(held: Held) -> None:
    HeldAside(held).start()
    assert held.begun.wait(10)
    assert not await_all(0.01)
    held.let_go.set()
    assert await_all(10)


def test_a_search_that_its_dialog_left_tells_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, held: Held
) -> None:
    def walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        held.do()
        yield str(folder), [], ["shot.png"]

    monkeypatch.setattr(app.window.file_search.os, "walk", walk)
    room, told = QObject(), list[object]()
    search = FileSearch(room)
    search.found.connect(told.append)
    search.start(["shot.png"], tmp_path)
    assert held.begun.wait(10)
    search.start(["shot.png"], tmp_path)
    held.let_go.set()
    with qtbot.waitSignal(search.found):
        pass
    assert told == [{"shot.png": tmp_path / "shot.png"}]
    held.let_go.clear()
    search.start(["shot.png"], tmp_path)
    delete(room)
