"""The start page: cards that move, and projects that are gone."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QCommandLinkButton, QToolButton
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.recent_files import forget_file, recent_files, remember_file, why_missing
from app.window.starter_card import StarterCard, StarterRow
from resources.templates.animate import COLUMNS, FRAMES, SIZE
from tests.app.projects import save_board

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"


@pytest.mark.parametrize("project", sorted(TEMPLATES.glob("*.loom")), ids=lambda path: path.stem)
def test_every_starter_has_a_sheet_of_frames_that_differ(project: Path) -> None:
    sheet = QImage(str(project.with_suffix(".jpg")))
    assert sheet.width() == COLUMNS * SIZE[0]
    assert sheet.height() == FRAMES // COLUMNS * SIZE[1]
    one = sheet.copy(0, 0, *SIZE)
    other = sheet.copy(3 * SIZE[0], SIZE[1], *SIZE)
    assert one != other


def test_every_starter_says_what_it_is_about(window: MainWindow) -> None:
    cards = window.start_page.cards
    assert len({card.about for card in cards}) == len(cards) == 3
    assert all(card.about and card.accessibleDescription() == card.about for card in cards)


@contextmanager
def seen(qtbot: QtBot, row: StarterRow) -> Generator[None]:
    """A row in front of the others."""
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    try:
        yield
    finally:
        row.close_down()


def test_cards_play_in_sight_only_and_not_where_motion_is_unwelcome(qtbot: QtBot) -> None:
    card = StarterCard(TEMPLATES / "teapot_turn.loom")
    row = StarterRow([card], may_move=True)
    with seen(qtbot, row):
        qtbot.waitUntil(lambda: card.frame > 0, timeout=10_000)
        row.hide()
        assert not row.clock.isActive()
    still = StarterRow([StarterCard(TEMPLATES / "lighthouse_dusk.loom")], may_move=False)
    with seen(qtbot, still):
        assert not still.clock.isActive()


def test_cards_that_go_at_once_are_read_by_nobody_any_longer(qtbot: QtBot) -> None:
    row = StarterRow([StarterCard(TEMPLATES / "teapot_turn.loom")])
    with seen(qtbot, row):
        row.repaint()
        assert row.is_begun
    assert not row.is_reading


def test_a_recent_project_that_is_gone_says_why_and_can_be_taken_off(
    window: MainWindow, settings: QSettings, tmp_path: Path
) -> None:
    there = save_board(tmp_path / "there.loom")
    gone = tmp_path / "elsewhere" / "gone.loom"
    for path in (there, gone):
        remember_file(settings, path)
    page = window.start_page
    page.show_recent(recent_files(settings))
    buttons = {one.text(): one for one in page.findChildren(QCommandLinkButton)}
    assert buttons["there"].isEnabled()
    assert not buttons["gone"].isEnabled()
    assert "its folder is not there" in buttons["gone"].description()
    name = "Take gone off this list"
    found = page.findChildren(QToolButton)
    crosses: list[QAbstractButton] = [one for one in found if one.accessibleName() == name]
    crosses[0].click()
    assert recent_files(settings) == [there]


def test_a_forgotten_file_stays_where_it_is(settings: QSettings, tmp_path: Path) -> None:
    path = save_board(tmp_path / "board.loom")
    remember_file(settings, path)
    assert why_missing(path) == ""
    forget_file(settings, path)
    assert recent_files(settings) == []
    assert path.is_file()
    path.unlink()
    assert why_missing(path) == "the file is not there"
