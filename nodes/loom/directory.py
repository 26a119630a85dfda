"""What a `.loom` file contains, checked against every limit before anything of it is read."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from contextlib import ExitStack
from io import BufferedReader, FileIO
from pathlib import Path
from typing import NamedTuple

from nodes.loom.refusals import (
    DamagedLoomError,
    MissingLoomError,
    NotALoomError,
    OversizedLoomError,
    UnsafeLoomError,
)

MIMETYPE = b"application/vnd.storyloom.project+zip"
MIMETYPE_NAME = "mimetype"
PROJECT_NAME = "project.json"
PREVIEW_NAME = "preview.png"
MOST_ENTRIES = 20_000
MOST_ENTRY_BYTES = 256 << 20
MOST_BYTES = 8 << 30
_NAME = re.compile(r"mimetype|project\.json|preview\.png|tiles/[0-9a-f]{40}\.pack")
_MOST_DIRECTORY = 8 << 20
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED, _DESCRIPTOR = 0x1, 0x8
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    struct.error,
    zlib.error,
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What the zip reader is known to raise over files that are not as they should be."""


class Stored(NamedTuple):
    """One entry: where its bytes lie in the file, how many, and their CRC-32."""

    name: str
    start: int
    size: int
    crc: int


class LoomFile:
    """An open `.loom` file and its entries. Raises ProjectError."""

    def __init__(self, path: Path) -> None:
        with ExitStack() as undoing:
            self._file = _open(path)
            undoing.callback(self._file.close)
            try:
                self.entries = _checked(self._file)
                self._check_kind()
            except OSError as error:
                raise MissingLoomError(error.strerror or str(error)) from error
            undoing.pop_all()

    def close(self) -> None:
        self._file.close()

    def read(self, name: str) -> bytes:
        """All of an entry, compared with its CRC."""
        entry = self.entries[name]
        content = self.read_part(name, 0, entry.size)
        if zlib.crc32(content) != entry.crc:
            raise DamagedLoomError(f"{name} does not have its checksum")
        return content

    def read_part(self, name: str, offset: int, length: int) -> bytes:
        """A part of an entry, not compared with anything."""
        entry = self.entries[name]
        if offset + length > entry.size:
            raise DamagedLoomError(f"{name} ends too early")
        try:
            self._file.seek(entry.start + offset)
            content = self._file.read(length)
        except OSError as error:
            raise MissingLoomError(error.strerror or str(error)) from error
        if len(content) != length:
            raise DamagedLoomError(f"{name} ends too early")
        return content

    def _check_kind(self) -> None:
        first = min(self.entries.values(), key=lambda entry: entry.start, default=None)
        if first is None or first.name != MIMETYPE_NAME or first.size != len(MIMETYPE):
            raise NotALoomError("it does not begin as one")
        if self.read(MIMETYPE_NAME) != MIMETYPE:
            raise NotALoomError("it says that it is something else")
        if PROJECT_NAME not in self.entries:
            raise DamagedLoomError(f"{PROJECT_NAME} is missing")


class _LimitedFile(BufferedReader):
    """A file that refuses to be read in huge pieces: a table of contents is read in one."""

    most = _MOST_DIRECTORY

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > self.most:
            raise OversizedLoomError("its table of contents is too long")
        return super().read(size)


def _open(path: Path) -> _LimitedFile:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotALoomError("it is a folder" if path.is_dir() else "it is not a file")
        if not status.st_size:
            raise DamagedLoomError("it is empty")
        if status.st_size > MOST_BYTES + _MOST_DIRECTORY:
            raise OversizedLoomError(f"it is over {MOST_BYTES >> 30} GB")
        return _LimitedFile(FileIO(path))
    except OSError as error:
        raise MissingLoomError(error.strerror or str(error)) from error


def _checked(file: _LimitedFile) -> dict[str, Stored]:
    infos, end = _directory(file)
    if len(infos) > MOST_ENTRIES:
        raise OversizedLoomError(f"it has over {MOST_ENTRIES} entries")
    for info in infos:
        _check_entry(info)
    if len({info.filename for info in infos}) != len(infos):
        raise UnsafeLoomError("two of its entries have the same name")
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise OversizedLoomError(f"its entries are over {MOST_BYTES >> 30} GB")
    entries: dict[str, Stored] = {}
    free = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < free:
            raise UnsafeLoomError("its entries overlap")
        entry = _located(file, info)
        free = entry.start + entry.size
        if free > end:
            raise DamagedLoomError(f"{entry.name} is longer than the file")
        entries[entry.name] = entry
    return entries


def _directory(file: _LimitedFile) -> tuple[list[zipfile.ZipInfo], int]:
    """The table of contents as it stands, and where it begins."""
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        raise NotALoomError("it does not begin as one")
    try:
        with zipfile.ZipFile(file) as opened:
            file.most = MOST_ENTRY_BYTES
            return opened.infolist(), opened.start_dir
    except _UNREADABLE as error:
        raise DamagedLoomError("its table of contents cannot be read") from error


def _check_entry(info: zipfile.ZipInfo) -> None:
    shown = ascii(info.orig_filename)[:80]
    if info.filename != info.orig_filename or not _NAME.fullmatch(info.filename):
        raise UnsafeLoomError(f"it contains {shown}, which does not belong in a project")
    if info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size:
        raise UnsafeLoomError(f"{shown} is compressed")
    if info.flag_bits & (_ENCRYPTED | _DESCRIPTOR):
        raise UnsafeLoomError(f"{shown} is encrypted or of unknown length")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise UnsafeLoomError(f"{shown} is a link to another place")
    if info.file_size > MOST_ENTRY_BYTES:
        raise OversizedLoomError(f"{shown} is over {MOST_ENTRY_BYTES >> 20} MB")


def _located(file: _LimitedFile, info: zipfile.ZipInfo) -> Stored:
    """Where an entry's bytes begin, its own header agreeing with the table of contents."""
    file.seek(max(info.header_offset, 0))
    head = file.read(_LOCAL.size)
    if len(head) != _LOCAL.size:
        raise DamagedLoomError(f"{info.filename} is not there")
    magic, _, flags, method, _, _, crc, _, _, name_length, extra_length = _LOCAL.unpack(head)
    name = file.read(name_length)
    same = (magic, flags, method, crc) == (b"PK\x03\x04", info.flag_bits, 0, info.CRC)
    if not same or name != info.filename.encode():
        raise DamagedLoomError(f"{info.filename} is not where it should be")
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    return Stored(info.filename, start, info.file_size, info.CRC)
