"""Which paths may be read, and names that never overwrite. Nothing here opens a file's content."""

from __future__ import annotations

import re
from pathlib import Path

from pipelines.errors import MissingFileError, UnreadableFileError, UntrustedError

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[/\\]")
_NETWORK = re.compile(r"[/\\]{2}")
_NUMBERED = re.compile(r"(?P<stem>.*)-(?P<number>[2-9]|[1-9][0-9]+)")


def local_path(path: Path | str) -> Path:
    """The absolute path, which need not exist. Raises UntrustedError for URLs and UNC paths."""
    text = str(path)
    if _URL.match(text) or _NETWORK.match(text):
        raise UntrustedError(
            f"“{text}” is not on this computer.",
            mend="Nothing was fetched. Copy the file to a local folder and choose it there.",
        )
    if not text or "\0" in text:
        raise MissingFileError("This is not a file name.", mend="Choose the file again.")
    return Path(path).absolute()


def local_file(path: Path | str) -> Path:
    """The absolute path of a file that is there, is a regular file and is not empty.

    Raises UntrustedError, MissingFileError or UnreadableFileError.
    """
    absolute = local_path(path)
    try:
        size = absolute.stat().st_size
        kind = absolute.is_file()
    except OSError as error:
        raise missing(absolute) from error
    if not kind:
        raise UnreadableFileError(
            f"“{absolute.name}” is not a file.", mend="Choose a file, not a folder or a device."
        )
    if size == 0:
        raise UnreadableFileError(
            f"“{absolute.name}” is empty (0 bytes).", mend="Copy it again from where it came."
        )
    return absolute


def missing(path: Path) -> MissingFileError:
    """The error for a file that is not there or may not be read."""
    return MissingFileError(
        f"“{path.name}” is not there, or cannot be opened.",
        mend=f"Relink it, or put it back at {path}.",
    )


def free_name(path: Path) -> Path:
    """The path itself while it is free, otherwise name-2, name-3 and so on beside it."""
    if not _taken(path):
        return path
    match = _NUMBERED.fullmatch(path.stem)
    stem, number = (match["stem"], int(match["number"])) if match else (path.stem, 1)
    while True:
        number += 1
        candidate = path.with_name(f"{stem}-{number}{path.suffix}")
        if not _taken(candidate):
            return candidate


def _taken(path: Path) -> bool:
    return path.exists() or path.is_symlink()
