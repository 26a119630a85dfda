"""The tiles of the panels before and after the one in hand, read before they are flipped to."""

from __future__ import annotations

from collections import deque
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Slot

from pipelines.errors import StoryloomError
from pipelines.panels import Panel
from widgets.paper.board import Board
from widgets.paper.tile_pictures import TilePictures

_EVERY_MS = 4


class ReadAhead(QObject):
    """One tile at a time, in the GUI thread: each is there within a millisecond."""

    def __init__(self, board: Board, pictures: TilePictures, parent: QObject) -> None:
        super().__init__(parent)
        self._is_over = False
        self._board = board
        self._pictures = pictures
        self._neighbours: tuple[Panel | None, ...] = ()
        self._waiting: deque[str] = deque()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._on_due)
        board.changed.connect(self.begin)

    @property
    def is_reading(self) -> bool:
        """Whether there is something left."""
        return bool(self._waiting)

    @Slot()
    def begin(self) -> None:
        """Read what neighbours of the panel in hand there are now, unless that is under way."""
        neighbours = self._board.neighbour(1), self._board.neighbour(-1)
        if self._is_over or neighbours == self._neighbours:
            return
        self._neighbours = neighbours
        panels = [panel for panel in neighbours if panel is not None]
        layers = [layer for panel in panels for layer in panel.layers if layer.visible]
        self._waiting = deque(dict.fromkeys(tile.digest for one in layers for tile in one.tiles))
        self._timer.start()

    def close(self) -> None:
        """The tiles are about to be closed. A second call does nothing."""
        self._is_over = True
        self._timer.stop()
        self._waiting.clear()

    @Slot()
    def _on_due(self) -> None:
        while self._waiting and self._pictures.holds(self._waiting[0]):
            self._waiting.popleft()
        if not self._waiting:
            self._timer.stop()
            return
        with suppress(StoryloomError):  # told when that panel is shown
            self._pictures.picture(self._waiting.popleft())
