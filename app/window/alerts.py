"""Whether one is called back when a long run ends while one works elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QSettings

_KEY = "alerts"


def wants_alerts(settings: QSettings) -> bool:
    """What the person chose; they do, unless they said no."""
    return str(settings.value(_KEY, "on")) != "off"


def keep_alerts(settings: QSettings, *, wanted: bool) -> None:
    """Remember it."""
    settings.setValue(_KEY, "on" if wanted else "off")
