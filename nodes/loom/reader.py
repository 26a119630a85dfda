"""Reading a `.loom` file: its project text, its preview, and one tile at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from nodes.loom.directory import PREVIEW_NAME, PROJECT_NAME, LoomFile
from nodes.loom.pack import (
    HEAD_BYTES,
    RECORD_BYTES,
    Place,
    count_tiles,
    decompress_tile,
    parse_index,
)
from nodes.loom.refusals import DamagedLoomError, MissingPieceError
from pipelines.values import Pixels8

_FOLDER, _SUFFIX = "tiles/", ".pack"


class LoomReader:
    """An open project file: a context manager and a TileSource, safe for any thread.

    Every limit is checked on opening. Raises ProjectError, here and from every method.
    """

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._file = LoomFile(path)
        self._packs = {
            name.removeprefix(_FOLDER).removesuffix(_SUFFIX): name
            for name in self._file.entries
            if name.startswith(_FOLDER)
        }
        self._places: dict[str, tuple[str, Place]] = {}
        self._unread = list(self._packs)

    def __enter__(self) -> LoomReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. A second call does nothing."""
        self._file.close()

    @property
    def project(self) -> bytes:
        """The project's JSON text, as it was written."""
        with self._lock:
            return self._file.read(PROJECT_NAME)

    @property
    def preview(self) -> bytes | None:
        """The preview's PNG file."""
        if PREVIEW_NAME not in self._file.entries:
            return None
        with self._lock:
            return self._file.read(PREVIEW_NAME)

    @property
    def packs(self) -> tuple[str, ...]:
        """The names of the packs of tiles, as `pack.pack_name` makes them."""
        return tuple(self._packs)

    @property
    def size(self) -> int:
        """Bytes of all entries."""
        return sum(entry.size for entry in self._file.entries.values())

    def digests(self) -> Iterator[str]:
        """The digests of all tiles in the file, but for packs that are damaged."""
        with self._lock:
            while self._unread:
                self._read_index(self._unread.pop())
            found = list(self._places)
        yield from found

    def read(self, digest: str) -> Pixels8:
        """A tile, compared with its digest. Raises MissingPieceError."""
        return decompress_tile(self.read_compressed(digest), digest)

    def read_compressed(self, digest: str) -> bytes:
        """A tile's zstd frame as it stands in the file, not compared with anything."""
        with self._lock:
            while digest not in self._places:
                if not self._unread:
                    raise MissingPieceError(digest)
                self._read_index(self._unread.pop())
            name, place = self._places[digest]
            return self._file.read_part(name, place.offset, place.length)

    def read_pack(self, pack: str) -> bytes:
        """A whole pack, compared with its checksum."""
        with self._lock:
            return self._file.read(self._packs[pack])

    def pack_size(self, pack: str) -> int:
        """Bytes of a pack."""
        return self._file.entries[self._packs[pack]].size

    def _read_index(self, pack: str) -> None:
        """Learn what a pack holds; a damaged one holds nothing, so that the others still open."""
        name = self._packs[pack]
        size = self._file.entries[name].size
        with suppress(DamagedLoomError):
            count = count_tiles(self._file.read_part(name, 0, min(size, HEAD_BYTES)), size)
            records = self._file.read_part(name, HEAD_BYTES, count * RECORD_BYTES)
            for digest, place in parse_index(records, size, pack).items():
                self._places[digest] = (name, place)
