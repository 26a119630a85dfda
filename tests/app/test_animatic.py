"""The storyboard plays on the paper, in the window."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.program import window_made
from nodes.edits import AddNode, Batch, Connect
from nodes.graph import Link, Node
from tests.app.test_breakdowns import HELD, MOVE, save_roll
from widgets.paper.paper import Paper

LENGTH = HELD + MOVE + 5


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    palette = qapp.palette()
    with window_made(qapp, settings, tmp_path / "state", tmp_path / "results") as made:
        made.show()
        made.open_file(save_roll(tmp_path / "roll.loom"))
        made.rooms.show("draw")
        made.viewing.look_at("moves")
        yield made
        if made.project is not None:
            made.project.model.undo_stack.setClean()
        made.close()
    qapp.setPalette(palette)


def paper_of(window: MainWindow) -> Paper:
    assert window.views is not None
    return window.views.paper


def tap_space(paper: Paper) -> None:
    QTest.keyClick(paper.view, Qt.Key.Key_Space)


def test_a_tap_of_space_plays_on_the_paper_and_the_pen_stops_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    paper, playback = paper_of(window), window.viewing.viewer.playback
    qtbot.waitUntil(lambda: playback.length == LENGTH, timeout=30_000)
    drawn = paper.board.panels
    tap_space(paper)
    assert playback.is_playing
    qtbot.waitUntil(paper.film.isVisible, timeout=30_000)
    assert paper.film.geometry() == paper.view.rect()
    QTest.mouseClick(paper.film, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert not playback.is_playing
    assert not paper.film.isVisible()
    assert paper.board.panels == drawn
    place = 0 if playback.frame < HELD + MOVE else 1
    assert paper.board.place == place


def test_space_that_pans_does_not_play(window: MainWindow, qtbot: QtBot) -> None:
    paper, playback = paper_of(window), window.viewing.viewer.playback
    qtbot.waitUntil(lambda: playback.length == LENGTH, timeout=30_000)
    QTest.keyPress(paper.view, Qt.Key.Key_Space)
    QTest.mouseClick(paper.view, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.keyRelease(paper.view, Qt.Key.Key_Space)
    assert not playback.is_playing


def test_a_viewer_that_shows_something_else_is_lent_for_as_long_as_it_plays(
    window: MainWindow, qtbot: QtBot
) -> None:
    paper, viewer = paper_of(window), window.viewing.viewer
    qtbot.waitUntil(lambda: viewer.playback.length == LENGTH, timeout=30_000)
    window.viewing.look_at("still")
    qtbot.waitUntil(lambda: viewer.playback.length == 3, timeout=30_000)
    tap_space(paper)
    qtbot.waitUntil(paper.film.isVisible, timeout=30_000)
    assert viewer.playback.length == LENGTH
    tap_space(paper)
    assert not paper.film.isVisible()
    qtbot.waitUntil(lambda: viewer.playback.length == 3, timeout=30_000)


def lay_sound_under(window: MainWindow, file: str) -> None:
    """Sound under the film, further on than what plays on the paper."""
    assert window.project is not None
    edits = (
        AddNode(node=Node(id="music", type="load.audio", parameters={"path": file})),
        AddNode(node=Node(id="sound", type="sound.add", parameters={"start": 0.1})),
        Connect(node="sound", socket="clip", link=Link("l", "moves")),
        Connect(node="sound", socket="audio", link=Link("l", "music")),
    )
    window.project.model.do(Batch(edits=edits), "Add a sound")


def test_it_plays_with_the_sound_that_is_laid_under_it_further_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    tone = (np.sin(np.arange(8000) / 8) * 20000).astype("<i2")
    with wave.open(str(tmp_path / "tone.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(tone.tobytes())
    lay_sound_under(window, "tone.wav")
    paper, viewer = paper_of(window), window.viewing.viewer
    for looked_at in ("moves", "still"):
        window.viewing.look_at(looked_at)
        length = LENGTH if looked_at == "moves" else 3
        qtbot.waitUntil(lambda length=length: viewer.playback.length == length, timeout=30_000)
        assert not viewer.sounding.has_sound
        tap_space(paper)
        qtbot.waitUntil(lambda: viewer.playback.is_playing, timeout=30_000)
        assert viewer.sounding.has_sound
        assert viewer.playback.length == LENGTH
        tap_space(paper)
        qtbot.waitUntil(lambda: not viewer.sounding.has_sound, timeout=30_000)


def test_it_plays_without_a_sound_that_cannot_be_read(window: MainWindow, qtbot: QtBot) -> None:
    lay_sound_under(window, "nowhere.wav")
    paper, viewer = paper_of(window), window.viewing.viewer
    qtbot.waitUntil(lambda: viewer.playback.length == LENGTH, timeout=30_000)
    tap_space(paper)
    qtbot.waitUntil(lambda: viewer.playback.is_playing, timeout=30_000)
    assert not viewer.sounding.has_sound
    qtbot.waitUntil(paper.film.isVisible, timeout=30_000)
