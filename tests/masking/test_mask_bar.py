"""The bar of the mask tools takes as many rows as there is room for, and widens nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.masking.stage import PaintingStage, painting
from widgets.masking.hand import MaskTool


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[PaintingStage]:
    with painting(qtbot) as made:
        yield made


def test_a_narrow_viewer_stays_narrow_and_every_tool_is_in_sight(
    stage: PaintingStage, qtbot: QtBot
) -> None:
    viewer, bar = stage.viewer, stage.bar
    viewer.set_tool(None)
    narrow = viewer.minimumSizeHint().width()
    viewer.set_tool(stage.painter, bar)
    viewer.resize(900, 600)
    qtbot.waitUntil(lambda: bar.width() == viewer.width())
    wide = bar.height()
    viewer.resize(QSize(narrow, 600))
    qtbot.waitUntil(lambda: bar.width() == narrow)
    assert wide < bar.height() < 3 * wide
    for button in bar.findChildren(QToolButton):
        if button.isVisible():
            corner = button.mapTo(bar, button.rect().bottomRight())
            assert bar.rect().contains(corner), button.toolTip()


def test_what_has_no_room_stands_in_a_menu(stage: PaintingStage, qtbot: QtBot) -> None:
    viewer, bar, actions = stage.viewer, stage.bar, stage.commands.actions
    viewer.resize(900, 600)
    qtbot.waitUntil(lambda: bar.width() == viewer.width())

    def offered() -> set[QAction]:
        """What is behind buttons in sight, and in their menus."""
        seen = [one for one in bar.findChildren(QToolButton) if one.isVisible()]
        menus = [menu for one in seen if (menu := one.menu())]
        return {one.defaultAction() for one in seen} | {
            action for menu in menus for action in menu.actions()
        }

    wide = offered()
    assert bar.hardness.isVisible()
    viewer.resize(viewer.minimumSizeHint().width(), 600)
    qtbot.waitUntil(lambda: not bar.hardness.isVisible())
    named = set(actions.values())
    assert wide & named <= offered()
    bar.hardness_aside.setValue(40)
    assert stage.hand.brush.hardness == 0.4 and bar.hardness.value() == 40


def test_the_bar_shows_what_the_tool_in_hand_needs(stage: PaintingStage) -> None:
    bar = stage.bar
    assert bar.diameter.isVisible() and not bar.tolerance.isVisible()
    stage.hand.take(MaskTool.FILL)
    assert not bar.diameter.isVisible() and not bar.tolerance.isVisible()
    stage.commands.actions["fill_by_picture"].trigger()
    assert bar.tolerance.isVisible()
    bar.tolerance.setValue(7)
    assert stage.hand.tolerance == 7


def test_over_a_small_picture_the_tool_says_only_how_it_stands(
    stage: PaintingStage, qtbot: QtBot
) -> None:
    viewer, overlay = stage.viewer, stage.overlay
    viewer.resize(600, 600)
    qtbot.waitUntil(lambda: overlay.height() > 300)
    assert "Esc" in overlay.shown_words
    viewer.resize(600, viewer.minimumSizeHint().height())
    qtbot.waitUntil(lambda: overlay.height() < 150)
    assert overlay.shown_words == stage.painter.state()
    assert "Esc" in overlay.accessibleDescription()
