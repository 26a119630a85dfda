"""Commands for panels act on all that are chosen, on the strip and on the paper alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from app.window.main_window import MainWindow
from tests.app.projects import save_board
from widgets.paper.paper import Paper
from widgets.strip import StoryStrip


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with a project of four panels, "a", "b" and two more."""
    window.open_file(save_board(tmp_path / "film.loom"))
    paper, strip = paper_of(window), strip_of(window)
    strip.select_panels(("b",))
    paper.board.show_panel("b")
    paper.commands["new_panel"].trigger()
    paper.commands["new_panel"].trigger()
    return window


def paper_of(window: MainWindow) -> Paper:
    assert window.views is not None
    return window.views.paper


def strip_of(window: MainWindow) -> StoryStrip:
    assert window.views is not None
    return window.views.strip


def order(window: MainWindow) -> list[str]:
    return [panel.id for panel in paper_of(window).board.panels]


def command(window: MainWindow, where: str, verb: str) -> QAction:
    if where == "paper":
        return paper_of(window).commands[f"{verb}_panel"]
    return strip_of(window).commands[f"{verb}_panels"]


@pytest.mark.parametrize("where", ["paper", "strip"])
def test_all_chosen_panels_are_duplicated_in_one_step(window: MainWindow, where: str) -> None:
    paper, strip = paper_of(window), strip_of(window)
    before = order(window)
    strip.select_panels(tuple(before[:3]))
    steps = paper.board.model.undo_stack.count()
    command(window, where, "duplicate").trigger()
    after = order(window)
    copies = after[3:6]
    assert after == [*before[:3], *copies, before[3]]
    assert strip.selected_panels == tuple(copies)
    assert paper.board.panel_id in copies
    assert paper.board.model.undo_stack.count() == steps + 1
    paper.board.model.undo_stack.undo()
    assert order(window) == before


@pytest.mark.parametrize("where", ["paper", "strip"])
def test_all_chosen_panels_are_deleted_in_one_step(window: MainWindow, where: str) -> None:
    paper, strip = paper_of(window), strip_of(window)
    before = order(window)
    strip.select_panels(tuple(before[1:3]))
    command(window, where, "delete").trigger()
    assert order(window) == [before[0], before[3]]
    assert paper.board.panel_id == before[3]
    assert strip.selected_panels == (before[3],)
    paper.board.model.undo_stack.undo()
    assert order(window) == before


def test_a_panel_that_is_flipped_to_is_chosen_by_itself(window: MainWindow) -> None:
    paper, strip = paper_of(window), strip_of(window)
    before = order(window)
    strip.select_panels(tuple(before[:2]))
    paper.board.show_panel(before[3])
    paper.commands["delete_panel"].trigger()
    assert order(window) == before[:3]


def test_the_next_kind_of_joint_is_given_to_all_chosen_panels(window: MainWindow) -> None:
    strip = strip_of(window)
    strip.select_panels(tuple(order(window)[:3]))
    strip.commands["cycle_joint"].trigger()
    joints = [panel.joint for panel in strip.editing.panels[:3]]
    assert len(set(joints)) == 1
