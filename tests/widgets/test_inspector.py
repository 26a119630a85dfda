"""The inspector: what it shows, what it changes, and how a change is undone."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog
from pytestqt.qtbot import QtBot

from nodes.edits import (
    AddNode,
    Connect,
    ExposeParameter,
    ExposePort,
    GroupNodes,
    RemoveNodes,
    SetParameter,
)
from nodes.graph import Link, Node, Port
from nodes.node import node
from nodes.parameters import Seed
from nodes.registry import Registry
from nodes.seeds import locked_seeds
from pipelines.easing import PRESETS, Bezier, Easing, Points, Preset
from pipelines.panels import Panel
from tests.fakes import document, registry
from widgets.curve_view import moved, with_point
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.inspector.choice_editor import ChoiceEditor
from widgets.inspector.colour_editor import ColourEditor, colour_of, hex_of
from widgets.inspector.easing_editor import EasingEditor
from widgets.inspector.editor import SEVERAL, Editor
from widgets.inspector.file_editor import FileEditor
from widgets.inspector.frame_range_editor import FrameRangeEditor
from widgets.inspector.help_lines import parameter_lines, summary, tooltip
from widgets.inspector.parameter_row import ParameterRow
from widgets.inspector.prompt_editor import PromptEditor
from widgets.inspector.seed_editor import SeedEditor
from widgets.inspector.slider_editor import SliderEditor
from widgets.inspector.structure_line import StructureLine
from widgets.inspector.switch_editor import SwitchEditor

E = TypeVar("E", bound=Editor)


def shown(qtbot: QtBot, nodes: dict[str, Any], *ids: str) -> tuple[Inspector, DocumentModel]:
    """An inspector of some nodes of a document."""
    model = DocumentModel(document(nodes))
    inspector = Inspector(model)
    qtbot.addWidget(inspector)
    inspector.set_selection(ids or tuple(nodes))
    inspector.show()
    return inspector, model


def editor(inspector: Inspector, name: str, kind: type[E]) -> E:
    """The editor of a parameter."""
    found = row(inspector, name).editor
    assert isinstance(found, kind)
    return found


def row(inspector: Inspector, name: str) -> ParameterRow:
    """The row of a parameter that has one to itself."""
    found = inspector.rows[name]
    assert isinstance(found, ParameterRow)
    return found


def test_without_a_selection_it_says_what_to_do(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": "mask.grow"})
    assert inspector.empty.isHidden()
    model.do(RemoveNodes(nodes=("grow",)), "Remove")
    assert inspector.empty.isVisible()
    assert inspector.rows == {}
    model.undo_stack.undo()
    assert list(inspector.rows) == ["distance"]


@pytest.mark.parametrize("type_id", sorted(registry().specs))
def test_every_kind_of_node_has_an_editor_for_each_parameter(qtbot: QtBot, type_id: str) -> None:
    inspector, model = shown(qtbot, {"n": type_id})
    before = model.graph
    assert list(inspector.rows) == list(registry().specs[type_id].parameters)
    inspector.update_content()
    assert model.graph is before
    assert model.undo_stack.count() == 0


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


def test_reset_brings_the_default_back(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": ("mask.grow", {"distance": 40})})
    shown_row = row(inspector, "distance")
    assert shown_row.reset.isVisible()
    shown_row.reset.click()
    assert model.graph.nodes["grow"].parameters == {}
    assert shown_row.reset.isHidden()


def test_a_parameter_becomes_a_socket_and_says_what_is_wired_to_it(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": "mask.grow", "number": "number.value"}, "grow")
    shown_row = row(inspector, "distance")
    shown_row.socket.click()
    assert model.graph.nodes["grow"].exposed == ("distance",)
    assert shown_row.editor.isVisible()
    model.do(Connect(node="grow", socket="distance", link=Link("l", "number")), "Wire")
    assert shown_row.editor.isHidden()
    assert shown_row.wire.accessibleName() == "from number"
    shown_row.socket.click()
    assert model.graph.nodes["grow"].exposed == ()
    assert shown_row.editor.isVisible()


def test_several_nodes_share_their_common_parameters(qtbot: QtBot) -> None:
    nodes = {
        "a": ("frame.pad", {"left": 1}),
        "b": ("frame.pad", {"left": 2}),
        "c": "frame.pad",
    }
    inspector, model = shown(qtbot, nodes)
    left = editor(inspector, "left", SliderEditor)
    assert (left.line.text(), left.line.placeholderText()) == ("", SEVERAL)
    left.line.setFocus()
    qtbot.keyClicks(left.line, "9")
    assert [node.parameters["left"] for node in model.graph.nodes.values()] == [9, 9, 9]
    assert model.undo_stack.count() == 1
    model.undo_stack.undo()
    assert [node.parameters.get("left") for node in model.graph.nodes.values()] == [1, 2, None]


def test_nodes_of_other_kinds_share_only_what_is_the_same(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"a": "frame.resize", "b": "frame.restore"})
    assert list(inspector.rows) == ["fit", "anchor", "filter"]


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


@pytest.mark.parametrize(("text", "alpha"), [("#c83060", 255), ("#c8306040", 64)])
def test_a_colour_keeps_its_alpha(text: str, alpha: int) -> None:
    colour = colour_of(text)
    assert (colour.red(), colour.alpha()) == (0xC8, alpha)
    assert hex_of(colour) == text


def test_a_colour_is_typed_or_picked(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"pad": "frame.pad"})
    colour = editor(inspector, "colour", ColourEditor)
    colour.line.setFocus()
    colour.line.selectAll()
    qtbot.keyClicks(colour.line, "ff8800")
    assert model.graph.nodes["pad"].parameters["colour"] == "#ff8800"
    qtbot.keyClick(colour.line, Qt.Key.Key_Return)
    assert colour.line.text() == "#ff8800"
    colour.swatch.click()
    dialog = inspector.findChild(QColorDialog)
    assert isinstance(dialog, QColorDialog)
    dialog.setCurrentColor(QColor(1, 2, 3, 128))
    dialog.accept()
    assert model.graph.nodes["pad"].parameters["colour"] == "#01020380"
    colour.line.selectAll()
    qtbot.keyClicks(colour.line, "red")
    qtbot.keyClick(colour.line, Qt.Key.Key_Return)
    assert "no colour" in row(inspector, "colour").refusal.text()
    assert colour.line.text() == "#01020380"


def test_a_file_is_named_relative_to_the_project(
    qtbot: QtBot, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspector, model = shown(qtbot, {"image": "load.image"})
    inspector.set_folder(tmp_path)
    picture = tmp_path / "plates" / "sky.png"

    def choose(*_: object) -> tuple[str, str]:
        return str(picture), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    editor(inspector, "path", FileEditor).button.click()
    assert model.graph.nodes["image"].parameters["path"] == "plates/sky.png"


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


def test_an_easing_is_chosen_and_its_curve_dragged(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"moves": "motion.in_between"})
    easing = editor(inspector, "easing", EasingEditor)
    easing.presets.setCurrentIndex(list(Preset).index(Preset.EASE))
    easing.presets.activated.emit(easing.presets.currentIndex())
    assert model.graph.nodes["moves"].parameters["easing"] == PRESETS[Preset.EASE]
    start, end = easing.view.place_of((0.42, 0)), easing.view.place_of((0.7, 0.2))
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(easing.view, left, pos=_whole(start))
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(easing.view, _whole(start + (end - start) * share))
    qtbot.mouseRelease(easing.view, left, pos=_whole(end))
    curve = model.graph.nodes["moves"].parameters["easing"].curve
    assert isinstance(curve, Bezier)
    assert (curve.x1, curve.y1) == (pytest.approx(0.7, abs=0.02), pytest.approx(0.2, abs=0.04))
    assert model.undo_stack.count() == 2
    assert easing.presets.currentIndex() == -1
    model.undo_stack.undo()
    assert easing.view.curve == PRESETS[Preset.EASE].curve


def test_drawings_stay_for_a_number_of_frames(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"moves": "motion.in_between"})
    every = editor(inspector, "easing", EasingEditor).every
    every.selectAll()
    qtbot.keyClicks(every, "0")
    assert "0 frames" in row(inspector, "easing").refusal.text()
    every.selectAll()
    qtbot.keyClicks(every, "2")
    assert model.graph.nodes["moves"].parameters["easing"] == Easing(every=2)


def test_points_of_a_curve_keep_their_order_and_handles_their_time() -> None:
    lines = with_point(with_point(Points(), (0.5, 0.2)), (0.25, 0.9))
    assert lines == Points(((0.25, 0.9), (0.5, 0.2)))
    assert with_point(lines, (0.505, 0.5)) is lines
    assert moved(lines, 0, (0.9, 0.5)) == Points(((0.49, 0.5), (0.5, 0.2)))
    assert moved(Bezier(0.1, 0, 0.9, 1), 1, (1.5, 3)) == Bezier(0.1, 0, 1.0, 1.45)


def test_a_group_shows_the_parameters_of_what_it_holds(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": ("mask.grow", {"distance": 3})})
    model.do(GroupNodes(nodes=("grow",), group="g"), "Group")
    model.do(ExposePort(group="g", port=Port("reach", "grow", "distance")), "Show")
    inspector.set_selection(["g"])
    reach = editor(inspector, "reach", SliderEditor)
    assert reach.line.text() == "3"
    assert row(inspector, "reach").field.help.startswith("How far")
    inspector.set_selection(["grow"], at=("g",))
    line = editor(inspector, "distance", SliderEditor).line
    line.selectAll()
    qtbot.keyClicks(line, "4")
    inner = model.graph.nodes["g"].graph
    assert inner is not None
    assert inner.nodes["grow"].parameters["distance"] == 4


def test_a_node_is_renamed_by_typing(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": "mask.grow"})
    assert inspector.title.text() == "Grow Mask"
    inspector.title.setFocus()
    inspector.title.selectAll()
    qtbot.keyClicks(inspector.title, "More room ")
    assert model.graph.nodes["grow"].title == "More room"
    assert inspector.title.text() == "More room "
    assert model.undo_stack.count() == 1


def test_an_unknown_kind_of_node_is_explained(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"odd": "plugin.odd"})
    assert "not installed" in inspector.help.text()
    assert inspector.rows == {}


def test_readers_hear_what_each_editor_is_for(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"grow": "mask.grow"})
    line = editor(inspector, "distance", SliderEditor).line
    assert line.accessibleName() == "Distance"
    assert line.accessibleDescription().startswith("How far")


def test_undo_elsewhere_reaches_what_is_shown(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": "mask.grow"})
    model.do(SetParameter(node="grow", name="distance", value=20), "Set")
    line = editor(inspector, "distance", SliderEditor).line
    assert line.text() == "20"
    model.undo_stack.undo()
    assert line.text() == "8"
    model.do(ExposeParameter(node="grow", name="distance"), "Socket")
    assert row(inspector, "distance").socket.isChecked()


def test_a_docstring_is_read_line_by_line() -> None:
    text = "Do it\nwell.\n\nUse: never.\n\nsize: how\nlarge.\nedge: soft."
    assert summary(text) == "Do it well."
    assert parameter_lines(text, ["size", "edge"]) == {"size": "How large.", "edge": "Soft."}
    assert "<img" not in tooltip("<img src=x>")


def _whole(point: QPointF) -> QPoint:
    return QPoint(round(point.x()), round(point.y()))
