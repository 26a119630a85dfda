"""Keys, search, copies and groups on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from nodes.edits import PutNodes, SetParameter
from nodes.evaluator import CacheState
from nodes.graph import INPUTS, Link, Node
from tests.widgets.canvas.stage import Stage, chain
from widgets.canvas import NodeState, NodeStates
from widgets.canvas.level import OUTPUTS
from widgets.canvas.telling import tooltip

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def test_delete_removes_what_is_selected(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h"])
    stage.key(Qt.Key.Key_Delete)
    assert set(stage.graph.nodes) == {"a", "s"}
    assert stage.links("s") == []
    assert stage.canvas.selected == ()
    stage.undo()
    assert len(stage.links("s")) == 2


def test_duplicates_keep_the_links_among_them(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["a", "h"])
    stage.key(Qt.Key.Key_D, CTRL)
    assert stage.canvas.selected == ("a_2", "h_2")
    assert stage.links("h_2") == ["a_2.out > a"]
    assert stage.graph.nodes["a_2"].parameters["value"] == 3.0
    assert stage.model.undo_stack.count() == 1


def test_what_was_copied_is_in_hand_again_when_the_copy_is_undone(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["a", "h"])
    stage.key(Qt.Key.Key_D, CTRL)
    stage.key(Qt.Key.Key_D, CTRL)
    assert stage.canvas.selected == ("a_3", "h_3")
    stage.undo()
    assert stage.canvas.selected == ("a_2", "h_2")
    stage.undo()
    assert stage.canvas.selected == ("a", "h")
    stage.canvas.select(["s"])
    stage.model.undo_stack.redo()
    assert stage.canvas.selected == ("s",)


def test_what_was_removed_is_in_hand_again_when_it_comes_back(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h"])
    stage.key(Qt.Key.Key_Delete)
    stage.undo()
    assert stage.canvas.selected == ("h",)


def test_steps_that_are_no_more_are_forgotten_with_what_was_selected(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["a"])
    stage.key(Qt.Key.Key_D, CTRL)
    stage.canvas.select(["s"])
    stage.key(Qt.Key.Key_D, CTRL)
    stage.model.undo_stack.undo()
    stage.model.undo_stack.undo()
    stage.canvas.select(["h"])
    stage.model.do(SetParameter(node="a", name="value", value=1.0), "Elsewhere")
    stage.key(Qt.Key.Key_Delete)
    stage.model.undo_stack.undo()
    assert stage.canvas.selected == ("h",)
    stage.canvas.select([])
    stage.model.undo_stack.undo()
    assert stage.canvas.selected == ()


def test_copies_are_pasted_under_fresh_ids(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h", "s"])
    stage.key(Qt.Key.Key_C, CTRL)
    stage.canvas.editor.paste()
    stage.canvas.editor.paste()
    assert set(stage.graph.nodes) == {"a", "h", "s", "h_2", "s_2", "h_3", "s_3"}
    assert stage.links("s_3") == ["h_3.low > a", "h_3.high > b"]
    assert stage.links("h_2") == []
    assert stage.graph.nodes["h_3"].x - stage.graph.nodes["h_2"].x == 32.0


def test_a_clipboard_without_nodes_is_refused(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    for text in ("", "hello", "[1]", '{"type":"RemoveNodes","nodes":["a"]}', "[" * 100_000):
        QGuiApplication.clipboard().setText(text)
        stage.canvas.editor.paste()
    assert len(stage.refusals) == 5
    assert stage.model.undo_stack.count() == 0


def test_bypass_is_switched_on_and_off(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h", "s"])
    stage.key(Qt.Key.Key_B)
    assert [stage.graph.nodes[one].bypassed for one in "ahs"] == [False, True, True]
    stage.key(Qt.Key.Key_B)
    assert not any(node.bypassed for node in stage.graph.nodes.values())


def test_a_group_is_made_entered_left_and_unpacked(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h", "s"])
    stage.key(Qt.Key.Key_G, CTRL)
    assert set(stage.graph.nodes) == {"a", "group"}
    assert stage.canvas.selected == ("group",)
    QTest.mouseDClick(
        stage.canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=stage.title("group")
    )
    assert stage.canvas.at == ("group",)
    assert set(stage.canvas.scene.ids) == {"h", "s", INPUTS}
    assert stage.canvas.path_bar.isVisible()
    stage.key(Qt.Key.Key_U)
    assert stage.canvas.at == ()
    assert stage.canvas.selected == ("group",)
    stage.key(Qt.Key.Key_G, CTRL_SHIFT)
    assert set(stage.graph.nodes) == {"a", "h", "s"}
    assert stage.links("h") == ["a.out > a"]


def test_what_was_in_a_group_is_in_hand_when_the_group_is_undone(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h", "s"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.undo()
    assert set(stage.canvas.selected) == {"h", "s"}
    stage.model.undo_stack.redo()
    assert stage.canvas.selected == ("group",)


def test_the_eye_is_where_it_was_when_a_group_is_left(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h"])
    stage.key(Qt.Key.Key_G, CTRL)
    view = stage.canvas.view
    view.look_from(QPointF(150, 70), 1.25)
    before = view.seen().topLeft()
    stage.key(Qt.Key.Key_Return)
    assert view.seen().topLeft() != before
    stage.key(Qt.Key.Key_U)
    assert view.scale_now == 1.25
    assert view.seen().topLeft() == before


def test_the_sockets_of_a_group_are_seen_from_within(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.key(Qt.Key.Key_Return)
    scene = stage.canvas.scene
    assert set(scene.ids) == {"h", INPUTS, OUTPUTS}
    assert [one.value for one in scene.face(INPUTS).shape.outputs] == ["number"]
    assert len(scene.table.wires) == 3
    stage.canvas.commands["select_all"].trigger()
    assert stage.canvas.selected == ("h",)


def test_a_button_of_the_path_leads_out(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.key(Qt.Key.Key_Return)
    first = stage.canvas.path_bar.findChildren(QToolButton)[-2]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert stage.canvas.at == ()
    assert stage.canvas.selected == ("group",)


def test_undoing_a_group_leaves_it(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.key(Qt.Key.Key_Return)
    stage.undo()
    assert stage.canvas.at == ()
    assert set(stage.canvas.scene.ids) == {"a", "h", "s"}


def test_tab_searches_and_enter_adds(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.key(Qt.Key.Key_Tab)
    search = stage.canvas.search
    assert search.isVisible()
    QTest.keyClicks(search.field, "grow ma")
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert stage.graph.nodes["grow"].type == "mask.grow"
    assert stage.canvas.selected == ("grow",)
    assert not search.isVisible()


def test_a_double_click_on_nothing_searches_there(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    point = QPointF(100, 400)
    QTest.mouseDClick(stage.canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=stage.at(point))
    QTest.keyClick(stage.canvas.search.field, Qt.Key.Key_Down)
    QTest.keyClick(stage.canvas.search.field, Qt.Key.Key_Return)
    (added,) = stage.canvas.selected
    assert (stage.graph.nodes[added].x, stage.graph.nodes[added].y) == (100.0, 400.0)


def test_the_search_fits_into_a_low_canvas(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.resize(420, 240)
    stage.key(Qt.Key.Key_Tab)
    search = stage.canvas.search
    assert stage.canvas.rect().contains(search.geometry())
    assert search.rect().contains(search.help.geometry())


def test_escape_closes_the_search(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.key(Qt.Key.Key_Tab)
    QTest.keyClick(stage.canvas.search.field, Qt.Key.Key_Escape)
    assert not stage.canvas.search.isVisible()
    assert len(stage.graph) == 3


def test_arrow_keys_follow_the_wires(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    walked: list[str] = []
    for key in ("Right", "Right", "Right", "Left"):
        stage.key(Qt.Key[f"Key_{key}"])
        walked.append(stage.canvas.selected[-1])
    assert walked == ["a", "h", "s", "h"]


def test_enter_opens_a_node(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    opened: list[str] = []
    stage.canvas.node_opened.connect(opened.append)
    stage.canvas.select(["s"])
    stage.key(Qt.Key.Key_Return)
    assert opened == ["s"]


def test_a_note_does_not_say_that_it_was_not_run(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"n": "review.note", "t": "text.prompt"})
    note, prompt = (stage.canvas.scene.face(one).shape for one in "nt")
    assert note.foot == 0.0 < prompt.foot
    before = stage.canvas.view.viewport().grab().toImage()
    stage.canvas.set_states(NodeStates({"n": NodeState(cache=CacheState.STALE)}))
    assert stage.canvas.view.viewport().grab().toImage() == before


def test_a_node_is_renamed_where_it_stands(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h"])
    stage.key(Qt.Key.Key_F2)
    field = stage.canvas.titling.field
    QTest.keyClicks(field, "Both halves")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stage.graph.nodes["h"].title == "Both halves"
    assert stage.canvas.scene.face("h").title == "Both halves"


def test_arranged_nodes_stand_in_columns(qtbot: QtBot) -> None:
    stage = Stage(
        qtbot,
        {"a": "test.number", "b": "test.number", "s": "test.add"},
        ["a > s.a", "b > s.b"],
        {"a": (0, 0), "b": (5, 5), "s": (2, 2)},
    )
    stage.key(Qt.Key.Key_L)
    scene = stage.canvas.scene
    rects = [scene.node_rect(one) for one in "abs"]
    assert rects[0].x() == rects[1].x() < rects[2].x()
    assert not any(one.intersects(other) for one in rects for other in rects if one is not other)
    assert stage.model.undo_stack.count() == 1


def test_many_edits_are_shown_in_one_turn(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    for value in (1.0, 2.0, 3.0):
        stage.model.do(SetParameter(node="a", name="value", value=value), "Value")
    stage.model.do(PutNodes(removed=("s",)), "Remove")
    assert "s" in stage.canvas.scene.ids
    qtbot.waitUntil(lambda: "s" not in stage.canvas.scene.ids)


def test_states_are_shown_on_nodes(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.set_states(
        NodeStates(
            {
                "a": NodeState(cache=CacheState.FRESH, seconds=0.04),
                "h": NodeState(progress=0.5),
                "s": NodeState(error="<b>It broke</b>"),
            }
        )
    )
    words = [stage.canvas.scene.state(one).words for one in "ahs"]
    assert words == ["Done · 40 ms", "Running, 50 %", "<b>It broke</b>"]
    told = tooltip(stage.canvas.scene, stage.middle("s"), 1.0)
    assert "&lt;b&gt;It broke" in told
    assert not stage.canvas.grab().isNull()


def test_a_node_of_another_level_is_revealed(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.canvas.reveal("group/h")
    assert stage.canvas.at == ("group",)
    assert stage.canvas.selected_paths == ("group/h",)


def test_everything_is_shown_by_home(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.view.pan(5000, 5000)
    stage.key(Qt.Key.Key_Home)
    seen = stage.canvas.view.viewport().rect()
    assert all(seen.contains(stage.title(one)) for one in "ahs")


def test_letters_typed_elsewhere_are_no_commands(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.canvas.select(["h"])
    stage.key(Qt.Key.Key_Tab)
    QTest.keyClicks(stage.canvas.search.field, "blk")
    assert not stage.graph.nodes["h"].bypassed
    assert stage.canvas.search.field.text() == "blk"


def test_nodes_of_kinds_that_are_not_installed_are_shown(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    odd = Node(id="odd", type="gone.node", inputs={"in": (Link("l1", "a"),)})
    stage.model.do(PutNodes(nodes=(odd,)), "Put")
    stage.canvas.update_content()
    assert stage.canvas.scene.face("odd").is_unknown
    assert not stage.canvas.grab(stage.canvas.rect().translated(QPoint(0, 0))).isNull()


def test_colours_follow_the_palette(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    palette = QPalette(QColor("#202226"))
    stage.canvas.setPalette(palette)
    assert stage.canvas.scene.look.theme.is_dark
    corner = stage.canvas.view.grab().toImage().pixelColor(3, 650)
    assert corner.lightness() < 80


def test_what_stands_on_a_node_is_painted(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    before = stage.canvas.grab().toImage()
    stage.canvas.set_states(NodeStates({"h": NodeState(error="It broke.")}))
    after = stage.canvas.grab().toImage()
    assert before != after


def test_all_nodes_are_in_sight_at_first_and_when_the_window_grows(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.key(Qt.Key.Key_Home)
    for width in (1000, 500, 1200):
        stage.canvas.resize(width, 600)
        seen = stage.canvas.view.viewport().rect()
        assert all(seen.contains(stage.title(one)) for one in "ahs")
