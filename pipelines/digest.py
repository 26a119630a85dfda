"""Content digests: 40 lowercase hex digits of BLAKE3. Nothing here knows what is being named."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NewType

import numpy as np
from blake3 import blake3

Digest = NewType("Digest", str)
DIGEST_BYTES = 20
_FILE_BLOCK = 1 << 20


def digest_text(text: str) -> Digest:
    """Digest of a text, as UTF-8."""
    return Digest(blake3(text.encode()).hexdigest(length=DIGEST_BYTES))


def digest_bytes(data: bytes | memoryview) -> Digest:
    """Digest of raw bytes."""
    return Digest(blake3(data).hexdigest(length=DIGEST_BYTES))


def digest_array(array: np.ndarray) -> Digest:
    """Digest of an array's dtype, shape and values, whatever its strides."""
    hasher = blake3(f"{array.dtype.str}{array.shape}".encode())
    hasher.update(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data)
    return Digest(hasher.hexdigest(length=DIGEST_BYTES))


def digest_file(path: Path) -> Digest:
    """Digest of a file's bytes, remembered by path, size, modification time and file number.

    Raises OSError when the file cannot be read.
    """
    stat = path.stat()
    return _digest_file(str(path), stat.st_size, stat.st_mtime_ns, stat.st_ino)


@lru_cache(maxsize=4096)
def _digest_file(path: str, size: int, mtime_ns: int, number: int) -> Digest:
    hasher = blake3()
    with open(path, "rb") as file:  # noqa: PTH123 - the path is a cache key here
        while block := file.read(_FILE_BLOCK):
            hasher.update(block)
    return Digest(hasher.hexdigest(length=DIGEST_BYTES))
