"""Whether Qt draws without a screen, and the icons of the nodes exist. Runs in a child."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from app.checks.finding import REINSTALL, Finding, State
from nodes.registry import library

_LIBRARIES = "On Debian or Ubuntu: apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3."


def check_window() -> list[Finding]:
    """Qt's pictures and the icon fonts."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        gui: Any = importlib.import_module("PySide6.QtGui")
        widgets: Any = importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return [Finding("PySide6", State.MISSING, str(error), f"{_LIBRARIES} Or: {REINSTALL}")]
    application = widgets.QApplication([])
    found = [_pictures(gui), _icons(spec.icon for spec in library().specs.values())]
    application.quit()
    return found


def _pictures(gui: Any) -> Finding:
    """A pixel painted and read back."""
    picture = gui.QImage(8, 8, gui.QImage.Format.Format_RGBA8888)
    picture.fill(gui.QColor(10, 20, 30))
    read = picture.pixelColor(7, 7)
    if (read.red(), read.green(), read.blue()) != (10, 20, 30):
        return Finding("PySide6", State.MISSING, "a painted pixel came back changed", REINSTALL)
    return Finding("PySide6", State.OK, f"{version('PySide6-Essentials')}, draws offscreen")


def _icons(names: Iterable[str]) -> Finding:
    """Every icon that a node declares."""
    try:
        letters: Any = importlib.import_module("widgets.icons").letters()
    except ImportError as error:
        return Finding("qtawesome", State.MISSING, str(error), REINSTALL)
    wanted = sorted(set(names))
    absent = [name for name in wanted if name.removeprefix("mdi6.") not in letters]
    if absent:
        return Finding("qtawesome", State.MISSING, f"no icon {', '.join(absent)}", REINSTALL)
    return Finding("qtawesome", State.OK, f"{version('qtawesome')}, {len(wanted)} icons of nodes")
