"""The start page is there before the engine is, and nothing that is asked of it is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.window.furnishing import Furnishing
from app.window.program import window_begun
from tests.app.projects import save_board


@pytest.fixture
def furnishing(
    qtbot: QtBot, qapp: QApplication, settings: QSettings, tmp_path: Path
) -> Iterator[Furnishing]:
    """A window with its start page only."""
    palette = qapp.palette()
    with window_begun(qapp, settings, tmp_path / "state", tmp_path / "results") as begun:
        yield begun
        if begun.window.project is not None:
            begun.window.project.model.undo_stack.setClean()
        begun.window.close()
    qapp.setPalette(palette)


def test_a_shown_window_furnishes_itself(qtbot: QtBot, furnishing: Furnishing) -> None:
    with qtbot.waitSignal(furnishing.finished, timeout=20_000):
        furnishing.window.show()
        furnishing.begin()
    assert furnishing.window.is_furnished
    assert furnishing.window.menus.commands["new"].isEnabled()


def test_a_project_named_at_the_start_is_opened(
    qtbot: QtBot, furnishing: Furnishing, tmp_path: Path
) -> None:
    board = save_board(tmp_path / "board.loom")
    with qtbot.waitSignal(furnishing.finished, timeout=20_000):
        furnishing.window.show()
        furnishing.begin(board)
    assert furnishing.window.project is not None
    assert furnishing.window.project.path == board


def test_a_click_on_a_card_that_comes_first_opens_its_project(
    qtbot: QtBot, furnishing: Furnishing
) -> None:
    window = furnishing.window
    window.show()
    furnishing.begin()
    assert not window.is_furnished
    card = window.start_page.cards[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.project is not None
    assert window.project.name == card.text()


def test_a_menu_that_is_opened_first_has_its_actions(furnishing: Furnishing) -> None:
    file = furnishing.window.menuBar().actions()[0].menu()
    assert isinstance(file, QMenu)
    file.aboutToShow.emit()
    assert furnishing.window.menus.commands["open"] in file.actions()


def test_a_window_can_be_closed_before_it_is_furnished(
    qtbot: QtBot, furnishing: Furnishing
) -> None:
    furnishing.window.show()
    furnishing.begin()
    assert furnishing.window.close()
    furnishing.close()
    assert not furnishing.window.is_furnished


def test_the_start_page_is_seen_without_the_engine(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QSettings\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from app.window.program import window_begun\n"
        "application = QApplication([])\n"
        "folder = Path(sys.argv[1])\n"
        "settings = QSettings(str(folder / 's.ini'), QSettings.Format.IniFormat)\n"
        "with window_begun(application, settings, folder, folder) as begun:\n"
        "    begun.window.show()\n"
        "    heavy = {'numpy', 'cv2', 'av', 'msgspec', 'qtawesome', 'sqlite3', 'nodes.registry',\n"
        "        'nodes.evaluator', 'nodes.library', 'widgets.viewer', 'multiprocessing'}\n"
        "    assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    subprocess.run(command, check=True, timeout=60)
