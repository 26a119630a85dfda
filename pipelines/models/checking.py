"""Checks that files hold what they should: the hub looks at their size only."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from pipelines.models.places import Held, OnDisk
from pipelines.models.records import FileRecord

_BLOCK = 1 << 18
"""Bytes that are read at once: what is hashed next must still lie in the processor's own cache."""
_TELL = 4 << 20
"""Bytes between two words of progress."""
_MOST_HEADER = 100 << 20
_SHA256, _GIT = "sha256:", "git:"


class BytesDone(Protocol):
    """Called once for each block with bytes done of all; raises Cancelled to stop."""

    def __call__(self, done: int, total: int, /) -> None: ...


class Share:
    """Bytes of a part, told as bytes of all."""

    def __init__(self, progress: BytesDone, before: int, total: int) -> None:
        self._progress = progress
        self._before = before
        self._total = total

    def __call__(self, done: int, total: int, /) -> None:
        self._progress(self._before + done, self._total)


def expected(name: str, held: Held, hashes: Mapping[str, str], known: FileRecord | None) -> str:
    """What a file's digest should be: as the catalogue, its record or the cache's own names say.

    The hub's cache names a blob by its SHA-256, or by git's digest if the file is small. Empty
    where nobody says.
    """
    if name in hashes:
        return _SHA256 + hashes[name]
    if known is not None and known.digest:
        return known.digest
    blob = held.path.resolve()
    if blob.parent.name != "blobs":
        return ""
    return (
        {64: _SHA256, 40: _GIT}.get(len(blob.name), "") + blob.name if blob.name.isalnum() else ""
    )


def wrong_files(
    on_disk: OnDisk,
    hashes: Mapping[str, str],
    known: Mapping[str, FileRecord],
    progress: BytesDone,
) -> tuple[str, ...]:
    """The names of files that are not what they should be, or that are missing.

    Sizes are looked at first, then every byte. A file whose digest nobody knows is looked at for
    its form: safetensors whose header fits its length, JSON that can be read.
    """
    wrong = set(on_disk.missing)
    total, done = on_disk.bytes, 0
    for name, held in on_disk.files.items():
        record = known.get(name)
        has_size = record is None or record.size == held.size
        wanted = expected(name, held, hashes, record)
        if not (has_size and _holds(held, wanted, progress, done, total)):
            wrong.add(name)
        done += held.size
        progress(done, total)
    return tuple(sorted(wrong))


def _holds(held: Held, wanted: str, progress: BytesDone, done: int, total: int) -> bool:
    if not wanted:
        return _is_well_formed(held)
    return _digest(held, wanted, progress, done, total) == wanted


def _digest(held: Held, wanted: str, progress: BytesDone, done: int, total: int) -> str:
    kind, _, digest = wanted.partition(":")
    if len(digest) not in (40, 64):
        return ""
    hasher = hashlib.sha256() if kind == "sha256" else hashlib.sha1(usedforsecurity=False)
    if kind == "git":
        hasher.update(f"blob {held.size}\0".encode())
    block, told = memoryview(bytearray(_BLOCK)), done
    try:
        with held.path.open("rb", buffering=0) as file:
            while count := file.readinto(block):
                hasher.update(block[:count])
                done += count
                if done - told >= _TELL:
                    told = done
                    progress(done, total)
    except OSError:
        return ""
    return f"{kind}:{hasher.hexdigest()}"


def _is_well_formed(held: Held) -> bool:
    try:
        if held.path.suffix == ".json":
            json.loads(held.path.read_bytes())
        elif held.path.suffix == ".safetensors":
            with held.path.open("rb") as file:
                return safetensors_length(file) == held.size
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    return True


def safetensors_length(file: BinaryIO) -> int:
    """How long a safetensors file must be by its own header. Raises ValueError."""
    header = safetensors_header(file)
    ends = [one["data_offsets"][1] for name, one in header.items() if name != "__metadata__"]
    return file.tell() + max(ends, default=0)


def safetensors_header(file: BinaryIO) -> dict[str, Any]:
    """The header of a safetensors file, which is read up to its tensors. Raises ValueError.

    The form is that of the safetensors library: eight bytes of length, little end first, a JSON
    header of that length with "data_offsets" for each tensor, then the tensors.
    """
    start = file.read(8)
    length = int.from_bytes(start, "little")
    if len(start) < 8 or not 2 <= length <= _MOST_HEADER:
        raise ValueError("no header")
    header = json.loads(file.read(length))
    if not isinstance(header, dict):
        raise ValueError("no header")
    return header


def is_pickle(path: Path) -> bool:
    """Whether a file of weights would have to be unpickled, which runs what it says."""
    with path.open("rb") as file:
        start = file.read(4)
    return start[:2] in (b"\x80\x02", b"\x80\x04", b"\x80\x05") or start == b"PK\x03\x04"
