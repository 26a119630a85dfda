"""Keeps the onion skin between sessions."""

from __future__ import annotations

from msgspec import MsgspecError, json
from PySide6.QtCore import QObject, QSettings, Slot

from widgets.paper.desk import PaperDesk
from widgets.paper.onion import OnionSkin, bounded

_KEY = "paper/onion"


class OnionMemory(QObject):
    """Gives a desk the skin that was used last, and remembers what becomes of it."""

    def __init__(self, desk: PaperDesk, settings: QSettings) -> None:
        super().__init__(desk)
        self._desk = desk
        self._settings = settings
        desk.set_skin(remembered(settings))
        desk.skin_changed.connect(self._on_skin_changed)

    @Slot()
    def _on_skin_changed(self) -> None:
        self._settings.setValue(_KEY, json.encode(self._desk.skin).decode())


def remembered(settings: QSettings) -> OnionSkin:
    """The skin that was used last; what cannot be read is the one that a desk begins with."""
    try:
        return bounded(json.decode(str(settings.value(_KEY, "{}")), type=OnionSkin))
    except MsgspecError:
        return OnionSkin()
