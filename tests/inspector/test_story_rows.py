"""What the inspector says of a storyboard: its panels, its shots, and the timing of its moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nodes.edits import Connect, PutPanels
from nodes.graph import Link
from pipelines.easing import PRESETS, Preset
from pipelines.panels import Layer, Panel
from pipelines.values import JointMode
from tests.fakes import document
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.inspector.gap_easing_row import GapEasingRow
from widgets.inspector.named_row import NamedRow
from widgets.inspector.panel_editor import PanelEditor
from widgets.inspector.panel_sheet import PanelSheet
from widgets.inspector.panels_row import PanelsRow
from widgets.inspector.shot_names_row import ShotNamesRow
from widgets.theme import LABEL_COLOURS

PANELS = (
    Panel(id="a", duration=12, joint=JointMode.IN_BETWEEN, move=6, prompt="rain"),
    Panel(id="b", duration=24, joint=JointMode.CUT),
    Panel(id="c", duration=8, joint=JointMode.FADE, move=4, label="door"),
    Panel(id="d", duration=8),
)


@pytest.fixture
def model() -> DocumentModel:
    nodes: dict[str, Any] = {
        "board": ("story.storyboard", {"panels": PANELS}),
        "moves": "motion.in_between",
    }
    made = DocumentModel(document(nodes))
    made.apply(Connect(node="moves", socket="storyboard", link=Link("l", "board")))
    return made


@pytest.fixture
def inspector(qtbot: QtBot, model: DocumentModel) -> Inspector:
    made = Inspector(model)
    qtbot.addWidget(made)
    made.resize(260, 900)
    made.set_selection(["board"])
    made.show()
    return made


def panels_of(model: DocumentModel) -> tuple[Panel, ...]:
    return model.graph.nodes["board"].parameters["panels"]


def panels_row(inspector: Inspector) -> PanelsRow:
    found = inspector.rows["panels"]
    assert isinstance(found, PanelsRow)
    return found


def test_panels_are_listed_and_the_first_is_edited(inspector: Inspector) -> None:
    row = panels_row(inspector)
    lines = [row.list.item(place).text() for place in range(row.list.count())]
    assert lines[0] == "1: 12 f, In-between 6 f – rain"
    assert lines[3] == "4: 8 f, Cut"
    assert row.editor.title.text() == "Panel 1"
    assert row.editor.duration.text() == "12"
    assert row.editor.prompt.toPlainText() == "rain"


def test_typing_goes_to_all_chosen_panels_as_one_step(
    qtbot: QtBot, inspector: Inspector, model: DocumentModel
) -> None:
    row = panels_row(inspector)
    for place in (1, 2):
        row.list.item(place).setSelected(True)
    assert row.editor.title.text() == "3 panels"
    assert row.editor.duration.placeholderText() == "mixed"
    assert row.editor.joint.currentIndex() == -1
    row.editor.duration.setFocus()
    qtbot.keyClicks(row.editor.duration, "36")
    assert [panel.duration for panel in panels_of(model)] == [36, 36, 36, 8]
    assert model.undo_stack.count() == 1
    row.editor.notes.setFocus()
    qtbot.keyClicks(row.editor.notes, "slow in")
    assert [panel.notes for panel in panels_of(model)] == ["slow in"] * 3 + [""]
    assert model.undo_stack.count() == 2
    assert len(row.list.selectedItems()) == 3
    model.undo_stack.undo()
    model.undo_stack.undo()
    assert panels_of(model) == PANELS
    assert row.editor.notes.toPlainText() == ""


def test_a_joint_brings_its_move_and_loses_it(inspector: Inspector, model: DocumentModel) -> None:
    editor = panels_row(inspector).editor
    editor.joint.activated.emit(list(JointMode).index(JointMode.CUT))
    assert (panels_of(model)[0].joint, panels_of(model)[0].move) == (JointMode.CUT, 0)
    assert not editor.move_length.isEnabled()
    editor.joint.activated.emit(list(JointMode).index(JointMode.FADE))
    assert (panels_of(model)[0].joint, panels_of(model)[0].move) == (JointMode.FADE, 6)


def test_an_impossible_length_is_refused_in_words(
    qtbot: QtBot, inspector: Inspector, model: DocumentModel
) -> None:
    row = panels_row(inspector)
    row.editor.duration.selectAll()
    qtbot.keyClicks(row.editor.duration, "0")
    assert "lasts from 1" in row.refusal.text()
    assert panels_of(model) == PANELS
    qtbot.keyClick(row.editor.duration, Qt.Key.Key_Return)
    assert row.editor.duration.text() == "12"


def test_a_panel_editor_stands_alone_and_follows_the_document(
    qtbot: QtBot, model: DocumentModel
) -> None:
    editor = PanelEditor(model)
    qtbot.addWidget(editor)
    assert not editor.isEnabled()
    editor.show_panels((), "board", ["c"])
    assert editor.label.text() == "door"
    editor.show_panels((), "board", ["d", "a"])
    assert (editor.label.text(), editor.prompt.toPlainText()) == ("", "")
    editor.show_panels((), "board", ["a"])
    changed = Panel(id="a", prompt="sun", duration=5)
    model.do(PutPanels(node="board", panels=(changed,)), "Change")
    assert (editor.prompt.toPlainText(), editor.duration.text()) == ("sun", "5")
    model.do(PutPanels(node="board", order=("b", "c", "d")), "Remove")
    assert not editor.isEnabled()


def test_panels_chosen_elsewhere_are_chosen_here(qtbot: QtBot, inspector: Inspector) -> None:
    row = panels_row(inspector)
    inspector.choose_panels(["b", "d"])
    assert row.editor.title.text() == "2 panels"
    with qtbot.waitSignal(inspector.panels_chosen) as told:
        row.list.item(1).setSelected(False)
    assert told.args == [("d",)]


def test_a_long_prompt_makes_its_field_higher(qtbot: QtBot, model: DocumentModel) -> None:
    words = Panel(id="a", prompt="a red rubber ball bounces across a sunny garden " * 3)
    model.do(PutPanels(node="board", panels=(words,)), "Change")
    inspector = Inspector(model)
    qtbot.addWidget(inspector)
    inspector.set_selection(["board"])
    inspector.resize(260, 900)
    inspector.show()
    editor = panels_row(inspector).editor
    qtbot.waitExposed(inspector)
    bar = editor.prompt.verticalScrollBar()
    assert editor.prompt.height() > editor.notes.height() + editor.fontMetrics().lineSpacing()
    assert bar.maximum() == 0
    inspector.resize(180, 900)
    assert bar.maximum() == 0
    longer = Panel(id="a", prompt="a red rubber ball bounces across a sunny garden " * 60)
    model.do(PutPanels(node="board", panels=(longer,)), "Change")
    assert bar.maximum() > 0
    assert editor.prompt.height() < 20 * editor.fontMetrics().lineSpacing()


def test_a_colour_is_picked_as_label_in_one_step(qtbot: QtBot, model: DocumentModel) -> None:
    sheet = PanelSheet(model)
    qtbot.addWidget(sheet)
    sheet.show_panels("board", ("a", "b"))
    before = model.undo_stack.count()
    offered = sheet.editor.colours.menu_of_colours.actions()
    offered[0].trigger()
    panels = model.graph.nodes["board"].parameters["panels"]
    assert [panel.label for panel in panels[:2]] == [LABEL_COLOURS[0][1]] * 2
    assert model.undo_stack.count() == before + 1
    assert (sheet.editor.label.text(), sheet.editor.label.placeholderText()) == ("", "Red")
    assert not sheet.editor.colours.icon().isNull()
    next(one for one in offered if one.data() == "").trigger()
    assert model.graph.nodes["board"].parameters["panels"][0].label == ""
    assert sheet.editor.label.placeholderText() == ""


def test_shots_are_named_line_by_line(
    qtbot: QtBot, inspector: Inspector, model: DocumentModel
) -> None:
    row = inspector.rows["shot_names"]
    assert isinstance(row, ShotNamesRow)
    assert list(row.lines) == ["a", "c"]
    row.lines["c"].setFocus()
    qtbot.keyClicks(row.lines["c"], "At the door")
    assert model.graph.nodes["board"].parameters["shot_names"] == (("c", "At the door"),)
    assert model.undo_stack.count() == 1
    row.lines["c"].clear()
    qtbot.keyClicks(row.lines["a"], "x")
    assert model.graph.nodes["board"].parameters["shot_names"] == (("a", "x"),)
    panels_row(inspector).editor.joint.activated.emit(list(JointMode).index(JointMode.CUT))
    assert len(row.lines) == 3


def moves_row(inspector: Inspector) -> GapEasingRow:
    found = inspector.rows["gap_easing"]
    assert isinstance(found, GapEasingRow)
    return found


def test_a_move_gets_a_curve_of_its_own_by_name(inspector: Inspector, model: DocumentModel) -> None:
    inspector.set_selection(["moves"])
    row = moves_row(inspector)
    shown = [row.moves.itemText(at) for at in range(row.moves.count())]
    assert shown == ["1 to 2: 6 frames", "3 to 4, door: 4 frames"]
    row.moves.setCurrentIndex(1)
    row.moves.activated.emit(1)
    assert row.editor.isHidden()
    row.own.click()
    assert model.graph.nodes["moves"].parameters["gap_easing"] == (("c", PRESETS[Preset.LINEAR]),)
    assert row.editor.isVisible()
    row.editor.presets.activated.emit(list(Preset).index(Preset.EASE))
    assert dict(model.graph.nodes["moves"].parameters["gap_easing"]) == {"c": PRESETS[Preset.EASE]}
    assert row.moves.currentText() == "3 to 4, door: 4 frames: own curve"
    row.own.click()
    assert model.graph.nodes["moves"].parameters["gap_easing"] == ()
    assert model.undo_stack.count() == 3


def test_a_curve_of_a_move_that_went_away_is_still_shown(
    inspector: Inspector, model: DocumentModel
) -> None:
    inspector.set_selection(["moves"])
    row = moves_row(inspector)
    row.own.click()
    cut = Panel(id="a", duration=12)
    model.do(PutPanels(node="board", panels=(cut,)), "Cut")
    shown = [row.moves.itemText(at) for at in range(row.moves.count())]
    assert shown == ["3 to 4, door: 4 frames", "a, no move now: own curve"]


def test_a_missing_picture_of_a_panel_is_found_again(
    inspector: Inspector, model: DocumentModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "moved").mkdir()
    (tmp_path / "here.png").write_bytes(b"x")
    for name in ("a.png", "b.png"):
        (tmp_path / "moved" / name).write_bytes(b"x")
    pictures = {"a": "plates/a.png", "b": "plates/b.png", "c": "here.png"}
    panels = [replace(panel, picture=pictures.get(panel.id, "")) for panel in panels_of(model)]
    model.do(PutPanels(node="board", panels=tuple(panels)), "Pictures")
    inspector.set_folder(tmp_path)
    editor = panels_row(inspector).editor
    assert editor.picture.whole == "Picture: plates/a.png"
    assert editor.missing.isVisible()

    def choose(*_: object) -> tuple[str, str]:
        return str(tmp_path / "moved" / "a.png"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    editor.missing.finder.click()
    assert [panel.picture for panel in panels_of(model)] == [
        "moved/a.png",
        "moved/b.png",
        "here.png",
        "",
    ]
    assert editor.missing.isHidden()
    assert model.undo_stack.undoText() == "Find a.png"
    inspector.choose_panels(["d"])
    assert panels_row(inspector).editor.picture.isHidden()


def test_a_motion_path_names_the_moves_and_layers_of_its_storyboard(qtbot: QtBot) -> None:
    first = replace(PANELS[0], layers=(Layer(id="ball", name="Ball"), Layer(id="x")))
    nodes: dict[str, Any] = {
        "board": ("story.storyboard", {"panels": (first, *PANELS[1:])}),
        "arc": "motion.path",
        "snap": "motion.timing",
    }
    made = DocumentModel(document(nodes))
    inspector = Inspector(made)
    qtbot.addWidget(inspector)
    for name in ("arc", "snap"):
        made.apply(Connect(node=name, socket="storyboard", link=Link(f"l {name}", "board")))
    inspector.set_selection(["arc"])
    assert words_of(inspector, "move") == ["The first move", "1 to 2: 6 frames"]
    assert words_of(inspector, "layer") == ["The whole drawing", "x", "Ball"]
    row = inspector.rows["layer"]
    assert isinstance(row, NamedRow)
    row.box.activated.emit(2)
    assert made.graph.nodes["arc"].parameters["layer"] == "ball"
    assert made.undo_stack.undoText() == "Set Layer"
    made.do(PutPanels(node="board", panels=(PANELS[0], *PANELS[1:])), "Take layers away")
    assert words_of(inspector, "layer")[-1] == "ball, not here now"
    inspector.set_selection(["snap"])
    moves = ["All moves", "1 to 2: 6 frames", "3 to 4, door: 4 frames"]
    assert words_of(inspector, "move") == moves


def words_of(inspector: Inspector, name: str) -> list[str]:
    row = inspector.rows[name]
    assert isinstance(row, NamedRow)
    return [row.box.itemText(at) for at in range(row.box.count())]
