"""The icons of the window: letters of one font, painted in a colour.

The font and the list of its letters are those that the package qtawesome carries. Its code is not
loaded: it brings in every class of Qt and a dozen fonts, and did so in a thread.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

_PREFIX = "mdi6."
_FONT = "materialdesignicons6-webfont"
_OF_THE_HEIGHT = 0.875
"""Letters are so much lower than their icon, which leaves them the room around that they have."""


def icon(
    name: str,
    colour: QColor | str,
    *,
    disabled: QColor | None = None,
    selected: QColor | None = None,
) -> QIcon:
    """An icon ("mdi6.check") in a colour, in another one where it cannot be pressed, and perhaps
    in a third one on a row that is chosen.

    Raises KeyError for a name that no icon has.
    """
    letter = letters()[name.removeprefix(_PREFIX)]
    own = QColor(colour)
    return QIcon(_Letter(letter, own, disabled or _faint(own), selected or own))


@cache
def letters() -> dict[str, str]:
    """The letter of each icon, by its name without the prefix."""
    table = json.loads(_file("charmap-", ".json").read_text(encoding="utf-8"))
    return {name: chr(int(number, 16)) for name, number in table.items()}


class _Letter(QIconEngine):
    """Paints one letter, at any size."""

    def __init__(self, letter: str, colour: QColor, disabled: QColor, selected: QColor) -> None:
        super().__init__()
        self._letter = letter
        self._colour = colour
        self._disabled, self._selected = disabled, selected

    def clone(self) -> QIconEngine:
        return _Letter(self._letter, self._colour, self._disabled, self._selected)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        font = QFont(_family())
        font.setPixelSize(max(round(rect.height() * _OF_THE_HEIGHT), 1))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(font)
        others = {QIcon.Mode.Disabled: self._disabled, QIcon.Mode.Selected: self._selected}
        painter.setPen(others.get(mode, self._colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


@cache
def _family() -> str:
    """The font's family, loaded once. Only after the application is made."""
    number = QFontDatabase.addApplicationFont(str(_file("", ".ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _file(kind: str, suffix: str) -> Path:
    """A file of the font: its name ends with a version. Raises ImportError where it is missing."""
    package = find_spec("qtawesome")
    folders = package.submodule_search_locations if package is not None else None
    for folder in folders or ():
        for path in (Path(folder) / "fonts").glob(f"{_FONT}-{kind}[0-9]*{suffix}"):
            return path
    raise ImportError("There is no icon font: install qtawesome.")


def _faint(colour: QColor) -> QColor:
    """A colour for what cannot be pressed, where none is given."""
    made = QColor(colour)
    made.setAlphaF(made.alphaF() * 0.5)
    return made
