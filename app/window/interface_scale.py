"""The size of the whole interface, which Qt reads once, before the application is made."""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings

SCALES = (100, 110, 125, 150, 175, 200)
"""Per cent of the size that the system asks for."""
_KEY = "interface_scale"
_VARIABLE = "QT_SCALE_FACTOR"


def kept_scale(settings: QSettings) -> int:
    """What the person chose."""
    words = str(settings.value(_KEY, SCALES[0]))
    return int(words) if words.isdigit() and int(words) in SCALES else SCALES[0]


def keep_scale(settings: QSettings, scale: int) -> None:
    """Remember it for the next start."""
    settings.setValue(_KEY, str(scale))


def scale_interface(settings: QSettings) -> None:
    """Ask Qt for that size, unless the environment asks for another. Before QApplication only."""
    scale = kept_scale(settings)
    if scale != SCALES[0]:
        os.environ.setdefault(_VARIABLE, f"{scale / 100:g}")
