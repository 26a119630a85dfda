"""The icons of the window: letters of one font. The one place that asks qtawesome, which by itself
loads a dozen fonts.
"""

from __future__ import annotations

from functools import cache

import qtawesome
from PySide6.QtGui import QColor, QIcon
from qtawesome.iconic_font import IconicFont

_PREFIX = "mdi6"
_FONT = "materialdesignicons6-webfont"


def icon(name: str, colour: QColor | str, *, disabled: QColor | None = None) -> QIcon:
    """An icon ("mdi6.check") in a colour, and in another one where it cannot be pressed."""
    if disabled is None:
        return _letters().icon(name, color=colour)
    return _letters().icon(name, color=colour, color_disabled=disabled)


@cache
def _letters() -> IconicFont:
    _, files = qtawesome.get_fonts_info()
    font = next(name for name in files if name.startswith(_FONT))
    letters = font.replace(_FONT, f"{_FONT}-charmap").replace(".ttf", ".json")
    return IconicFont((_PREFIX, font, letters))
