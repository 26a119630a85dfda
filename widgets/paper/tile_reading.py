"""The thread that reads tiles for the paper and makes pictures of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Lock

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from pipelines.errors import StoryloomError
from pipelines.painting.tiles import TileSource
from widgets.pictures import straight_rgba

_AT_ONCE = 8
"""Tiles that are told of together."""


class TileReading(QObject):
    """What is wanted comes before what is read ahead; of each only the newest counts.

    Its thread is started once: to start one takes as long as others hold the processor. Close it
    before the tiles are closed.
    """

    read = Signal(object)
    """{digest: its picture}; an empty picture where the tile cannot be read."""

    def __init__(self, tiles: TileSource) -> None:
        super().__init__()
        self._tiles = tiles
        self._lock = Lock()
        """Held for an instant only, never while a tile is read."""
        self._wanted: deque[str] = deque()
        self._ahead: deque[str] = deque()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="tile-reading")
        self._is_reading = self._is_closed = False

    def want(self, digests: Collection[str]) -> None:
        """Read these now, in place of those that were wanted before."""
        with self._lock:
            self._wanted = deque(digests)
            self._go_on()

    def read_ahead(self, digests: Collection[str]) -> None:
        """Read these whenever nothing is wanted."""
        with self._lock:
            self._ahead = deque(digests)
            self._go_on()

    def close(self) -> None:
        """End with the tile that is read just now. A second call does nothing."""
        with self._lock:
            self._is_closed = True
        self._pool.shutdown()

    def _go_on(self) -> None:
        if not self._is_reading and not self._is_closed:
            self._is_reading = True
            self._pool.submit(self._run)

    def _run(self) -> None:
        while digests := self._next():
            self.read.emit({digest: self._picture(digest) for digest in digests})

    def _next(self) -> tuple[str, ...]:
        """What to read next."""
        with self._lock:
            queue = self._wanted or self._ahead
            if self._is_closed or not queue:
                self._is_reading = False
                return ()
            return tuple(queue.popleft() for _ in range(min(_AT_ONCE, len(queue))))

    def _picture(self, digest: str) -> QImage:
        if not self._is_closed:
            with suppress(StoryloomError):  # told where it is shown
                return straight_rgba(self._tiles.read(digest))
        return QImage()
