"""The ghost of a layer is brought onto its next key by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from pipelines.layer_motions import motion_of
from pipelines.painting.tiles import painted_area
from pipelines.panel_edits import with_joint
from pipelines.panels import LayerMotion
from pipelines.values import JointMode
from tests.widgets.paper.conftest import Pen
from widgets.paper.paper import Paper
from widgets.paper.tools.motion_tool import MotionTool

BLOCK = [(100.0, 100.0, 1.0), (200.0, 100.0, 1.0), (200.0, 200.0, 1.0), (100.0, 200.0, 1.0)]


@pytest.fixture
def posed(paper: Paper, pen: Pen) -> Paper:
    """Two panels with a drawing each, the first of which moves to the second."""
    paper.commands["ink"].trigger()
    pen.draw(BLOCK)
    paper.commands["duplicate_panel"].trigger()
    pen.draw([(x + 120, y + 40, p) for x, y, p in BLOCK])
    paper.commands["previous_panel"].trigger()
    return paper


def set_motion(paper: Paper) -> LayerMotion | None:
    board = paper.board
    assert board.layer is not None
    return motion_of(board.panels, board.place, board.layer.id)


def ghost_of(paper: Paper) -> LayerMotion | None:
    tool = paper.view.tool
    assert isinstance(tool, MotionTool)
    return tool.motion


def test_a_drag_of_the_ghost_sets_the_motion_as_one_step(posed: Paper, pen: Pen) -> None:
    tiles = [panel.layers for panel in posed.board.panels]
    posed.commands["motion"].trigger()
    pen.draw([(120, 180, 1.0), (150, 190, 1.0), (240, 220, 1.0)])
    motion = set_motion(posed)
    assert motion is not None
    assert motion.move == pytest.approx((120, 40))
    assert (motion.turn, motion.scale) == (0, 1)
    assert [panel.layers for panel in posed.board.panels] == tiles
    stack = posed.board.model.undo_stack
    assert "Drawing" in stack.undoText()
    stack.undo()
    assert set_motion(posed) is None


def test_outside_its_frame_the_ghost_turns_about_its_pivot(posed: Paper, pen: Pen) -> None:
    posed.commands["motion"].trigger()
    ghost = ghost_of(posed)
    assert ghost is not None
    x, y = ghost.pivot
    pen.draw([(x + 200, y, 1.0), (x + 190, y + 60, 1.0), (x, y + 200, 1.0)])
    motion = set_motion(posed)
    assert motion is not None
    assert motion.turn == pytest.approx(90, abs=1)
    shift = Qt.KeyboardModifier.ShiftModifier
    pen.draw([(x + 200, y, 1.0), (x + 200, y + 40, 1.0)], modifiers=shift)
    motion = set_motion(posed)
    assert motion is not None
    assert motion.turn == pytest.approx(105)


def test_a_corner_scales_and_the_pivot_moves_without_moving_the_ghost(
    posed: Paper, pen: Pen
) -> None:
    posed.commands["motion"].trigger()
    ghost = ghost_of(posed)
    assert ghost is not None
    x, y = ghost.pivot
    assert posed.board.layer is not None
    area = painted_area(posed.board.layer, posed.board.tiles)
    assert area is not None
    right, bottom = area[2], area[3]
    pen.draw([(right, bottom, 1.0), (2 * right - x, 2 * bottom - y, 1.0)])
    motion = set_motion(posed)
    assert motion is not None
    assert motion.scale == pytest.approx(2)
    pen.draw([(x, y, 1.0), (x + 30, y + 10, 1.0)])
    moved = set_motion(posed)
    assert moved is not None
    assert moved.scale == motion.scale
    assert moved.pivot != motion.pivot


def test_where_nothing_moves_it_is_said_why(paper: Paper, pen: Pen) -> None:
    said: list[str] = []
    paper.board.refused.connect(said.append)
    paper.commands["motion"].trigger()
    pen.draw(BLOCK)
    assert "Nothing is drawn" in said[-1]
    paper.commands["ink"].trigger()
    pen.draw(BLOCK)
    paper.commands["motion"].trigger()
    pen.draw(BLOCK)
    assert "After the last panel" in said[-1]
    paper.commands["duplicate_panel"].trigger()
    paper.commands["previous_panel"].trigger()
    paper.board.change(lambda panel: with_joint(panel, JointMode.CUT), "cut")
    pen.draw(BLOCK)
    assert "Set the joint to in-between" in said[-1]
    assert len(said) == 3
    assert "does not move" in paper.bar.name.whole


def test_the_motion_is_forgotten_and_the_bar_says_what_is_set(posed: Paper, pen: Pen) -> None:
    posed.commands["motion"].trigger()
    pen.draw([(120, 180, 1.0), (240, 220, 1.0)])
    posed.commands["forget_motion"].trigger()
    assert set_motion(posed) is None
    assert "motion of" in posed.bar.name.whole
    posed.commands["pencil"].trigger()
    assert "motion of" not in posed.bar.name.whole


def test_a_layer_that_was_moved_as_a_whole_begins_with_that_motion(posed: Paper) -> None:
    board = posed.board
    second = board.panels[1]
    (layer,) = second.layers
    pose = (1.0, 0.0, 0.0, 1.0, 33.0, 7.0)
    board.put(replace(second, layers=(replace(layer, pose=pose),)), "move")
    posed.commands["motion"].trigger()
    motion = ghost_of(posed)
    assert motion is not None
    assert motion.move == pytest.approx((33, 7))


def motion_before(paper: Paper) -> LayerMotion | None:
    board = paper.board
    assert board.layer is not None
    return motion_of(board.panels, board.place - 1, board.layer.id)


def test_at_the_last_panel_the_ghost_from_the_one_before_is_dragged(posed: Paper, pen: Pen) -> None:
    posed.commands["next_panel"].trigger()
    posed.commands["motion"].trigger()
    assert "from the one before" in posed.bar.name.whole
    pen.draw([(120, 180, 1.0), (150, 190, 1.0), (240, 220, 1.0)])
    motion = motion_before(posed)
    assert motion is not None
    assert motion.move == pytest.approx((120, 40))
    posed.commands["forget_motion"].trigger()
    assert motion_before(posed) is None


@pytest.fixture
def between(posed: Paper, pen: Pen) -> Paper:
    """The middle one of three panels, which moves to both sides; the motion tool is in hand."""
    posed.commands["next_panel"].trigger()
    posed.commands["clear_layer"].trigger()
    pen.draw([(x + 200, y, p) for x, y, p in BLOCK])
    posed.commands["duplicate_panel"].trigger()
    posed.commands["previous_panel"].trigger()
    posed.commands["motion"].trigger()
    return posed


def test_a_press_on_the_ghost_from_before_takes_its_way_in_hand(between: Paper, pen: Pen) -> None:
    assert "to the next" in between.bar.name.whole
    pen.draw([(140, 148, 1.0), (340, 148, 1.0)])
    assert set_motion(between) is None
    came = motion_before(between)
    assert came is not None and came.move == pytest.approx((200, 0))
    assert "from the one before" in between.bar.name.whole


def test_a_key_changes_to_the_other_way_and_back(between: Paper, pen: Pen) -> None:
    between.commands["motion_side"].trigger()
    assert "from the one before" in between.bar.name.whole
    between.commands["motion_side"].trigger()
    pen.draw([(320, 150, 1.0), (340, 150, 1.0)])
    assert motion_before(between) is None
    goes = set_motion(between)
    assert goes is not None and goes.move == pytest.approx((20, 0))
