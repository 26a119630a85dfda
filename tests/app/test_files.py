"""Files of a project: missing ones found again, changed ones told of, and consent remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QFileSystemWatcher, QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window import projects, running
from app.window.allowances import Allowances, AllowancesDialog
from app.window.missing_files import MissingFilesDialog
from app.window.notes import Note
from app.window.project_files import ProjectFiles
from app.window.project_in_hand import ProjectInHand
from app.window.projects import Projects
from app.window.questions import Answer, Consent
from app.window.run_desk import RunDesk
from app.window.running import Runner
from app.workers.orders import RunOrder
from nodes.document import Document
from nodes.edits import AddNode
from nodes.graph import Graph, Node
from nodes.project_file import open_project, save_project
from nodes.registry import library
from nodes.relinking import best_match
from nodes.serving.messages import Consents
from nodes.snapshot import Snapshot
from nodes.working_store import WorkingStore
from pipelines.painting.tiles import MemoryTiles
from tests.workers.stage import setup_in
from widgets.toast import Toasts


def saved_project(folder: Path, **pictures: str) -> Path:
    """A project with a node for each picture."""
    document = Document(library())
    for node_id, path in pictures.items():
        document.apply(AddNode(node=Node(id=node_id, type="load.image", parameters={"path": path})))
    folder.mkdir(parents=True, exist_ok=True)
    save_project(folder / "film.loom", document, MemoryTiles())
    return folder / "film.loom"


class Home:
    """A window's parts that hold projects and run them."""

    def __init__(self, folder: Path) -> None:
        self.window = QWidget()
        self.window.resize(800, 400)
        self.settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.toasts = Toasts(self.window)
        self.projects = Projects(library(), self.settings, folder / "state", [], self.window)
        self.allowances = Allowances(self.settings)
        self.files = ProjectFiles(self.projects, self.allowances, self.toasts)
        self.desk = RunDesk(setup_in(folder))
        self.desk.pause()
        self.desk.queue.add(
            RunOrder(snapshot=Snapshot(Graph(), library()))
        )  # so that it stays paused
        self.runner = Runner(self.desk, self.projects, self.allowances)

    @property
    def project(self) -> ProjectInHand:
        assert self.projects.in_hand is not None
        return self.projects.in_hand

    def is_watching(self) -> bool:
        """Whether it is known by now which files are there."""
        return bool(self.files.findChildren(QFileSystemWatcher)[0].files())

    def newest(self) -> RunOrder:
        """What was ordered last."""
        return self.desk.queue.waiting[-1]


@pytest.fixture
def home(qtbot: QtBot, tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path / "home")
    qtbot.addWidget(made.window)
    yield made
    if made.projects.in_hand is not None:
        made.projects.put_away()
    made.desk.close()
    made.files.close()
    made.projects.end()


def test_missing_files_are_told_of_found_by_name_and_relinked_in_one_step(
    home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    path = saved_project(tmp_path / "film", a="shots/one/a.png", b="shots/two/a.png", c="c.png")
    home.projects.open_file(path)
    qtbot.waitUntil(lambda: bool(home.toasts.shown), timeout=5_000)
    assert home.toasts.shown[-1].words == "Files of this project are missing: 3."
    for folder in ("one", "two"):
        moved = tmp_path / "moved" / "old" / folder
        moved.mkdir(parents=True)
        (moved / "a.png").write_bytes(b"")
    home.files.commands["missing_files"].trigger()
    qtbot.waitUntil(lambda: bool(home.window.findChildren(MissingFilesDialog)), timeout=5_000)
    (dialog,) = home.window.findChildren(MissingFilesDialog)
    assert dialog.files.topLevelItemCount() == 3
    assert not dialog.relink.isEnabled()
    with qtbot.waitSignal(dialog.search.found, timeout=10_000):
        dialog.look_in(tmp_path / "moved")
    assert dialog.about.text() == "Missing: 3. Found again: 2."
    dialog.relink.click()
    graph = home.project.model.graph
    assert str(graph.nodes["a"].parameters["path"]).endswith("/moved/old/one/a.png")
    assert str(graph.nodes["b"].parameters["path"]).endswith("/moved/old/two/a.png")
    stack = home.project.model.undo_stack
    assert (stack.count(), stack.undoText()) == (1, "Relink files")
    stack.undo()
    assert home.project.model.graph.nodes["a"].parameters["path"] == "shots/one/a.png"


def test_of_files_with_one_name_the_one_in_the_likest_folder_is_meant() -> None:
    found = [Path("/x/one/a.png"), Path("/x/two/a.png"), Path("/a.png")]
    assert best_match("shots\\two\\A.png", found) == found[1]
    assert best_match("a.png", []) is None


def test_a_file_that_another_program_changes_is_told_of(
    home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "film").mkdir()
    (tmp_path / "film" / "a.png").write_bytes(b"one")
    path = saved_project(tmp_path / "film", a="a.png")
    home.projects.open_file(path)
    qtbot.waitUntil(home.is_watching, timeout=5_000)
    assert home.toasts.shown == []
    with qtbot.waitSignal(home.files.changed_outside, timeout=10_000) as told:
        (tmp_path / "film" / "a.png").write_bytes(b"other")
    assert told.args == [[tmp_path / "film" / "a.png"]]
    assert "a.png" in home.toasts.shown[-1].words
    path.write_bytes(path.read_bytes() + b"x")
    qtbot.waitUntil(lambda: "film.loom" in home.toasts.shown[-1].words, timeout=10_000)


def test_ones_own_save_is_no_change_by_another_program(
    home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "film").mkdir()
    (tmp_path / "film" / "a.png").write_bytes(b"one")
    home.projects.open_file(saved_project(tmp_path / "film", a="a.png"))
    home.projects.save()
    home.projects.saving.finish()
    qtbot.waitUntil(home.is_watching, timeout=5_000)
    with qtbot.waitSignal(home.files.changed_outside, timeout=10_000):
        (tmp_path / "film" / "a.png").write_bytes(b"other")
    assert [toast.words for toast in home.toasts.shown] == ["Changed by another program: a.png."]


def test_a_project_that_was_just_put_away_is_opened_in_place_again(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved_project(tmp_path / "film")
    home.projects.open_file(path)
    finish = WorkingStore.finish
    is_let_go = Event()

    def finish_late(store: WorkingStore) -> None:
        is_let_go.wait(0.3)  # a slow disk
        finish(store)

    monkeypatch.setattr(WorkingStore, "finish", finish_late)
    home.projects.put_away()
    assert home.projects.in_hand is None
    home.projects.open_file(path)
    assert (home.project.path, home.project.said) == (path, "")
    is_let_go.set()


def test_a_save_over_what_another_program_wrote_is_asked_about(
    home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved_project(tmp_path / "film")
    home.projects.open_file(path)
    home.project.model.do(AddNode(node=Node(id="n", type="text.prompt")), "Add")
    other = path.read_bytes() + b"x"
    path.write_bytes(other)
    answers, asked = [Answer.CANCEL, Answer.SAVE], list[Path]()

    def ask(_: object, changed: Path) -> Answer:
        asked.append(changed)
        return answers.pop(0)

    monkeypatch.setattr(projects, "ask_changed", ask)
    home.projects.save()
    home.projects.saving.finish()
    assert (asked, path.read_bytes(), home.project.is_unsaved) == ([path], other, True)
    home.projects.save()
    home.projects.saving.finish()
    assert len(asked) == 2
    assert not home.project.is_unsaved
    with open_project(path, library()) as saved:
        assert "n" in saved.document.graph.nodes


def test_consent_is_asked_once_remembered_for_the_project_and_taken_back(
    home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "elsewhere.png"
    outside.write_bytes(b"")
    home.projects.open_file(saved_project(tmp_path / "film", a=str(outside)))
    asked: list[Consents] = []
    answers = [Consent.REFUSED, Consent.ONCE, Consent.ALWAYS]

    def ask(_: object, wanted: Consents, *, may_remember: bool) -> Consent:
        assert may_remember
        asked.append(wanted)
        return answers.pop(0)

    monkeypatch.setattr(running, "ask_consent", ask)
    noted: list[Note] = []
    home.desk.noted.connect(noted.append)
    home.runner.run(("a",))
    assert home.newest().consents == Consents()
    assert home.newest().title == "Run Load Image"
    home.runner.run(("a",))
    assert home.newest().consents.reads == (str(outside),)
    home.runner.run(("a",))
    home.runner.run(("a",))
    assert len(asked) == 3
    assert home.newest().consents.reads == (str(outside),)
    assert home.project.path is not None
    dialog = AllowancesDialog(home.allowances, home.project.path, home.window)
    qtbot.addWidget(dialog)
    assert dialog.files.item(0).text() == f"Read {outside}"
    dialog.files.setCurrentRow(0)
    dialog.revoke.click()
    assert dialog.files.count() == 0
    answers.append(Consent.REFUSED)
    home.runner.run(("a",))
    assert len(asked) == 4
