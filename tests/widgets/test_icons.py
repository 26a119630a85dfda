"""Icons are letters of one font."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from pytestqt.qtbot import QtBot

from widgets.icons import icon


def test_an_icon_is_painted_in_its_colour(qtbot: QtBot) -> None:
    picture = icon("mdi6.square", QColor("#ff0000")).pixmap(16, 16).toImage()
    assert picture.pixelColor(8, 8) == QColor("#ff0000")


def test_an_icon_that_cannot_be_pressed_has_its_own_colour(qtbot: QtBot) -> None:
    made = icon("mdi6.square", QColor("#ff0000"), disabled=QColor("#00ff00"))
    picture = made.pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage()
    assert picture.pixelColor(8, 8) == QColor("#00ff00")


def test_an_icon_on_a_chosen_row_has_its_own_colour(qtbot: QtBot) -> None:
    made = icon("mdi6.square", QColor("#ff0000"), selected=QColor("#ffffff"))
    picture = made.pixmap(QSize(16, 16), QIcon.Mode.Selected).toImage()
    assert picture.pixelColor(8, 8) == QColor("#ffffff")
    plain = icon("mdi6.square", QColor("#ff0000")).pixmap(QSize(16, 16), QIcon.Mode.Selected)
    assert plain.toImage().pixelColor(8, 8) == QColor("#ff0000")


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        icon("mdi6.there-is-no-such-icon", "#fff")


def test_no_font_is_loaded_but_the_one_that_is_used() -> None:
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from PySide6.QtGui import QFontDatabase\n"
        "from widgets.icons import icon\n"
        "icon('mdi6.check', '#fff').pixmap(16, 16)\n"
        "import sys\n"
        "assert not {'qtawesome', 'qtpy'} & set(sys.modules)\n"
        "print(sum(bool(QFontDatabase.applicationFontFamilies(one)) for one in range(40)))\n"
    )
    root = Path(__file__).parents[2]
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert found.stdout.strip() == "1"
