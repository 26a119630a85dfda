"""A tile as its delta: the pixels in which it differs from the one that it was painted over.

Finer than blocks: of a photograph that was drawn on, only the drawing is kept. A delta is one zstd
frame: a bit for each pixel, row by row, set where it is another, and then the four bytes of each
that is.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np
import zstandard

from nodes.loom.pack import (
    LEVEL,
    TILE_BYTES,
    TILE_SHAPE,
    checked_tile,
    decompress_tile,
    tile_bytes,
)
from nodes.loom.refusals import DamagedLoomError
from pipelines.values import Pixels8

MOST_DELTAS = 8
"""Deltas over each other: the next one is taken from the whole tile below them."""
_PIXELS = TILE_BYTES // 4
_MASK_BYTES = _PIXELS // 8
_MOST_GROUNDS = 32
_MOST_SHARE = 0.5
"""Where more of a tile is another, it is kept whole."""


def encode_delta(before: Pixels8, after: Pixels8) -> bytes | None:
    """What makes one tile of another, None where that is most of it. Safe for any thread."""
    values = _values(after)
    changed = values != _values(before)
    if np.count_nonzero(changed) > _PIXELS * _MOST_SHARE:
        return None
    content = np.packbits(changed).tobytes() + values[changed].tobytes()
    return zstandard.ZstdCompressor(level=LEVEL).compress(content)


def rebuilt_tile(frames: Sequence[bytes], digest: str) -> Pixels8:
    """A tile out of a whole one's frame and the deltas over it, read-only, exactly the one that the
    digest names. Raises DamagedLoomError."""
    ground = np.frombuffer(tile_bytes(frames[0]), np.uint8).reshape(TILE_SHAPE)
    return _built_upon(ground, frames[1:], digest)


class Grounds:
    """Builds tiles, and keeps the newest whole ones that others were built upon: undo goes from one
    delta over them to the next. Safe for any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[str, Pixels8] = OrderedDict()

    def rebuilt(self, frames: Sequence[bytes], ground: str, digest: str) -> Pixels8:
        """As `rebuilt_tile`; `ground` is the digest of the whole one."""
        if len(frames) == 1:
            return decompress_tile(frames[0], digest)
        with self._lock:
            found = self._kept.get(ground)
        if found is None:
            found = decompress_tile(frames[0], ground)
        with self._lock:
            self._kept[ground] = found
            self._kept.move_to_end(ground)
            if len(self._kept) > _MOST_GROUNDS:
                self._kept.popitem(last=False)
        return _built_upon(found, frames[1:], digest)


def _built_upon(ground: Pixels8, deltas: Sequence[bytes], digest: str) -> Pixels8:
    pixels = ground.copy()
    for frame in deltas:
        _apply(_values(pixels), frame)
    return checked_tile(pixels, digest)


def _apply(values: np.ndarray[tuple[int], np.dtype[np.uint32]], frame: bytes) -> None:
    content = _unpacked(frame)
    changed = np.unpackbits(np.frombuffer(content, np.uint8, _MASK_BYTES)).view(np.bool_)
    news = np.frombuffer(content, np.uint32, offset=_MASK_BYTES)
    if len(news) != np.count_nonzero(changed):
        raise DamagedLoomError("a delta of a tile is not as long as it says")
    values[changed] = news


def _unpacked(frame: bytes) -> bytes:
    try:
        size = zstandard.frame_content_size(frame)
        if not _MASK_BYTES <= size <= _MASK_BYTES + TILE_BYTES or size % 4:
            raise DamagedLoomError("a delta of a tile does not have the size of one")
        content = zstandard.ZstdDecompressor().decompress(
            frame, max_output_size=size, allow_extra_data=False
        )
    except zstandard.ZstdError as error:
        raise DamagedLoomError("a delta of a tile cannot be decompressed") from error
    if len(content) != size:
        raise DamagedLoomError("a delta of a tile does not have the size of one")
    return content


def _values(pixels: Pixels8) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.ascontiguousarray(pixels).reshape(-1).view(np.uint32)
