"""Pictures and layers on their way into the panel in hand: read and cut to tiles in a thread.

A drop on the strip makes panels; here layers are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QMimeData, QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage

from pipelines.errors import StoryloomError, UnreadableFileError
from pipelines.media.pictures import read_picture
from pipelines.painting.pasted import Pasted, pasted
from pipelines.painting.tiles import MissingTileError, TileStore
from pipelines.panels import Layer
from pipelines.values import Image
from widgets.paper.board import Board
from widgets.pictures import straight_pixels
from widgets.strip.dropping import dropped_pictures
from widgets.words import tr

LAYER_MIME = "application/x-storyloom-layer"
_CODED = ("image/png", "image/webp", "image/tiff", "image/jpeg", "image/bmp")
"""Formats of a clipboard that are taken as they are, to be decoded in the thread."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture that is not a file: decoded, or as bytes of a known format."""

    picture: QImage | bytes


@dataclass(frozen=True, slots=True)
class Copied:
    """A layer, and its picture for where its tiles are not known: another project."""

    layer: Layer
    picture: Pixels | None


Source = Path | Pixels | Copied


class _Reading(QThread):
    """Makes layers of sources. What could not be read is told in words, the rest is brought."""

    def __init__(
        self, sources: Sequence[Source], size: tuple[int, int], tiles: TileStore, panel: str
    ) -> None:
        super().__init__()
        self.panel = panel
        self.layers: list[Layer] = []
        self.notes: list[str] = []
        self.refusals: list[str] = []
        self._sources = tuple(sources)
        self._size = size
        self._tiles = tiles

    def run(self) -> None:
        for source in self._sources:
            try:
                self.layers.append(self._layer(source))
            except StoryloomError as error:
                self.refusals.append(str(error))

    def _layer(self, source: Source) -> Layer:
        match source:
            case Copied():
                return self._copied(source)
            case Path():
                made = pasted(read_picture(source), self._size, self._tiles, fills=True)
                return self._named(source.stem, source.name, made)
            case Pixels():
                made = pasted(_decoded(source), self._size, self._tiles)
                return self._named(tr("Pasted"), tr("The pasted picture"), made)

    def _copied(self, source: Copied) -> Layer:
        try:
            for tile in source.layer.tiles:
                self._tiles.read(tile.digest)
        except MissingTileError:
            if source.picture is None:
                raise
            made = pasted(_decoded(source.picture), self._size, self._tiles)
            return replace(source.layer, tiles=made.tiles)
        return source.layer

    def _named(self, name: str, called: str, made: Pasted) -> Layer:
        if made.is_shrunk:
            words = tr(
                "{name} was scaled from {was} to {now} to fit the paper.",
                name=called,
                was=f"{made.was[0]} × {made.was[1]}",
                now=f"{made.size[0]} × {made.size[1]}",
            )
            self.notes.append(words)
        return Layer(id="", name=name, tiles=made.tiles)


class Incoming(QObject):
    """Brings what is pasted, dropped or imported. Used by the GUI thread; close it at the end."""

    brought = Signal()
    """A reading has come to its end, whatever it brought."""

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._readings: list[_Reading] = []

    def bring(self, sources: Sequence[Source]) -> None:
        """Put each source, as a layer, above the layer in hand; all of them are one step."""
        panel = self._board.panel
        if panel is None:
            self._board.refused.emit(tr("There is no panel to paste into. Add one first."))
            return
        reading = _Reading(sources, self._board.size, self._board.tiles, panel.id)
        self._readings.append(reading)
        reading.finished.connect(self._on_finished)
        reading.start()

    def close(self) -> None:
        """Wait for what is being read, and bring nothing more."""
        for reading in self._readings:
            reading.finished.disconnect(self._on_finished)
            reading.wait()
        self._readings.clear()

    @Slot()
    def _on_finished(self) -> None:
        while self._readings and self._readings[0].isFinished():
            reading = self._readings.pop(0)
            reading.wait()
            self._take(reading)

    def _take(self, reading: _Reading) -> None:
        if reading.layers:
            one = reading.layers[0].name
            count = len(reading.layers)
            name = tr("Bring in “{name}”", name=one) if count == 1 else tr("Bring in layers")
            self._board.add_layers(reading.panel, reading.layers, name)
        for words in reading.notes:
            self._board.told.emit(words)
        for words in reading.refusals:
            self._board.refused.emit(words)
        self.brought.emit()


def sources_of(mime: QMimeData | None) -> list[Source]:
    """What a clipboard or a drop holds that can become layers: the best form of it."""
    if mime is None:  # as an empty clipboard has it
        return []
    if mime.hasFormat(LAYER_MIME):
        layer = _layer_of(bytes(mime.data(LAYER_MIME).data()))
        if layer is not None:
            return [Copied(layer, _picture_of(mime))]
    files = dropped_pictures(mime)
    if files:
        return list(files)
    picture = _picture_of(mime)
    return [picture] if picture is not None else []


def holds_layer(mime: QMimeData | None, layer: QByteArray) -> bool:
    """Whether a clipboard holds that layer."""
    return mime is not None and not layer.isEmpty() and mime.data(LAYER_MIME) == layer


def layer_mime(layer: Layer, picture: QImage) -> QMimeData:
    """A layer for the clipboard: as it is for this project, as a picture for the rest."""
    mime = QMimeData()
    mime.setData(LAYER_MIME, msgspec.json.encode(replace(layer, locked=False)))
    mime.setImageData(picture)
    return mime


def _picture_of(mime: QMimeData) -> Pixels | None:
    for name in _CODED:
        if mime.hasFormat(name):
            return Pixels(bytes(mime.data(name).data()))
    if mime.hasImage():
        picture = mime.imageData()
        if isinstance(picture, QImage) and not picture.isNull():
            return Pixels(picture)
    return None


def _layer_of(text: bytes) -> Layer | None:
    try:
        return msgspec.json.decode(text, type=Layer)
    except msgspec.DecodeError:
        return None


def _decoded(source: Pixels) -> Image:
    picture = source.picture
    if isinstance(picture, bytes):
        picture = QImage.fromData(picture)
    if picture.isNull():
        raise UnreadableFileError(
            "The clipboard holds a picture that cannot be read.", mend="Copy it again."
        )
    return Image(straight_pixels(picture))
