"""What the hand held when it was last used: kept in the settings, not in the project."""

from __future__ import annotations

from contextlib import suppress

import msgspec
from PySide6.QtCore import QObject, QSettings, QTimer, Slot

from pipelines.errors import StoryloomError
from pipelines.painting.brush import Brush
from pipelines.painting.composite import RGB
from widgets.paper.hand import Hand, ToolKind

_KEY = "drawing/hand"
_AFTER_MS = 1000


class _Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    tool: ToolKind
    colour: RGB
    recent: tuple[RGB, ...]
    steadiness: float
    fills_shapes: bool
    tolerance: int
    gap: float
    brushes: dict[ToolKind, Brush]


class HandMemory(QObject):
    """Gives a hand what was kept, and keeps what it comes to hold. Unreadable settings are none."""

    def __init__(self, hand: Hand, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hand = hand
        self._settings = settings
        self._bring_back()
        self._writing = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._writing.timeout.connect(self.keep)
        hand.changed.connect(self._writing.start)

    @Slot()
    def keep(self) -> None:
        """Keep it now."""
        self._writing.stop()
        hand = self._hand
        kept = _Kept(
            hand.tool,
            hand.colour,
            hand.recent,
            hand.steadiness,
            hand.fills_shapes,
            hand.tolerance,
            hand.gap,
            hand.changed_brushes,
        )
        self._settings.setValue(_KEY, msgspec.json.encode(kept).decode())

    def _bring_back(self) -> None:
        with suppress(msgspec.MsgspecError, StoryloomError):
            kept = msgspec.json.decode(str(self._settings.value(_KEY, "")), type=_Kept)
            hand = self._hand
            for kind, brush in kept.brushes.items():
                hand.set_brush(brush, of=kind)
            hand.recent = kept.recent
            hand.set_colour(kept.colour)
            hand.set_steadiness(kept.steadiness)
            hand.set_fills_shapes(kept.fills_shapes)
            hand.set_filling(tolerance=kept.tolerance, gap=kept.gap)
            hand.take(kept.tool)
