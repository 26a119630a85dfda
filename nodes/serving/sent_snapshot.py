"""A snapshot on its way to a worker process: the graph, where its files and tiles lie, overrides.

Pixels are never sent: the worker reads them where they are kept.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from nodes.codec import decode_document, encode_document
from nodes.document import Document
from nodes.loom import LoomReader
from nodes.registry import Registry
from nodes.snapshot import Snapshot
from nodes.working_store import TileReader
from pipelines.models.placement import OPEN, Wish
from pipelines.painting.tiles import TileSource


class LoomTiles(msgspec.Struct, frozen=True, tag="loom"):
    """Painted tiles lie in a project file."""

    path: str

    def open(self) -> LoomReader:
        """Raises ProjectError."""
        return LoomReader(Path(self.path))


class SessionTiles(msgspec.Struct, frozen=True, tag="session"):
    """Painted tiles lie in the working store of an open project (`WorkingStore.database`).

    Whoever sends this has flushed the store before.
    """

    path: str

    def open(self) -> TileReader:
        """Raises ProjectError."""
        return TileReader(Path(self.path))


TilePlace = LoomTiles | SessionTiles
"""Where painted tiles are read: another place is another tagged struct with an `open` of its own,
which answers a TileSource that is a context manager."""


class _SentSnapshot(msgspec.Struct, frozen=True):
    document: bytes
    folder: str | None
    tiles: TilePlace | None
    overrides: Mapping[str, Any]
    scale: float
    wish: Wish = OPEN
    absent: frozenset[str] = frozenset()


def encode_snapshot(snapshot: Snapshot, tiles: TilePlace | None = None) -> bytes:
    """A snapshot as bytes. `tiles` says where a worker finds what `snapshot.tiles` reads."""
    folder = None if snapshot.folder is None else str(snapshot.folder)
    document = encode_document(Document(snapshot.registry, snapshot.graph))
    setting = snapshot.setting
    sent = _SentSnapshot(
        document,
        folder,
        tiles,
        setting.overrides,
        setting.scale,
        setting.wish,
        frozenset(setting.absent),
    )
    return msgspec.msgpack.encode(sent)


@contextmanager
def opened_snapshot(sent: bytes, registry: Registry) -> Generator[Snapshot]:
    """The snapshot, its tiles open while this is entered. Raises ProjectError or GraphError."""
    received = msgspec.msgpack.decode(sent, type=_SentSnapshot)
    if received.tiles is None:
        yield _read(received, registry)
        return
    with received.tiles.open() as tiles:
        yield _read(received, registry, tiles)


def read_snapshot(sent: bytes, registry: Registry) -> tuple[Snapshot, TilePlace | None]:
    """The snapshot without its tiles, and where those are: enough to send it once more.

    Raises ProjectError, GraphError or msgspec.MsgspecError.
    """
    received = msgspec.msgpack.decode(sent, type=_SentSnapshot)
    return _read(received, registry), received.tiles


def _read(received: _SentSnapshot, registry: Registry, tiles: TileSource | None = None) -> Snapshot:
    document = decode_document(msgspec.json.decode(received.document), registry)
    folder = None if received.folder is None else Path(received.folder)
    snapshot = Snapshot(document.graph, registry, tiles=tiles, folder=folder)
    return snapshot.override(
        received.overrides, scale=received.scale, wish=received.wish, absent=received.absent
    )
