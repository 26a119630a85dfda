"""Frames on demand within a run: looked up, or made by the node that owns them, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import Any, cast

from nodes.boundary import call_node
from nodes.lifting import LiftedFrames, OneOutput
from nodes.memory import ResultMemory
from nodes.segments import PreparedGaps
from nodes.store import ResultStore
from nodes.stored_frames import StoredFrames
from nodes.telling import Telling
from pipelines.frames import FrameRef, FrameSource, PictureFrames, read
from pipelines.progress import CancelToken, check
from pipelines.values import Image, Mask

READ_BYTES_PER_SECOND = 1.4e9
"""How fast a kept frame is read back (benchmarks/files.py)."""
WORTH_KEEPING = 8
"""A frame is kept on disk when making it took this many times as long as reading it back."""
LEAST_SECONDS = 0.002
"""What was made quicker than this is kept on disk only where it was asked for."""


class FrameReading:
    """Reads frames of any source, and knows which node makes them."""

    def __init__(
        self, memory: ResultMemory, store: ResultStore, cancel: CancelToken, telling: Telling
    ) -> None:
        self._memory = memory
        self._store = store
        self._cancel = cancel
        self._telling = telling
        self._owners: dict[FrameSource, str] = {}

    def own(self, path: str, source: FrameSource) -> None:
        """Say which node makes the frames of a source; the first to say so is right."""
        self._owners.setdefault(source, path)

    def read(self, source: FrameSource, index: int) -> Any:
        """A frame: known, or made now with all that it needs. A look for cancel each time.

        Raises NodeError, naming the node and the frame where it went wrong.
        """
        check(self._cancel)
        return read(source, index, lookup=self._lookup, make=self._make)

    def knows(self, source: FrameSource, index: int) -> bool:
        """Whether a frame is at hand without making it."""
        key = source.key(index)
        return (
            isinstance(source, PictureFrames) or key in self._memory or self._store.has_frame(key)
        )

    def keep(self, source: FrameSource, index: int) -> None:
        """Have a frame on disk, made now if need be."""
        key = source.key(index)
        if not self._store.has_frame(key):
            frame = self.read(source, index)
            if not self._store.has_frame(key):
                self._store.put_frame(key, frame, LEAST_SECONDS)

    def _lookup(self, ref: FrameRef) -> Any | None:
        source = ref.source
        if isinstance(source, PictureFrames):
            return None
        key = source.key(ref.at)
        found = self._memory.get(key)
        if isinstance(source, PreparedGaps):
            if found is None and (stored := self._store.get_value(key)) is not None:
                found = source.maker.decode(stored)
                self._memory.put(key, found, size_of(found), LEAST_SECONDS)
            if found is not None:
                self._note(source, ref.at, found)
        elif found is None and self._store.has_frame(key):
            found = self._store.get_frame(key)
        return found

    def _make(self, ref: FrameRef, inputs: Sequence[Any]) -> Any:
        check(self._cancel)
        source = ref.source
        path = self._owners.get(source, "")
        told = path and not isinstance(source, PictureFrames)
        if told:
            self._telling.start(path)
        started = perf_counter()
        frame = call_node(path, ref.at, source.make, ref.at, inputs)
        seconds = perf_counter() - started
        if told:
            counts = not isinstance(source, (PreparedGaps, OneOutput))
            self._telling.made_frame(path, seconds, counts=counts)
        if not isinstance(source, (PictureFrames, StoredFrames)):
            self._keep(ref, frame, seconds)
        return frame

    def _keep(self, ref: FrameRef, frame: Any, seconds: float) -> None:
        source = ref.source
        key = source.key(ref.at)
        size = size_of(frame)
        self._memory.put(key, frame, size, seconds)
        worth = seconds >= max(LEAST_SECONDS, WORTH_KEEPING * size / READ_BYTES_PER_SECOND)
        if isinstance(source, PreparedGaps):
            self._note(source, ref.at, frame)
            if worth:
                self._store.put_value(key, source.maker.encode(frame), seconds)
        elif worth and isinstance(frame, (Image, Mask)):
            self._store.put_frame(key, frame, seconds)
        elif worth and isinstance(source, LiftedFrames):
            for part_key, part in source.parts(ref.at, frame):
                self._store.put_frame(part_key, part, seconds)

    def _note(self, source: PreparedGaps, index: int, prepared: Any) -> None:
        note = source.maker.note(index, prepared)
        if note and source in self._owners:
            self._telling.warn(self._owners[source], note, source.maker.about(index))


def size_of(frame: Any) -> int:
    """Bytes that a frame, or what was prepared for some, holds."""
    if isinstance(frame, (Image, Mask)):
        return frame.pixels.nbytes
    if isinstance(frame, tuple):
        return sum(map(size_of, cast(tuple[Any, ...], frame)))
    arrays = frame.arrays() if hasattr(frame, "arrays") else {}
    return sum(array.nbytes for array in arrays.values()) + 64
