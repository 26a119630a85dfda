"""What is on its way to a session's database, in a plain file: a kill takes nothing of it.

A commit takes tens of milliseconds where the disk is busy, a write to a file under one, for the
system has it then, whatever becomes of the program. The file is emptied whenever the database has
caught up. A power cut may take what is in it: that is no worse than without.

    8 bytes    "LoomSpl1"
    4 bytes    length of the list, little-endian
    20 bytes   digest of the list
    the list: steps, and the digests of tiles, as msgpack; then the tiles' bare pixels

and the next one.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

import msgspec
import numpy as np

from nodes.loom.pack import TILE_BYTES, TILE_SHAPE, compress_tile
from nodes.working_store.database import Database, Entry, StoredTile
from nodes.working_store.job import Job, Painted
from pipelines.digest import DIGEST_BYTES, digest_array, digest_bytes

_HEAD = struct.Struct(f"<8sI{DIGEST_BYTES}s")
_MAGIC = b"LoomSpl1"


class _List(msgspec.Struct, frozen=True):
    digests: tuple[str, ...]
    entries: tuple[Entry, ...]


class Spool:
    """The file of one session, used under the lock of its store. What cannot be written is left
    out until the next `clear`: the database tells of a disk that is full."""

    def __init__(self, path: Path) -> None:
        self._file = FileIO(path, "wb")
        self._is_whole = True

    def append(self, job: Job) -> None:
        """Have the system hold a job's tiles and steps."""
        if not self._is_whole or not (job.tiles or job.entries):
            return
        self._is_whole = False
        with suppress(OSError):
            self._is_whole = all(self._file.write(part) == len(part) for part in _parts(job))

    def clear(self) -> None:
        """The database holds everything."""
        with suppress(OSError):
            self._file.seek(0)
            self._file.truncate()
            self._is_whole = True

    def close(self) -> None:
        """Let go of the file. A second call does nothing."""
        self._file.close()


def take_in(path: Path, database: Database) -> None:
    """Bring what a kill left in the file into the database, and delete the file.

    What is torn or damaged, and all behind it, is left out. Raises sqlite3.Error.
    """
    if not path.exists():
        return
    last = max(database.extent(0)[0], database.head().number)
    for job in _jobs(path):
        entries = [entry for entry in job.entries if entry.number > last]
        if any(entry.number != last + 1 + at for at, entry in enumerate(entries)):
            break
        last += len(entries)
        tiles = (StoredTile(one.digest, compress_tile(one.pixels)) for one in job.tiles)
        database.write(tiles, entries)
    with suppress(OSError):
        path.unlink()


def _parts(job: Job) -> Iterator[bytes | memoryview]:
    digests = tuple(painted.digest for painted in job.tiles)
    content = msgspec.msgpack.encode(_List(digests, job.entries))
    sum_ = bytes.fromhex(digest_bytes(content))
    yield _HEAD.pack(_MAGIC, len(content), sum_) + content
    for painted in job.tiles:
        yield np.ascontiguousarray(painted.pixels).reshape(-1).data


def _jobs(path: Path) -> Iterator[Job]:
    """The jobs in a file, up to the first that is not whole."""
    with suppress(OSError, msgspec.MsgspecError), path.open("rb") as file:
        while len(head := file.read(_HEAD.size)) == _HEAD.size:
            magic, length, sum_ = _HEAD.unpack(head)
            content = file.read(min(length, path.stat().st_size))
            if magic != _MAGIC or bytes.fromhex(digest_bytes(content)) != sum_:
                return
            listed = msgspec.msgpack.decode(content, type=_List)
            tiles: list[Painted] = []
            for digest in listed.digests:
                pixels = file.read(TILE_BYTES)
                if len(pixels) != TILE_BYTES:
                    return
                tile = np.frombuffer(pixels, np.uint8).reshape(TILE_SHAPE)
                if digest_array(tile) != digest:
                    return
                tiles.append(Painted(digest, tile))
            yield Job(tuple(tiles), listed.entries)
