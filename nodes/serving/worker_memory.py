"""The memory that a worker process shares with its supervisor: flags, and the latest preview.

Made and unlinked by the supervisor, attached by the worker. A preview lies in one of two slots in
turn, with a checksum, so that neither side waits and no torn picture is ever shown.
"""

from __future__ import annotations

import os
import struct
from multiprocessing.shared_memory import SharedMemory
from secrets import token_hex
from typing import NamedTuple, cast
from zlib import crc32

import numpy as np

from pipelines.values import Image, Mask, Pixels8

MOST_SIDE = 512
"""Pixels of the longer side of a preview."""
_CANCELLED, _UNINTERRUPTIBLE, _SEQUENCE, _PATIENCE = range(4)
_WORDS = 64
_HEADER = struct.Struct("<QQIIIII")
_MOST_PATH = 4096
_SLOT = 64 + _MOST_PATH + MOST_SIDE * MOST_SIDE * 4
_SIZE = _WORDS + 2 * _SLOT


class PostedPreview(NamedTuple):
    """A picture of what a node is making; `run` is the number of its run."""

    run: int
    path: str
    picture: Image | Mask


class WorkerMemory:
    """One supervisor's and one worker's view of the same memory."""

    def __init__(self, name: str | None = None) -> None:
        """Attach the memory of this name, or make some."""
        made = f"loom_{os.getpid()}_{token_hex(4)}"  # macOS takes 30 characters
        self._shared = SharedMemory(name or made, create=name is None, size=_SIZE)
        self._bytes = cast(memoryview, self._shared.buf)
        self._words = self._bytes[:_WORDS].cast("Q")
        self._seen = 0

    @property
    def name(self) -> str:
        """What the worker attaches it by."""
        return self._shared.name

    @property
    def cancelled(self) -> int:
        """The number of the last run that is to stop; those before it stop as well."""
        return self._words[_CANCELLED]

    def cancel(self, run: int) -> None:
        """Ask a run to stop at its next look."""
        self._words[_CANCELLED] = run

    @property
    def uninterruptible(self) -> bool:
        """Whether the worker is in a stretch that cannot look."""
        return self._words[_UNINTERRUPTIBLE] > 0

    @property
    def patience(self) -> float:
        """For how many seconds such a stretch is waited for after a cancel."""
        return self._words[_PATIENCE] / 1000

    def enter(self, seconds: float) -> None:
        """The worker begins a stretch that cannot look. May nest; for the run's thread only."""
        if not self._words[_UNINTERRUPTIBLE]:
            self._words[_PATIENCE] = round(seconds * 1000)
        self._words[_UNINTERRUPTIBLE] += 1

    def leave(self) -> None:
        """The worker looks again."""
        self._words[_UNINTERRUPTIBLE] -= 1

    def post(self, run: int, path: str, picture: Image | Mask) -> None:
        """Show a picture (8 bits, sides up to MOST_SIDE) in the place of the one before."""
        name = path.encode()
        if len(name) > _MOST_PATH:
            return
        sequence = self._words[_SEQUENCE] + 1
        pixels = np.ascontiguousarray(picture.pixels).tobytes()
        height, width = picture.pixels.shape[:2]
        channels = picture.channels if isinstance(picture, Image) else 1
        at = self._slot(sequence)
        header = (sequence, run, width, height, channels, len(name), crc32(pixels, crc32(name)))
        _HEADER.pack_into(self._bytes, at, *header)
        at += 64
        self._bytes[at : at + len(name)] = name
        at += _MOST_PATH
        self._bytes[at : at + len(pixels)] = pixels
        self._words[_SEQUENCE] = sequence

    def latest(self) -> PostedPreview | None:
        """The newest picture that was not taken yet."""
        sequence = self._words[_SEQUENCE]
        if sequence == self._seen:
            return None
        at = self._slot(sequence)
        found, run, width, height, channels, length, crc = _HEADER.unpack_from(self._bytes, at)
        shape = (height, width) if channels == 1 else (height, width, channels)
        size = height * width * channels
        at += 64
        name = bytes(self._bytes[at : at + length])
        at += _MOST_PATH
        pixels = bytes(self._bytes[at : at + size])
        if found != sequence or crc32(pixels, crc32(name)) != crc:
            return None  # a newer one is being written over it: it comes at the next look
        self._seen = sequence
        array = cast(Pixels8, np.frombuffer(pixels, np.uint8).reshape(shape))
        return PostedPreview(run, name.decode(), Mask(array) if channels == 1 else Image(array))

    def close(self) -> None:
        """Let go of it. A second call does nothing."""
        self._words.release()
        self._bytes.release()
        self._shared.close()

    def unlink(self) -> None:
        """Take it away from the machine, once no worker uses it."""
        self._shared.unlink()

    def _slot(self, sequence: int) -> int:
        return _WORDS + sequence % 2 * _SLOT
