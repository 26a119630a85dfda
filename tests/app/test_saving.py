"""Saving while work goes on, and what a save that fails or a window that is killed leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.opened_work import copied_work, recovered_work
from app.window.program import window_made
from app.window.project_in_hand import ProjectInHand
from app.window.saving import Saving
from nodes.edits import AddNode
from nodes.graph import Node
from nodes.loom import LoomReader
from nodes.project_file import open_project
from nodes.registry import library
from nodes.working_store import find_recoverable
from pipelines.errors import StoryloomError

ROOT = Path(__file__).parents[2]
TEAPOT = ROOT / "resources" / "templates" / "teapot_turn.loom"
KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from app.window.program import window_made
from nodes.edits import AddNode
from nodes.graph import Node

def main():
    folder, starter = Path(sys.argv[1]), Path(sys.argv[2])
    app = QApplication([])
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    with window_made(app, settings, folder / "state", folder / "results") as window:
        window.show()
        window.open_file(starter)
        model = window.project.model
        done = 0

        def edit():
            nonlocal done
            model.do(AddNode(node=Node(id=f"mine{done}", type="review.note")), "Add a note")
            done += 1
            print(done, flush=True)

        timer = QTimer()
        timer.timeout.connect(edit)
        timer.start(100)
        app.exec()

if __name__ == "__main__":
    main()
"""


class Heard(QObject):
    """What came of saves, in order."""

    def __init__(self, saving: Saving) -> None:
        super().__init__()
        self.told: list[object] = []
        saving.saved.connect(self._on_saved)
        saving.failed.connect(self._on_failed)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.told.append(path.name)

    @Slot(object, object)
    def _on_failed(self, path: Path, error: StoryloomError) -> None:
        self.told.append(error)


@pytest.fixture
def project(qapp: QApplication, tmp_path: Path) -> Iterator[ProjectInHand]:
    made = ProjectInHand(copied_work(TEAPOT, tmp_path / "sessions", library()))
    yield made
    made.store.finish()


def note(project: ProjectInHand, name: str) -> None:
    """An edit."""
    project.model.do(AddNode(node=Node(id=name, type="review.note")), "Add a note")


def nodes_in(path: Path) -> set[str]:
    """The notes of a saved project."""
    with open_project(path, library()) as saved:
        return {name for name in saved.document.graph.nodes if name.startswith("mine")}


def test_a_save_holds_what_was_captured_and_later_edits_are_unsaved(
    project: ProjectInHand, tmp_path: Path, qtbot: QtBot
) -> None:
    saving = Saving()
    target = tmp_path / "film.loom"
    note(project, "mine1")
    with qtbot.waitSignal(saving.saved, timeout=10_000):
        saving.save(project, target)
        assert saving.is_busy
        note(project, "mine2")
    assert nodes_in(target) == {"mine1"}
    assert project.path == target.resolve()
    assert project.is_unsaved
    project.model.undo_stack.undo()
    assert not project.is_unsaved


def test_a_save_during_a_save_is_done_next(project: ProjectInHand, tmp_path: Path) -> None:
    saving = Saving()
    heard = Heard(saving)
    saving.save(project, tmp_path / "film.loom")
    note(project, "mine1")
    saving.save(project, tmp_path / "film.loom")
    note(project, "mine2")
    saving.save(project, tmp_path / "film.loom")
    saving.finish()
    assert heard.told == ["film.loom", "film.loom"]
    assert nodes_in(tmp_path / "film.loom") == {"mine1", "mine2"}
    assert not project.is_unsaved


def test_a_save_that_fails_says_so_and_loses_nothing(
    project: ProjectInHand, tmp_path: Path
) -> None:
    saving = Saving()
    heard = Heard(saving)
    saving.save(project, tmp_path / "film.loom")
    saving.finish()
    before = (tmp_path / "film.loom").read_bytes()
    note(project, "mine1")
    saving.save(project, tmp_path / "nowhere" / "film.loom")
    saving.finish()
    assert isinstance(heard.told[1], StoryloomError)
    assert project.is_unsaved
    assert project.path == (tmp_path / "film.loom").resolve()
    assert (tmp_path / "film.loom").read_bytes() == before
    saving.save(project, tmp_path / "film.loom")
    saving.finish()
    assert nodes_in(tmp_path / "film.loom") == {"mine1"}


def test_a_save_that_breaks_off_by_a_mistake_of_the_program_is_told_as_failed(
    project: ProjectInHand, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    saving = Saving()
    heard = Heard(saving)
    note(project, "mine1")
    monkeypatch.setattr(project.store, "save", mistaken)
    with qtbot.captureExceptions() as mistakes:
        saving.save(project, tmp_path / "film.loom")
        saving.finish()
    assert [kind for kind, _, _ in mistakes] == [ZeroDivisionError]
    (error,) = heard.told
    assert isinstance(error, StoryloomError)
    assert project.is_unsaved
    assert project.path is None
    monkeypatch.undo()
    saving.save(project, tmp_path / "film.loom")
    saving.finish()
    assert heard.told[1:] == ["film.loom"]
    assert nodes_in(tmp_path / "film.loom") == {"mine1"}


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    palette = qapp.palette()
    with window_made(qapp, settings, tmp_path / "state", tmp_path / "results") as made:
        made.show()
        yield made
        if made.project is not None:
            made.project.model.undo_stack.setClean()
        made.close()
    qapp.setPalette(palette)


def test_a_saved_project_has_the_picture_of_its_first_frame(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_file(TEAPOT)
    qtbot.waitUntil(lambda: window.viewing.viewer.playback.length == 159, timeout=20_000)
    assert window.project is not None
    window.projects.saving.save(window.project, tmp_path / "film.loom", window.viewing.client)
    window.projects.saving.finish()
    with LoomReader(tmp_path / "film.loom") as reader:
        picture = QImage.fromData(reader.preview or b"")
    assert (picture.width(), picture.height()) == (469, 264)
    assert not window.isWindowModified()


def test_closing_during_a_run_waits_without_holding_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_file(TEAPOT)
    assert window.canvas is not None
    window.canvas.select(["move"])
    window.run_selected()
    qtbot.waitUntil(lambda: window.desk.working_on == "move", timeout=20_000)
    with qtbot.waitSignal(window.desk.closed, timeout=10_000):
        assert not window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5_000)


def test_a_killed_window_lacks_at_most_its_last_gesture(tmp_path: Path, qapp: QApplication) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path), str(TEAPOT)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as program:
        assert program.stdout is not None
        lines = iter(program.stdout)
        while int(next(lines)) < 15:
            pass
        os.kill(program.pid, signal.SIGKILL)
        said = [15, *(int(line) for line in lines if line.endswith("\n"))]
    (session,) = find_recoverable(tmp_path / "state" / "sessions")
    project = ProjectInHand(recovered_work(session, library()))
    notes = [name for name in project.model.graph.nodes if name.startswith("mine")]
    assert len(notes) >= said[-1] - 1
    assert notes == [f"mine{number}" for number in range(len(notes))]
    project.store.finish()
