"""The tiles of the panels before and after the one in hand, read before they are flipped to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from pipelines.panels import Panel
from widgets.paper.board import Board
from widgets.paper.tile_pictures import TilePictures
from widgets.paper.tile_reading import TileReading


class ReadAhead(QObject):
    """Has them read whenever the paper wants nothing."""

    def __init__(
        self, board: Board, pictures: TilePictures, reading: TileReading, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._is_over = False
        self._board = board
        self._pictures = pictures
        self._reading = reading
        self._neighbours: tuple[Panel | None, ...] = ()
        self._waiting: set[str] = set()
        reading.read.connect(self._on_read)
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
        tiles = dict.fromkeys(tile.digest for one in layers for tile in one.tiles)
        lacking = [digest for digest in tiles if not self._pictures.holds(digest)]
        self._waiting = set(lacking)
        if lacking:
            self._reading.read_ahead(lacking)

    def close(self) -> None:
        """The tiles are about to be closed. A second call does nothing."""
        self._is_over = True
        self._waiting.clear()

    @Slot(object)
    def _on_read(self, made: dict[str, QImage]) -> None:
        self._waiting -= made.keys()
