"""“Export Film”: two clicks and a name from a starter to a film, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.window import film_export
from app.window.film_dialog import FilmDialog
from app.window.main_window import MainWindow
from app.window.rooms import Room
from nodes.edits import SetParameter
from tests.app.projects import save_board


class _Confirmed(FilmDialog):
    """A person who does not want to see the film at once, and presses Return."""

    def exec(self) -> int:
        self.show()
        self.plays.setChecked(False)
        QTest.keyClick(self.name, Qt.Key.Key_Return)
        return self.result()


class _Curious(FilmDialog):
    """A person who presses Return."""

    def exec(self) -> int:
        self.show()
        QTest.keyClick(self.name, Qt.Key.Key_Return)
        return self.result()


class _Refused(FilmDialog):
    """A person who presses Escape."""

    def exec(self) -> int:
        self.reject()
        return int(QDialog.DialogCode.Rejected)


def export(window: MainWindow, qtbot: QtBot) -> list[str]:
    """Press the button, wait for the end, and say what was told."""
    with qtbot.waitSignal(window.desk.run_ended, timeout=60_000):
        window.top_bar.export.click()
    return [toast.words for toast in window.toasts.shown]


def untitled(window: MainWindow, tmp_path: Path, settings: QSettings) -> Path:
    """A tiny project without a file; its films go to this folder."""
    films = tmp_path / "films"
    films.mkdir()
    settings.setValue("films_folder", str(films))
    board = save_board(tmp_path / "board.loom", exports=1)
    window.projects._starters.add(board.resolve())  # pyright: ignore[reportPrivateUsage] - a small starter
    window.open_file(board)
    return films


def test_an_untitled_project_asks_for_the_films_name_only_and_stays_as_it_is(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    settings: QSettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    films = untitled(window, tmp_path, settings)
    monkeypatch.setattr(film_export, "FilmDialog", _Confirmed)
    told = export(window, qtbot)
    assert [file.name for file in films.iterdir()] == ["Board.mp4"]
    assert told == ["“Board.mp4” is finished."]
    assert [button.text() for button in window.toasts.shown[-1].buttons] == [
        "Play",
        "Show in Folder",
    ]
    assert window.project is not None
    assert window.project.path is None and not window.project.is_unsaved
    before = (films / "Board.mp4").read_bytes()
    window.project.model.do(SetParameter(node="export", name="quality", value=50), "Set")
    assert "“Board-2.mp4” is finished." in export(window, qtbot)
    assert (films / "Board.mp4").read_bytes() == before


def test_a_refused_dialog_runs_nothing(
    window: MainWindow,
    tmp_path: Path,
    settings: QSettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    films = untitled(window, tmp_path, settings)
    monkeypatch.setattr(film_export, "FilmDialog", _Refused)
    window.top_bar.export.click()
    assert not window.desk.is_running
    assert list(films.iterdir()) == []


def test_a_saved_project_is_exported_without_a_question(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(save_board(tmp_path / "board.loom", exports=1))
    assert export(window, qtbot) == ["“export.mp4” is finished."]
    assert (tmp_path / "films" / "export.mp4").is_file()


def test_without_an_export_node_it_is_said_what_is_missing(
    window: MainWindow, tmp_path: Path
) -> None:
    window.open_file(save_board(tmp_path / "board.loom"))
    window.top_bar.export.click()
    assert "Export Video" in window.toasts.shown[-1].words
    assert not window.desk.is_running


def test_a_missing_export_is_added_from_the_note_as_one_step(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(save_board(tmp_path / "board.loom"))
    window.top_bar.export.click()
    assert window.project is not None
    before = window.project.model.graph
    stack = window.project.model.undo_stack
    window.toasts.shown[-1].buttons[0].click()
    added = window.project.model.graph.nodes["export_video"]
    assert added.inputs["clip"][0].node == "board"
    assert stack.count() == 1
    assert export(window, qtbot)[-1] == "“film.mp4” is finished."
    stack.undo()
    assert window.project.model.graph == before


class _Opener(QObject):
    """What the system would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def test_a_finished_film_is_played_and_shown_from_its_note(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(save_board(tmp_path / "board.loom", exports=1))
    export(window, qtbot)
    opener = _Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type] - typed as bytes, takes str only
    try:
        play, show = window.toasts.shown[-1].buttons
        play.click()
        show.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    film = tmp_path / "films" / "export.mp4"
    assert opener.opened == [film, film.parent]


def test_the_film_of_a_starter_plays_when_it_is_finished(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    settings: QSettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    films = untitled(window, tmp_path, settings)
    monkeypatch.setattr(film_export, "FilmDialog", _Curious)
    opener = _Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type] - typed as bytes, takes str only
    try:
        export(window, qtbot)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [films / "Board.mp4"]


class _NoPrograms:
    """A system that opens nothing."""

    @staticmethod
    def openUrl(url: QUrl) -> bool:  # noqa: N802 - Qt's name
        return False


def test_where_nothing_plays_films_it_is_played_here(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(save_board(tmp_path / "board.loom", exports=1))
    playback = window.viewing.viewer.playback
    qtbot.waitUntil(lambda: playback.length > 1, timeout=20000)
    export(window, qtbot)
    monkeypatch.setattr(film_export, "QDesktopServices", _NoPrograms)
    window.toasts.shown[-1].buttons[0].click()
    assert window.rooms.room is Room.REVIEW
    assert playback.is_playing
    assert "No other program plays films here" in window.toasts.shown[-1].words
