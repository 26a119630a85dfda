"""Reading tiles of a session by digest, from any thread and any process."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from nodes.loom import LoomReader
from nodes.working_store.database import Database, told
from nodes.working_store.tile_delta import rebuilt_tile
from pipelines.errors import MissingFileError
from pipelines.painting.tiles import MissingTileError
from pipelines.values import Pixels8


class TileReader:
    """The tiles of a session, while its owner writes: a TileSource and a context manager.

    A tile is there once the store's `flush` has returned. While the owner still copies the project
    file, what is not copied yet is read from that file.
    """

    def __init__(self, database: Path) -> None:
        """Raises MissingFileError where the session is over."""
        if not database.exists():
            raise MissingFileError(
                "The drawings are gone with the project that they belonged to.",
                mend="Open the project again, and run it from there.",
            )
        self._lock = Lock()
        self._database = Database.open_to_read(database)
        self._file: LoomReader | None = None

    def __enter__(self) -> TileReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._database.close()
            if self._file is not None:
                self._file.close()

    def read(self, digest: str) -> Pixels8:
        """The tile of that name. Raises MissingTileError, or a ProjectError over damage."""
        frames = self._frames(digest)
        if frames:
            return rebuilt_tile(frames, digest)
        with self._lock, told():
            head = self._database.head()
            if self._file is None and not head.copied and head.source is not None:
                self._file = LoomReader(head.source)
            if self._file is not None:
                return self._file.read(digest)
        # It may have been copied between the two looks.
        frames = self._frames(digest)
        if not frames:
            raise MissingTileError(digest)
        return rebuilt_tile(frames, digest)

    def _frames(self, digest: str) -> list[bytes]:
        with self._lock, told():
            return [link.frame for link in self._database.tile(digest)]
