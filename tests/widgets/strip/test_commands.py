"""What can be told to the strip by key, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from nodes.document import Document
from nodes.edits import AddNode, GroupNodes
from nodes.graph import Node
from pipelines.panels import Layer, LayerRole, Panel, Tile
from pipelines.values import JointMode
from tests.fakes import registry
from tests.widgets.strip.stage import SHIFT, Stage, board_document
from widgets.strip.boards import STORYBOARD


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    inked = Layer(id="ink", tiles=(Tile(0, 0, "aa"),))
    return Stage(
        qtbot,
        [
            Panel(id="a", duration=24, layers=(inked,)),
            Panel(id="b", duration=12, prompt="A girl <b>runs</b>"),
            Panel(id="c", duration=36),
        ],
    )


def test_arrows_go_from_panel_to_panel(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Right)
    assert stage.strip.selected_panels == ("b",)
    stage.key(Qt.Key.Key_Right, SHIFT)
    assert stage.strip.selected_panels == ("b", "c")
    stage.key(Qt.Key.Key_Home)
    assert stage.strip.selected_panels == ("a",)
    assert stage.frames[-1] == 0


def test_a_new_panel_comes_behind_the_cursor_and_is_looked_at(stage: Stage) -> None:
    stage.key(Qt.Key.Key_N)
    assert stage.ids[0] == "a"
    assert stage.ids[2:] == ["b", "c"]
    new = stage.panels[1]
    assert new.joint is JointMode.CUT
    assert len(new.layers) == 1
    assert stage.strip.selected_panels == (new.id,)
    assert stage.frames == [24]
    assert stage.steps == ["New panel"]
    stage.undo()
    assert stage.ids == ["a", "b", "c"]


def test_a_copy_is_another_pose_of_the_same_layers(stage: Stage) -> None:
    stage.key(Qt.Key.Key_D)
    assert stage.panels[1].layers == stage.panels[0].layers
    assert stage.panels[0].joint is JointMode.IN_BETWEEN
    assert stage.panels[1].joint is JointMode.CUT
    assert stage.steps == ["Duplicate panels"]


def test_a_panel_is_split_at_the_playhead(stage: Stage) -> None:
    stage.strip.set_frame(10)
    stage.key(Qt.Key.Key_S)
    assert stage.durations == [10, 14, 12, 36]
    stage.strip.set_frame(10)
    stage.key(Qt.Key.Key_S)
    assert stage.durations == [10, 14, 12, 36]
    assert len(stage.refusals) == 1


def test_chosen_panels_are_deleted_and_the_next_is_chosen(stage: Stage) -> None:
    stage.strip.select_panels(("a", "b"))
    stage.key(Qt.Key.Key_Delete)
    assert stage.ids == ["c"]
    assert stage.strip.selected_panels == ("c",)
    assert stage.steps == ["Delete panels"]


def test_panels_change_places_by_key(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert stage.ids == ["b", "a", "c"]
    assert stage.frames == [12]  # the playhead goes along
    stage.do("move_panels_left")
    assert stage.ids == ["a", "b", "c"]
    assert stage.frames == [12, 0]


def test_many_panels_get_one_duration_and_one_joint(stage: Stage) -> None:
    stage.do("select_all_panels")
    stage.strip.bar.duration.setValue(20)
    assert stage.durations == [20, 20, 20]
    stage.do("joint_fade")
    assert {panel.joint for panel in stage.panels} == {JointMode.FADE}
    stage.strip.bar.move_length.setValue(7)
    assert {panel.move for panel in stage.panels} == {7}
    assert stage.steps == ["Set the duration", "Set the joint", "Set the length of the move"]


def test_chosen_panels_are_labelled_with_a_colour_and_no_longer(stage: Stage) -> None:
    stage.strip.select_panels(("a", "c"))
    stage.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    red = stage.panels[0].label
    assert [panel.label for panel in stage.panels] == [red, "", red]
    assert red.startswith("#")
    stage.do("label_blue")
    assert stage.panels[0].label == stage.panels[2].label != red
    stage.do("label_blue")
    assert {panel.label for panel in stage.panels} == {""}
    assert stage.steps == ["Label panels"] * 3


def test_a_new_panel_has_the_layers_of_the_one_before_and_its_background(qtbot: QtBot) -> None:
    tiles = (Tile(0, 0, "aa"),)
    hills = Layer(id="hills", role=LayerRole.BACKGROUND, tiles=tiles)
    ink = Layer(id="ink", name="Ink", tiles=tiles)
    stage = Stage(qtbot, [Panel(id="a", duration=30, layers=(hills, ink))])
    stage.key(Qt.Key.Key_N)
    new = stage.panels[1]
    assert new.duration == 30
    assert new.layers == (hills, Layer(id="ink", name="Ink"))


def test_steps_of_one_frame_are_one_step(stage: Stage) -> None:
    for _ in range(3):
        stage.do("longer")
    stage.do("shorter")
    assert stage.durations == [26, 12, 36]
    assert stage.steps == ["Change the duration"]
    stage.undo()
    assert stage.durations == [24, 12, 36]


def test_panels_travel_by_the_clipboard_as_text(stage: Stage) -> None:
    stage.strip.select_panels(("a",))
    stage.do("copy_panels")
    stage.strip.select_panels(("c",))
    stage.do("paste_panels")
    assert stage.ids[:3] == ["a", "b", "c"]
    assert stage.panels[3].layers == stage.panels[0].layers
    assert stage.panels[3].duration == 24
    QGuiApplication.clipboard().setText("no panels")
    stage.do("paste_panels")
    assert len(stage.ids) == 4
    assert "no panels" in stage.refusals[0]


def test_panels_cut_out_can_be_pasted_though_nothing_else_shows_their_drawing(stage: Stage) -> None:
    stage.strip.select_panels(("a",))
    stage.do("cut_panels")
    assert stage.ids == ["b", "c"]
    stage.do("paste_panels")
    assert len(stage.ids) == 3


def test_drawings_of_another_project_are_not_pasted_without_their_pixels(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.strip.select_panels(("a",))
    stage.do("copy_panels")
    other = Stage(qtbot, [Panel(id="x")])
    other.do("paste_panels")
    assert other.ids == ["x"]
    assert "another project" in other.refusals[0]


def test_an_empty_storyboard_offers_a_first_panel(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    assert stage.strip.add_panel.isVisible()
    stage.strip.add_panel.click()
    assert len(stage.ids) == 1
    assert stage.view.isVisible()


def test_pictures_dropped_on_an_empty_storyboard_become_its_panels(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.png"))])
    brought: list[list[Path]] = []
    stage.strip.pictures_brought.connect(brought.append)
    copy, hand = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    stage.strip.dropEvent(QDropEvent(QPointF(20, 90), copy, mime, hand, keys))
    assert [panel.picture for panel in stage.panels] == [str(tmp_path / "one.png")]
    assert brought == [[tmp_path / "one.png"]]


def test_a_project_without_a_storyboard_offers_one(qtbot: QtBot) -> None:
    stage = Stage(qtbot, made=Document(registry()))
    assert stage.strip.storyboard == ""
    stage.strip.add_board.click()
    assert stage.strip.storyboard == "storyboard"
    assert stage.steps == ["Add a storyboard"]


def test_another_storyboard_can_be_taken_in_hand_within_groups_too(qtbot: QtBot) -> None:
    made = board_document([Panel(id="a")])
    inner = {"panels": (Panel(id="z"),)}
    made.apply(AddNode(node=Node(id="inner", type=STORYBOARD, parameters=inner)))
    made.apply(GroupNodes(nodes=("inner",), group="scene"))
    stage = Stage(qtbot, made=made)
    shown: list[str] = []
    stage.strip.board_shown.connect(shown.append)
    stage.strip.set_storyboard("scene/inner")
    assert stage.ids == ["z"]
    assert shown == ["scene/inner"]
    stage.key(Qt.Key.Key_N)
    group = stage.model.graph.nodes["scene"].graph
    assert group is not None
    assert len(group.nodes["inner"].parameters["panels"]) == 2


def test_a_screen_reader_hears_the_panel_at_the_cursor(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Right)
    said = stage.view.accessibleDescription()
    assert "Panel 2 of 3" in said
    assert "12 frames, 0.50 s" in said
    assert "A girl <b>runs</b>" in said


def test_every_command_has_words(stage: Stage) -> None:
    assert all(action.text() for action in stage.strip.commands.values())
    keys = [
        shortcut.toString()
        for action in stage.strip.commands.values()
        for shortcut in action.shortcuts()
    ]
    assert len(set(keys)) == len(keys)


def test_the_strip_lets_go_of_panels_that_are_gone(stage: Stage) -> None:
    stage.strip.select_panels(("b",))
    after = [panel for panel in stage.panels if panel.id != "b"]
    stage.strip.editing.put(after, "elsewhere")
    assert stage.strip.selected_panels == ("c",)


def test_a_move_that_holds_says_why_and_offers_what_helps(stage: Stage) -> None:
    stage.strip.editing.put(
        [replace(one, joint=JointMode.IN_BETWEEN, move=5) for one in stage.panels], "Move"
    )
    asked: list[object] = []
    stage.strip.lasso_asked.connect(asked.append)
    stage.strip.breakdown_asked.connect(asked.append)
    stage.strip.editing.select(["a"])
    assert "holds" not in stage.view.accessibleDescription()
    stage.strip.set_doubtful({"b": "They differ too much.", "a": "Too unlike."})
    assert stage.view.accessibleDescription().endswith("Its move holds.")
    stage.key(Qt.Key.Key_A)
    assert stage.strip.selected_panels == ("b",)
    stage.key(Qt.Key.Key_A)
    assert stage.strip.selected_panels == ("a",)
    stage.key(Qt.Key.Key_L)
    assert asked == ["a"]
    stage.strip.ask_breakdown("b")
    assert asked == ["a", 24 + 7 + 2]
    stage.strip.set_doubtful({})
    stage.key(Qt.Key.Key_A)
    assert stage.refusals == ["No move is known to hold."]
