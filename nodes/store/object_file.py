"""One immutable file of results in safetensors format: writing it, and reading one entry of it.

The header's metadata names every entry (key, kind, compute seconds), so that an index can always
be rebuilt from the files, and holds a digest of the header itself. Not where files lie.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import msgspec
import numpy as np
from blake3 import blake3
from numpy.typing import NDArray

from pipelines.digest import DIGEST_BYTES, Digest
from pipelines.errors import MismatchError
from pipelines.values import read_only

SUFFIX = ".safetensors"
TEMPORARY = ".writing-"
"""How the name of a file that is not finished begins."""
_CHECK_AT = len('{"__metadata__":{"check":"')
_CHECK = slice(_CHECK_AT, _CHECK_AT + 2 * DIGEST_BYTES)
_NO_CHECK = b"0" * (2 * DIGEST_BYTES)
_MOST_HEADER = 64 << 20
_DTYPES = {
    "F64": "<f8",
    "F32": "<f4",
    "F16": "<f2",
    "I64": "<i8",
    "I32": "<i4",
    "I16": "<i2",
    "I8": "|i1",
    "U64": "<u8",
    "U32": "<u4",
    "U16": "<u2",
    "U8": "|u1",
    "BOOL": "|b1",
}
_NAMES = {dtype: name for name, dtype in _DTYPES.items()}


class Space(StrEnum):
    """Frames and values are named apart: a clip's value and a frame may have the same key."""

    FRAME = "frame"
    VALUE = "value"


Name = tuple[Space, str]
"""What an entry is called: its space and its key."""


@dataclass(frozen=True, slots=True)
class StoredValue:
    """A value as the store keeps it: its kind, a JSON text in UTF-8, and arrays by name."""

    kind: str
    meta: bytes = b"{}"
    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict[str, NDArray[Any]])

    @property
    def size(self) -> int:
        """Bytes, about."""
        return len(self.meta) + sum(array.nbytes for array in self.arrays.values())


class Entry(NamedTuple):
    """One result and the seconds that it took to compute."""

    name: Name
    value: StoredValue
    seconds: float


class Written(NamedTuple):
    """A whole file under a temporary name; its own will be the digest of its bytes."""

    temporary: Path
    digest: Digest
    size: int

    def publish(self) -> None:
        """Give it its name. Raises OSError."""
        self.temporary.replace(object_path(self.temporary.parent, self.digest))

    def discard(self) -> None:
        """Remove it, unless it was published."""
        with suppress(OSError):
            self.temporary.unlink(missing_ok=True)


class DamagedObjectError(Exception):
    """A file in the store is truncated or changed. Handled within the store, never shown."""


class _Head(msgspec.Struct, frozen=True, array_like=True):
    """An entry as the header's metadata tells it."""

    space: Space
    key: str
    kind: str
    seconds: float
    meta: str
    arrays: tuple[str, ...]


class _Tensor(msgspec.Struct, frozen=True):
    dtype: str
    shape: tuple[int, ...]
    data_offsets: tuple[int, int]


class ObjectFile:
    """A file of the store, open for reading. Raises DamagedObjectError or OSError."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._file = path.open("rb", buffering=0)
        try:
            self._heads, self._tensors, self._start = self._read_header()
        except BaseException:
            self._file.close()
            raise

    def __del__(self) -> None:
        # An object that falls out of the store's short list may still be read by another thread,
        # so that it closes when the last of them lets go.
        with suppress(AttributeError):
            self._file.close()

    @property
    def entries(self) -> Iterable[tuple[Name, float]]:
        """The entries' names and compute seconds."""
        return [(name, head.seconds) for name, head in self._heads.items()]

    def read(self, name: Name) -> StoredValue:
        """One entry, read without touching the others; its arrays own their memory."""
        head = self._heads.get(name)
        if head is None:
            raise DamagedObjectError(f"no entry {name}")
        arrays = {part: self._array(_tensor_name(name, part)) for part in head.arrays}
        return StoredValue(head.kind, head.meta.encode(), arrays)

    def _array(self, tensor_name: str) -> NDArray[Any]:
        tensor = self._tensors[tensor_name]
        array = np.empty(tensor.shape, _DTYPES[tensor.dtype])
        if array.nbytes:
            self._read_into(array.reshape(-1).view(np.uint8).data, tensor.data_offsets[0])
        return read_only(array)

    def _read_into(self, view: memoryview, offset: int) -> None:
        with self._lock:
            self._file.seek(self._start + offset)
            while view:
                count = self._file.readinto(view)
                if not count:
                    raise DamagedObjectError("truncated")
                view = view[count:]

    def _read_header(self) -> tuple[dict[Name, _Head], dict[str, _Tensor], int]:
        size = os.fstat(self._file.fileno()).st_size
        length = int.from_bytes(self._file.read(8) or b"", "little")
        if not 0 < length <= min(_MOST_HEADER, size - 8):
            raise DamagedObjectError("no header")
        heads, tensors = _parse_header(self._file.read(length) or b"", size - 8 - length)
        return heads, tensors, 8 + length


def write_object(folder: Path, entries: Sequence[Entry]) -> Written:
    """Write entries as one file, down to the disk, to be published or discarded.

    Raises OSError, having left nothing behind.
    """
    parts = _encode(entries)
    descriptor, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=folder)
    try:
        # The disk and the digest each take a core: they run side by side.
        with os.fdopen(descriptor, "wb", buffering=0) as file, ThreadPoolExecutor(1) as hashing:
            digest = hashing.submit(_digest, parts)
            for part in parts:
                _write_all(file.fileno(), part)
            os.fsync(file.fileno())
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return Written(Path(temporary), digest.result(), sum(len(part) for part in parts))


def check_storable(value: StoredValue) -> None:
    """Refuse what no file can hold, with MismatchError."""
    _text(value.meta)
    for array in value.arrays.values():
        _dtype_name(array)


def object_path(folder: Path, digest: str) -> Path:
    """Where an object of that name lies."""
    return folder / f"{digest}{SUFFIX}"


def is_whole(path: Path) -> bool:
    """Whether a file's bytes still have the digest that it is named by. Raises OSError."""
    hasher = blake3(max_threads=blake3.AUTO)
    with path.open("rb") as file:
        while block := file.read(1 << 22):
            hasher.update(block)
    return hasher.hexdigest(length=DIGEST_BYTES) == path.name.removesuffix(SUFFIX)


def _encode(entries: Sequence[Entry]) -> list[bytes | memoryview]:
    """The bytes of a file: the header with its length before it, then every array."""
    heads: list[_Head] = []
    tensors: dict[str, Any] = {}
    buffers: list[memoryview] = []
    end = 0
    for (space, key), value, seconds in entries:
        meta = _text(value.meta)
        heads.append(_Head(space, key, value.kind, seconds, meta, tuple(value.arrays)))
        for part, array in value.arrays.items():
            tensor, buffer = _as_tensor(array, end)
            tensors[_tensor_name((space, key), part)] = tensor
            buffers.append(buffer)
            end = tensor.data_offsets[1]
    metadata = {"check": _NO_CHECK.decode(), "entries": msgspec.json.encode(heads).decode()}
    header = bytearray(msgspec.json.encode({"__metadata__": metadata, **tensors}))
    header += b" " * (-len(header) % 8)
    header[_CHECK] = _check(header)
    return [len(header).to_bytes(8, "little") + header, *buffers]


def _digest(parts: Sequence[bytes | memoryview]) -> Digest:
    hasher = blake3(max_threads=blake3.AUTO)
    for part in parts:
        hasher.update(part)
    return Digest(hasher.hexdigest(length=DIGEST_BYTES))


def _as_tensor(array: NDArray[Any], start: int) -> tuple[_Tensor, memoryview]:
    dtype = _dtype_name(array)
    plain = np.ascontiguousarray(array, _DTYPES[dtype])
    tensor = _Tensor(dtype, array.shape, (start, start + array.nbytes))
    return tensor, plain.reshape(-1).view(np.uint8).data


def _dtype_name(array: NDArray[Any]) -> str:
    name = _NAMES.get(array.dtype.newbyteorder("<").str)
    if name is None:
        raise MismatchError(f"An array of {array.dtype} cannot be kept in the result store.")
    return name


def _parse_header(header: bytes, after: int) -> tuple[dict[Name, _Head], dict[str, _Tensor]]:
    """Entries and tensors of a header that `after` bytes follow."""
    plain = bytearray(header)
    plain[_CHECK] = _NO_CHECK
    if header[_CHECK] != _check(plain):
        raise DamagedObjectError("the header does not have its digest")
    try:
        raw = msgspec.json.decode(header, type=dict[str, msgspec.Raw])
        metadata = msgspec.json.decode(raw.pop("__metadata__"), type=dict[str, str])
        heads = msgspec.json.decode(metadata["entries"], type=tuple[_Head, ...])
        tensors = {name: msgspec.json.decode(text, type=_Tensor) for name, text in raw.items()}
    except (msgspec.MsgspecError, KeyError, ValueError) as error:
        raise DamagedObjectError(str(error)) from error
    if max((tensor.data_offsets[1] for tensor in tensors.values()), default=0) != after:
        raise DamagedObjectError("truncated")
    return {(head.space, head.key): head for head in heads}, tensors


def _check(plain: bytes | bytearray) -> bytes:
    return blake3(plain).hexdigest(length=DIGEST_BYTES).encode()


def _tensor_name(name: Name, part: str) -> str:
    space, key = name
    return key if space is Space.FRAME else f"{key}/{part}"


def _text(meta: bytes) -> str:
    try:
        return meta.decode()
    except UnicodeDecodeError as error:
        raise MismatchError("What describes a stored value must be a JSON text.") from error


def _write_all(descriptor: int, part: bytes | memoryview) -> None:
    view = memoryview(part)
    while view:
        view = view[os.write(descriptor, view) :]
