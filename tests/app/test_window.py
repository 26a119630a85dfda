"""The window: what it opens, what it never loses, and what it runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.window import projects
from app.window.main_window import MainWindow
from app.window.mishaps import Mishaps
from app.window.opened_work import copied_work
from app.window.project_in_hand import ProjectInHand
from app.window.questions import Answer
from app.window.rooms import Room
from nodes.edits import AddNode, Connect, SetParameter
from nodes.frame_serving.messages import FrameState
from nodes.graph import Link, Node
from nodes.project_file import open_project
from nodes.registry import library
from tests.app.projects import save_board

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"
TEAPOT = TEMPLATES / "teapot_turn.loom"


def answers(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> list[str]:
    """The names of the projects that were asked about, each question answered."""
    asked: list[str] = []

    def ask(_: object, name: str) -> Answer:
        asked.append(name)
        return answer

    monkeypatch.setattr(projects, "ask_unsaved", ask)
    return asked


def drop(window: MainWindow, path: Path) -> None:
    """Drop a file on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(QPoint(5, 5)),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def change(window: MainWindow) -> None:
    """An edit."""
    assert window.project is not None
    node = Node(id="mine", type="review.note", parameters={"text": "mine"})
    window.project.model.do(AddNode(node=node), "Add a note")


def test_a_window_begins_with_the_starters(window: MainWindow) -> None:
    names = [card.text() for card in window.start_page.cards]
    assert names == ["Lighthouse dusk", "Puddle leap", "Teapot turn"]
    assert window.project is None
    assert window.windowTitle() == "Storyloom"


def test_a_starter_is_an_untitled_copy_with_its_drawings(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = TEAPOT.read_bytes()
    window.start_page.cards[2].click()
    assert window.project is not None
    assert window.project.path is None
    assert not window.project.is_unsaved
    assert window.windowTitle().startswith("Teapot turn[*]")
    change(window)
    target = tmp_path / "mine.loom"

    def choose(*_: object) -> tuple[str, str]:
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.projects.save()
    window.projects.saving.finish()
    assert not window.project.is_unsaved
    assert TEAPOT.read_bytes() == before
    with open_project(target, library()) as saved, open_project(TEAPOT, library()) as starter:
        assert saved.document.graph.nodes["mine"].parameters == {"text": "mine"}
        assert set(saved.reader.digests()) == set(starter.reader.digests())


def test_a_starter_that_is_opened_as_a_file_is_a_copy_too(window: MainWindow) -> None:
    window.open_file(TEAPOT)
    assert window.project is not None
    assert window.project.path is None


def test_the_window_goes_on_while_the_views_of_a_project_are_made(window: MainWindow) -> None:
    turns: list[bool] = []

    def look() -> None:
        turns.append(window.project is not None and window.views is None)

    beat = QTimer(window, interval=0)
    beat.timeout.connect(look)
    beat.start()
    window.open_file(TEAPOT)
    beat.stop()
    assert sum(turns) >= 3
    assert window.views is not None


def test_a_dropped_project_never_replaces_unsaved_work(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(TEAPOT)
    change(window)
    asked = answers(monkeypatch, Answer.CANCEL)
    drop(window, TEMPLATES / "lighthouse_dusk.loom")
    assert asked == ["Teapot turn"]
    assert window.project is not None
    assert "mine" in window.project.model.graph.nodes
    assert not window.close()
    answers(monkeypatch, Answer.DISCARD)
    drop(window, TEMPLATES / "lighthouse_dusk.loom")
    assert "mine" not in window.project.model.graph.nodes


def test_undo_is_named_and_clean_work_is_not_asked_about(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers(monkeypatch, Answer.CANCEL)
    window.open_file(TEAPOT)
    change(window)
    texts = [action.text() for action in window.actions_of_edit]
    assert texts == ["&Undo Add a note", "&Redo"]
    assert window.isWindowModified()
    window.actions_of_edit[0].trigger()
    assert not window.isWindowModified()
    assert [action.text() for action in window.actions_of_edit] == ["&Undo", "&Redo Add a note"]
    window.open_file(TEMPLATES / "lighthouse_dusk.loom")
    assert asked == []


def test_work_of_a_killed_window_is_offered_and_brought_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sessions = tmp_path / "state" / "sessions"
    lost = ProjectInHand(copied_work(TEAPOT, sessions, library()))
    lost.model.do(AddNode(node=Node(id="mine", type="review.note")), "Add a note")
    lost.store.close()
    window.offer_unsaved()
    qtbot.waitUntil(window.start_page.unsaved_title.isVisible, timeout=5_000)
    buttons = window.start_page.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Bring Back").click()
    assert window.project is not None
    assert "mine" in window.project.model.graph.nodes
    assert window.project.is_unsaved
    assert window.project.path is None


def test_the_inspector_follows_the_canvas(window: MainWindow) -> None:
    window.open_file(TEAPOT)
    assert window.canvas is not None and window.inspector is not None
    node_id = next(iter(window.canvas.scene.ids))
    window.canvas.select([node_id])
    assert window.inspector.rows


def test_the_viewer_shows_the_film_and_follows_an_edit(window: MainWindow, qtbot: QtBot) -> None:
    window.open_file(TEAPOT)
    viewer = window.viewing.viewer

    def shown(state: FrameState) -> bool:
        return viewer.picture.state is state

    qtbot.waitUntil(lambda: shown(FrameState.SHOWN), timeout=20_000)
    assert viewer.playback.length == 159
    assert window.project is not None
    node = Node(id="bare", type="image.blend")
    window.project.model.do(AddNode(node=node), "Add a blend")
    assert window.canvas is not None
    window.canvas.select(["bare"])
    qtbot.waitUntil(lambda: shown(FrameState.FAILED), timeout=20_000)
    window.canvas.select(["board"])
    qtbot.waitUntil(lambda: shown(FrameState.SHOWN), timeout=20_000)


def test_a_run_marks_its_node_done_and_an_edit_makes_it_stale(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.start_page.empty_asked.emit()
    assert window.project is not None and window.canvas is not None
    model = window.project.model
    model.do(AddNode(node=Node(id="n", type="number.value")), "Add")
    model.do(AddNode(node=Node(id="words", type="convert.number_to_text")), "Add")
    window.canvas.select(["words"])

    def is_done() -> bool:
        return not window.desk.is_running and bool(window.desk.states.by_path)

    window.run_selected()
    qtbot.waitUntil(is_done, timeout=15000)
    assert window.desk.states.of("words").error
    assert window.run_panel.log.count() >= 2
    link = Link("l", "n")
    model.do(Connect(node="words", socket="number", link=link), "Wire")
    window.run_selected()
    qtbot.waitUntil(lambda: window.desk.states.of("words").words.startswith("Done"), timeout=15000)
    model.do(SetParameter(node="n", name="value", value=3.0), "Set")
    qtbot.waitUntil(lambda: window.desk.states.of("words").words.startswith("Out of"), timeout=5000)


def test_the_theme_and_the_docks_are_remembered(
    window: MainWindow, qapp: QApplication, tmp_path: Path
) -> None:
    window.open_file(TEAPOT)
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "&Appearance")
    menu.actions()[-1].trigger()
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 128
    assert window.close()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.sync()
    assert settings.value("appearance") == "dark"
    assert settings.contains("rooms/draw/layout")
    assert settings.contains("geometry")


def test_a_file_that_is_no_project_is_told_of(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(_: object, words: str, error: Exception) -> None:
        told.append(f"{words} {error}")

    monkeypatch.setattr(projects, "tell", tell)
    broken = tmp_path / "broken.loom"
    broken.write_bytes(b"no zip")
    window.open_file(TEAPOT)
    project = window.project
    window.open_file(broken)
    assert len(told) == 1
    assert window.project is project


def test_a_mistake_of_the_program_is_said_and_the_project_stays(
    window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window.open_file(TEAPOT)
    mishaps = Mishaps(tmp_path / "log")
    error = ZeroDivisionError("by nothing")
    mishaps.take(ZeroDivisionError, error, None)
    mishaps.take(ZeroDivisionError, error, None)
    widgets = QApplication.topLevelWidgets()
    boxes = [box for box in widgets if isinstance(box, QMessageBox) and box.isVisible()]
    for box in boxes:
        box.close()
    mishaps.close()
    assert len(boxes) == 1
    assert "by nothing" in (tmp_path / "log" / "mistakes.log").read_text()
    assert window.project is not None


def test_the_window_imports_no_model_library() -> None:
    code = (
        "import sys, app.window.program; "
        "heavy = {'torch', 'diffusers', 'transformers', 'peft'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_reopened_work_shows_what_is_on_disk_and_why_it_would_run_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.start_page.empty_asked.emit()
    assert window.project is not None
    model = window.project.model
    model.do(AddNode(node=Node(id="n", type="number.value")), "Add")
    model.do(AddNode(node=Node(id="words", type="convert.number_to_text")), "Add")
    model.do(Connect(node="words", socket="number", link=Link("l", "n")), "Wire")
    window.projects.saving.save(window.project, tmp_path / "kept.loom")
    window.projects.saving.finish()
    window.runner.run(("words",))

    def words() -> str:
        return window.desk.states.of("words").words

    def why() -> list[str]:
        return window.desk.states.why("words")

    qtbot.waitUntil(lambda: words().startswith("Done"), timeout=15_000)
    qtbot.waitUntil(lambda: window.desk.states.of("words").is_kept, timeout=15_000)
    window.open_file(TEAPOT)
    window.open_file(tmp_path / "kept.loom")
    qtbot.waitUntil(lambda: words() == "On disk", timeout=15_000)
    assert window.project is not None
    edit = SetParameter(node="n", name="value", value=3.0)
    window.project.model.do(edit, "Set")
    qtbot.waitUntil(lambda: words() == "Out of date", timeout=15_000)
    qtbot.waitUntil(lambda: why() == ["n, upstream: Value was 0, is now 3."], timeout=15_000)
    window.project.model.undo_stack.undo()
    qtbot.waitUntil(lambda: words() == "On disk", timeout=15_000)


def test_dropped_media_become_nodes_at_that_point_in_one_step(
    window: MainWindow, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("a.png", "b.mp4", "c.wav", "d.txt")]
    for file in files:
        file.write_bytes(b"")
    window.open_file(save_board(tmp_path / "board.loom"))
    window.rooms.show(Room.WIRE)
    assert window.project is not None and window.canvas is not None
    before = set(window.project.model.graph.nodes)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    assert window.drops.is_welcome(mime)
    view = window.canvas.view
    at = view.viewport().mapTo(window, QPoint(50, 60))
    window.drops.take(mime, at)
    nodes = window.project.model.graph.nodes
    added = {nodes[one].type: nodes[one] for one in set(nodes) - before}
    assert set(added) == {"load.image", "load.clip", "load.audio"}
    assert added["load.image"].parameters == {"path": "a.png"}
    point = view.to_scene(QPoint(50, 60))
    assert abs(added["load.image"].x - point.x()) <= 1
    assert set(window.canvas.selected) == set(nodes) - before
    assert window.project.model.undo_stack.undoText() == "Load 3 Files"
    window.project.model.undo_stack.undo()
    assert set(window.project.model.graph.nodes) == before


def test_media_dropped_on_the_start_page_begin_a_project(
    window: MainWindow, tmp_path: Path
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"")
    drop(window, picture)
    assert window.project is not None
    assert [node.type for node in window.project.model.graph.nodes.values()] == ["load.image"]
    assert window.project.is_unsaved


def test_results_appear_on_their_nodes_and_undo_brings_them_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_file(TEAPOT)
    canvas, project = window.canvas, window.project
    assert canvas is not None and project is not None

    def picture(node: str) -> QPixmap | None:
        thumbnail = canvas.scene.thumbnail(node)
        return thumbnail.picture if thumbnail is not None else None

    qtbot.waitUntil(lambda: picture("board") is not None, timeout=20_000)
    before = picture("board")
    assert before is not None and not before.isNull()
    assert canvas.scene.face("board").shape.picture > 0
    assert canvas.scene.thumbnail("note") is None
    edit = SetParameter(node="board", name="width", value=320)
    project.model.do(edit, "Set")
    qtbot.waitUntil(lambda: picture("board") is not before, timeout=20_000)
    project.model.undo_stack.undo()
    qtbot.waitUntil(lambda: picture("board") is before, timeout=20_000)


def test_where_nothing_is_left_to_chance_other_seeds_are_refused_in_words(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(save_board(tmp_path / "board.loom"))
    with qtbot.waitSignal(window.desk.noted) as told:
        window.menus.commands["run_other_seeds"].trigger()
    assert told.args is not None
    assert "chance" in told.args[0].words
    assert not window.desk.is_running
