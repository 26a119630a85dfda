"""The in-betweens on both sides show through the paper, in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from tests.app.test_breakdowns import save_roll
from widgets.paper.paper import Paper


@pytest.fixture
def paper(window: MainWindow, tmp_path: Path) -> Iterator[Paper]:
    window.open_file(save_roll(tmp_path / "roll.loom"))
    window.rooms.show("draw")
    assert window.views is not None
    yield window.views.paper


def show_moves(paper: Paper) -> None:
    desk = paper.desk
    desk.set_skin(replace(desk.skin, is_shown=True, moves=True, opacity=1.0))


def test_in_betweens_show_through_on_the_side_of_their_move(paper: Paper, qtbot: QtBot) -> None:
    desk = paper.desk
    bare = desk.sheet.flat.pixelColor(165, 90)
    show_moves(paper)
    qtbot.waitUntil(lambda: len(desk.moves) == 5, timeout=30_000)
    through = desk.sheet.flat.pixelColor(150, 90)  # beyond the ball, before the next
    assert through.green() > through.red()
    assert bare.red() == bare.green()
    paper.commands["next_panel"].trigger()
    assert desk.moves == ()
    qtbot.waitUntil(lambda: len(desk.moves) == 5, timeout=30_000)
    through = desk.sheet.flat.pixelColor(130, 90)
    assert through.red() > through.green()


def test_without_the_onion_skin_none_is_shown(paper: Paper, qtbot: QtBot) -> None:
    show_moves(paper)
    qtbot.waitUntil(lambda: len(paper.desk.moves) == 5, timeout=30_000)
    paper.commands["onion"].trigger()
    assert paper.desk.moves == ()
