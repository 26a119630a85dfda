"""Small pictures of what is painted on layers, made in a thread and kept by it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from pipelines.errors import StoryloomError
from pipelines.painting.composite import eight_bits
from pipelines.painting.miniature import Miniatures
from pipelines.painting.tiles import TileSource
from pipelines.panels import Layer, LayerRole, Tile
from widgets.pictures import straight_rgba

_MOST_KEPT = 800
_REST_MS = 150
"""How long nothing new is asked for before work begins: strokes come first."""
_Key = tuple[tuple[int, int], tuple[Tile, ...], bool]
"""The paper's size, what is painted, and whether it is a mask: all white then."""


class _Making(QThread):
    """Makes some miniatures. Pictures that cannot be made stay empty."""

    def __init__(
        self, miniatures: Miniatures, wanted: Sequence[tuple[_Key, Layer]], height: int
    ) -> None:
        super().__init__()
        self.made: dict[_Key, QImage] = {}
        self._miniatures = miniatures
        self._wanted = tuple(wanted)
        self._height = height

    def run(self) -> None:
        for key, layer in self._wanted:
            if self.isInterruptionRequested():
                return
            try:
                small = self._miniatures.close_up(layer, key[0], self._height)
                pixels = eight_bits(small).copy()
                if key[2]:
                    pixels[..., :3] = 255
                self.made[key] = straight_rgba(pixels)
            except StoryloomError:
                self.made[key] = QImage()  # what is missing is told where it is drawn


class LayerThumbnails(QObject):
    """Used by the GUI thread only; close it at the end."""

    changed = Signal()
    """More of them are there."""

    def __init__(self, tiles: TileSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._miniatures = Miniatures(tiles)
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._last: dict[str, QPixmap] = {}
        """The newest picture of each layer, shown while the next is made."""
        self._wanted: dict[_Key, Layer] = {}
        self._height = 0
        self._making: _Making | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rest)

    def picture(self, layer: Layer, size: tuple[int, int], height: int) -> QPixmap | None:
        """The picture of a layer on a paper (w, h), about `height` pixels high; None or that of
        before while it is made."""
        key = (size, layer.tiles, layer.role is LayerRole.MASK)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            self._last[layer.id] = found
            return found
        if key not in self._wanted:
            self._wanted[key] = layer
            self._height = height
            self._rest.start()
        return self._last.get(layer.id)

    def close(self) -> None:
        """Make no more."""
        self._rest.stop()
        self._wanted.clear()
        if self._making is not None:
            self._making.finished.disconnect(self._on_made)
            self._making.requestInterruption()
            self._making.wait()
            self._making = None

    @Slot()
    def _on_rest(self) -> None:
        if self._making is None and self._wanted:
            self._making = _Making(self._miniatures, list(self._wanted.items()), self._height)
            self._making.finished.connect(self._on_made)
            self._making.start(QThread.Priority.LowPriority)

    @Slot()
    def _on_made(self) -> None:
        making, self._making = self._making, None
        if making is None:
            return
        making.wait()
        for key, picture in making.made.items():
            self._wanted.pop(key, None)
            self._kept[key] = QPixmap.fromImage(picture)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.changed.emit()
        if self._wanted:
            self._rest.start()
