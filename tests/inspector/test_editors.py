"""Editors of single values: typed, dragged, switched; one step each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nodes.edits import (
    AddNode,
)
from nodes.graph import Node
from nodes.node import node
from nodes.parameters import Seed
from nodes.registry import Registry
from nodes.seeds import locked_seeds
from pipelines.panels import Panel
from pipelines.pointing import Click, Clicks, Stroke, Strokes
from tests.fakes import document
from tests.inspector.stage import NARROW, editor, row, shown
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.inspector.choice_editor import ChoiceEditor
from widgets.inspector.frame_range_editor import FrameRangeEditor
from widgets.inspector.parameter_row import ParameterRow
from widgets.inspector.prompt_editor import PromptEditor
from widgets.inspector.seed_editor import SeedEditor
from widgets.inspector.slider_editor import SliderEditor
from widgets.inspector.structure_line import StructureLine
from widgets.inspector.switch_editor import SwitchEditor


def test_typing_a_number_is_one_step_and_keeps_the_focus(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": "mask.grow"})
    line = editor(inspector, "distance", SliderEditor).line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "300")
    assert model.graph.nodes["grow"].parameters["distance"] == 300
    assert line.text() == "300"
    assert editor(inspector, "distance", SliderEditor).line is line
    assert model.undo_stack.count() == 1
    assert model.undo_stack.undoText() == "Set Distance"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert model.graph.nodes["grow"].parameters["distance"] == 301
    assert model.undo_stack.count() == 2
    model.undo_stack.undo()
    model.undo_stack.undo()
    assert "distance" not in model.graph.nodes["grow"].parameters
    assert line.text() == "8"


def test_a_hard_limit_refuses_in_place_and_keeps_the_old_value(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"pad": ("frame.pad", {"left": 5})})
    left = row(inspector, "left")
    line = editor(inspector, "left", SliderEditor).line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "-4")
    assert left.refusal.isVisible()
    assert "“left” cannot be -4" in left.refusal.text()
    assert line.text() == "-4"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "5"
    assert model.graph.nodes["pad"].parameters["left"] == 5
    line.selectAll()
    qtbot.keyClicks(line, "12")
    assert left.refusal.isHidden()
    line.selectAll()
    qtbot.keyClicks(line, "x")
    assert "no number" in left.refusal.text()


def test_a_drag_of_a_slider_is_one_step(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"adjust": "image.colour_adjust"})
    slider = editor(inspector, "exposure", SliderEditor).slider
    slider.setSliderDown(True)
    for position in (90, 100, 110):
        slider.setValue(position)
    slider.setSliderDown(False)
    assert model.graph.nodes["adjust"].parameters["exposure"] == 1.5
    slider.setValue(111)
    assert model.undo_stack.count() == 2


def test_a_value_outside_the_comfortable_range_is_shown_as_it_is(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"adjust": ("image.colour_adjust", {"gamma": 7.25})})
    gamma = editor(inspector, "gamma", SliderEditor)
    assert gamma.line.text() == "7.25"
    assert gamma.slider.value() == gamma.slider.maximum()


def test_a_switch_and_a_choice_are_a_step_each(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"export": "export.video"})
    editor(inspector, "sound", SwitchEditor).box.click()
    choice = editor(inspector, "effort", ChoiceEditor)
    qtbot.keyClick(choice.box, Qt.Key.Key_Down)
    assert model.graph.nodes["export"].parameters == {"sound": False, "effort": "slow"}
    assert model.undo_stack.count() == 2


def test_a_prompt_is_typed_as_one_step_and_undone_from_within(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"prompt": "text.prompt"})
    field = editor(inspector, "text", PromptEditor).field
    field.setFocus()
    qtbot.keyClicks(field, "rain")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "at night")
    assert model.graph.nodes["prompt"].parameters["text"] == "rain\nat night"
    assert model.undo_stack.count() == 1
    model.undo_stack.undo()
    assert field.toPlainText() == ""


def test_frames_are_given_by_both_ends_or_none(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"export": "export.video"})
    frames = editor(inspector, "frames", FrameRangeEditor)
    frames.first.setFocus()
    qtbot.keyClicks(frames.first, "12")
    assert "frames" not in model.graph.nodes["export"].parameters
    frames.last.setFocus()
    assert frames.first.text() == "12"
    qtbot.keyClicks(frames.last, "48")
    assert model.graph.nodes["export"].parameters["frames"] == "12-48"
    frames.last.selectAll()
    qtbot.keyClicks(frames.last, "7")
    qtbot.keyClick(frames.last, Qt.Key.Key_Return)
    assert "before the first" in row(inspector, "frames").refusal.text()
    model.undo_stack.undo()
    assert (frames.first.text(), frames.last.text()) == ("", "")


def test_panels_are_counted(qtbot: QtBot) -> None:
    panels = tuple(Panel(id=f"p{number}") for number in range(21))
    board = ("story.storyboard", {"panels": panels})
    inspector, _ = shown(qtbot, {"board": board, "other": board})
    assert editor(inspector, "panels", StructureLine).label.text() == "21 panels"
    assert editor(inspector, "shot_names", StructureLine).label.text() == "none"


def test_clicks_boxes_and_lines_are_counted(qtbot: QtBot) -> None:
    clicks = Clicks((Click(0.2, 0.3), Click(0.4, 0.5)))
    lines = Strokes((Stroke(((0.1, 0.1), (0.2, 0.2))),))
    pointed = {"clicks": clicks, "strokes": lines}
    inspector, _ = shown(qtbot, {"pointed": ("mask.segment", pointed)})
    assert editor(inspector, "strokes", StructureLine).label.text() == "1 line"
    assert editor(inspector, "clicks", StructureLine).label.text() == "2 clicks"
    assert editor(inspector, "boxes", StructureLine).label.text() == "none"


@node("test.dream", icon="mdi6.sleep")
def dream(*, seed: Seed = 0) -> float:
    """A number by chance."""
    return float(seed)


def test_a_locked_seed_stays(qtbot: QtBot) -> None:
    kinds = Registry([dream.spec])  # type: ignore[attr-defined] - set by @node
    made = document({})
    made.registry = kinds
    made.apply(AddNode(node=Node(id="dream", type="test.dream")))
    model = DocumentModel(made)
    inspector = Inspector(model)
    qtbot.addWidget(inspector)
    inspector.set_selection(["dream"])
    seed = editor(inspector, "seed", SeedEditor)
    seed.dice.click()
    assert seed.line.text() == str(model.graph.nodes["dream"].parameters["seed"])
    seed.lock.click()
    assert locked_seeds(model.graph.nodes["dream"]) == ("seed",)
    assert not seed.dice.isEnabled()
    assert seed.line.isReadOnly()
    seed.lock.click()
    assert locked_seeds(model.graph.nodes["dream"]) == ()
    assert seed.dice.isEnabled()


def test_readers_hear_what_each_editor_is_for(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"grow": "mask.grow"})
    line = editor(inspector, "distance", SliderEditor).line
    assert line.accessibleName() == "Distance"
    assert line.accessibleDescription().startswith("How far")


def test_a_prompt_grows_and_counts_its_words(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"n": "text.prompt"}, width=NARROW)
    row = inspector.rows["text"]
    assert isinstance(row, ParameterRow)
    prompt = row.editor
    assert isinstance(prompt, PromptEditor)
    assert prompt.count.text() == "0 words"
    before = prompt.field.height()
    prompt.field.setFocus()
    qtbot.keyClicks(prompt.field, "rain at night")
    for _ in range(8):
        qtbot.keyClick(prompt.field, Qt.Key.Key_Return)
    assert prompt.count.text() == "3 words"
    assert prompt.field.height() > before
