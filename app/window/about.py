"""What the program is, and under which licence it is passed on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from widgets.words import tr


def about_box(parent: QWidget) -> QMessageBox:
    """A box to be shown; it goes when it is closed."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("About Storyloom"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Storyloom {version}", version=_version()))
    box.setInformativeText(
        tr(
            "Turns hand-drawn storyboards into video.\n\n"
            "Free software under the GNU General Public License, version 3 or later. Films are "
            "written with FFmpeg, x264 and x265; the window is made with Qt for Python (LGPL)."
        )
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _version() -> str:
    try:
        return version("storyloom")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return ""
