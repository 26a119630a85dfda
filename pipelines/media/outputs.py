"""How a file is put in place: space looked at first, a temporary beside it, then one rename."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from pipelines.errors import OutputError
from pipelines.media.paths import free_name

SPARE_BYTES = 32 << 20
"""Left free on the disk besides the estimate."""


def require_space(folder: Path, needed: int) -> None:
    """Raise OutputError unless `folder` is there and has `needed` bytes and some to spare."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise OutputError(
            f"The folder “{folder}” is not there, or cannot be opened.",
            mend="Make it, or choose another folder.",
        ) from error
    if free < needed + SPARE_BYTES:
        raise OutputError(
            f"“{folder}” has {_megabytes(free)} free; this needs about "
            f"{_megabytes(needed + SPARE_BYTES)}.",
            mend="Nothing was written. Free some space, or choose another disk.",
        )


@contextmanager
def temporary_beside(target: Path) -> Generator[Path]:
    """A name for a temporary file in the folder of `target`, gone when the block ends."""
    temporary = target.with_name(f".{target.stem[:100]}.{uuid4().hex[:8]}.part")
    try:
        yield temporary
    except OSError as error:
        raise output_error(target, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def place(temporary: Path, target: Path) -> Path:
    """Put a finished file on a name that is still free, and return that name.

    A link never overwrites; where links are not known, an empty file reserves the name.
    """
    _sync_file(temporary)
    while True:
        name = free_name(target)
        try:
            os.link(temporary, name)
        except FileExistsError:
            continue
        except OSError:
            if not _reserved(name):
                continue
            temporary.replace(name)
        _sync_folder(name.parent)
        return name


def replace(temporary: Path, target: Path) -> None:
    """Put a finished file in the place of whatever has its name."""
    _sync_file(temporary)
    temporary.replace(target)
    _sync_folder(target.parent)


def output_error(target: Path, error: OSError) -> OutputError:
    """What to tell the person when writing `target` failed."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return OutputError(
            f"The disk became full while writing “{target.name}”.",
            mend="The unfinished file was removed. Free some space, or choose another disk.",
        )
    reason = error.strerror or type(error).__name__
    return OutputError(
        f"“{target.name}” could not be written: {reason}.",
        mend="Nothing was left behind. Check the folder's permissions, or choose another one.",
    )


def _reserved(name: Path) -> bool:
    try:
        name.open("xb").close()
    except FileExistsError:
        return False
    return True


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"
