"""How sure the followed masks of the object in hand are, as a strip under the ruler."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.window.run_desk import RunDesk
from nodes.cache_state import CacheState
from widgets.masking.easel import MaskEasel
from widgets.time_ruler.drift import Drift
from widgets.time_ruler.ruler import TimeRuler


class MaskDrift(QObject):
    """Follows what is in hand, and what runs found out."""

    def __init__(self, easel: MaskEasel, ruler: TimeRuler, desk: RunDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._easel = easel
        self._ruler = ruler
        self._desk = desk
        easel.changed.connect(self.update_content)
        desk.standing_found.connect(self.update_content)
        desk.changed.connect(self.update_content)

    def close(self) -> None:
        """The project is put away."""
        self._easel.changed.disconnect(self.update_content)
        self._desk.standing_found.disconnect(self.update_content)
        self._desk.changed.disconnect(self.update_content)
        self._ruler.set_drift(None)

    @Slot()
    def update_content(self) -> None:
        """Show the strip of the object in hand; none where nothing was followed."""
        painted, path = self._easel.object, self._easel.path
        sure = self._desk.curves_of(path).get(painted.id, ()) if painted is not None else ()
        if painted is None or not sure:
            self._ruler.set_drift(None)
            return
        keys = frozenset(key.frame for key in painted.keys)
        corrected = frozenset(key.frame for key in painted.keys if key.corrects)
        is_stale = self._desk.states.of(path).cache is CacheState.STALE
        self._ruler.set_drift(Drift(sure, keys, corrected, is_stale))
