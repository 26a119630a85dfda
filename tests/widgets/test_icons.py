"""Icons are letters of one font."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from widgets.icons import icon


def test_an_icon_is_painted_in_its_colour(qtbot: QtBot) -> None:
    picture = icon("mdi6.square", QColor("#ff0000")).pixmap(16, 16).toImage()
    assert picture.pixelColor(8, 8) == QColor("#ff0000")


def test_no_font_is_loaded_but_the_one_that_is_used() -> None:
    code = (
        "import qtawesome\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from PySide6.QtGui import QFontDatabase\n"
        "from widgets.icons import icon\n"
        "icon('mdi6.check', '#fff').pixmap(16, 16)\n"
        "print(sum(bool(QFontDatabase.applicationFontFamilies(one)) for one in range(40)))\n"
    )
    root = Path(__file__).parents[2]
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert found.stdout.strip() == "1"
