"""Saving a `.loom` file: whole or not at all, with three backups. What is unchanged is copied."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import zipfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from time import time

from nodes.loom.directory import MIMETYPE, MIMETYPE_NAME, PREVIEW_NAME, PROJECT_NAME
from nodes.loom.pack import compress_tile, encode_pack, pack_name, tiles_of
from nodes.loom.project_json import MOST_BYTES as MOST_PROJECT_BYTES
from nodes.loom.reader import LoomReader
from nodes.loom.refusals import DamagedLoomError
from pipelines.errors import OutputError, ProjectError
from pipelines.painting.tiles import TileSource
from pipelines.panels import Layer

Packs = dict[str, Sequence[str]]
"""The sorted digests of each pack, by the pack's name."""

BACKUPS = 3
_THREADS = min(4, os.cpu_count() or 1)
_AT_ONCE = 64
_LEAST_TILE_BYTES = 2048
"""A guess from below, for looking at the free space before anything is written."""
_STRAY_SECONDS = 3600
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_OLD_IS_SAFE = "The project as it was saved before is untouched, and this drawing is still open."


def write_loom(
    path: Path,
    project: bytes,
    layers: Iterable[Layer],
    tiles: TileSource,
    *,
    preview: bytes | None = None,
    previous: Path | None = None,
) -> None:
    """Save a project: its JSON text, the tiles of its layers and a preview (a PNG file).

    Packs of layers that `previous` holds too (often `path` itself) are copied from it. The file
    that was at `path` becomes the first of three backups. Raises OutputError, or what `tiles`
    raises, and then the old file is as it was.
    """
    target = Path(os.path.realpath(path))
    packs: Packs = {pack_name(names): names for layer in layers if (names := tiles_of(layer))}
    texts = {MIMETYPE_NAME: MIMETYPE, PROJECT_NAME: project}
    if preview is not None:
        texts[PREVIEW_NAME] = preview
    if len(project) > MOST_PROJECT_BYTES:
        raise OutputError(
            f"The project's text is over {MOST_PROJECT_BYTES >> 20} MB and would not open again.",
            mend=f"{_OLD_IS_SAFE} Split it into two projects.",
        )
    with _told(target), _temporary(target) as temporary:
        with _opened(previous) as old:
            _check_room(target.parent, texts, packs, old)
            _write(temporary, texts, packs, tiles, old)
        _check(temporary)
        _rotate(target)
        temporary.replace(target)
        _sync_folder(target.parent)


def _write(
    temporary: Path,
    texts: dict[str, bytes],
    packs: Packs,
    tiles: TileSource,
    old: LoomReader | None,
) -> None:
    with temporary.open("r+b") as file, ThreadPoolExecutor(_THREADS) as pool:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name, content in texts.items():
                archive.writestr(_entry(name), content)
            for name, digests in packs.items():
                pack = _copied(old, name)
                if pack is None:
                    pack = encode_pack(digests, _compressed(digests, tiles, pool))
                archive.writestr(_entry(f"tiles/{name}.pack"), pack)
        file.flush()
        os.fsync(file.fileno())


def _compressed(
    digests: Sequence[str], tiles: TileSource, pool: ThreadPoolExecutor
) -> Iterator[bytes]:
    """Tiles are read here, in order, since a source may belong to one thread."""
    for at in range(0, len(digests), _AT_ONCE):
        some = [tiles.read(digest) for digest in digests[at : at + _AT_ONCE]]
        yield from pool.map(compress_tile, some)


def _copied(old: LoomReader | None, name: str) -> bytes | None:
    """A pack as the previous file has it, unless it is damaged there."""
    if old is None or name not in old.packs:
        return None
    try:
        return old.read_pack(name)
    except DamagedLoomError:
        return None


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


@contextmanager
def _opened(previous: Path | None) -> Generator[LoomReader | None]:
    """The previous file, where there is one that can be read."""
    reader = None
    if previous is not None:
        with suppress(ProjectError):
            reader = LoomReader(previous)
    try:
        yield reader
    finally:
        if reader is not None:
            reader.close()


@contextmanager
def _temporary(target: Path) -> Generator[Path]:
    """An empty file beside the target, gone at the end unless it was renamed."""
    prefix = f".{target.name}.saving-"
    for stray in target.parent.glob(f".{_literal(target.name)}.saving-*"):
        with suppress(OSError):
            if stray.stat().st_mtime < time() - _STRAY_SECONDS:
                stray.unlink()
    temporary = target.with_name(prefix + secrets.token_hex(6))
    temporary.touch(exist_ok=False)
    try:
        with suppress(OSError):
            shutil.copymode(target, temporary)
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _literal(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _check_room(
    folder: Path,
    texts: dict[str, bytes],
    packs: Packs,
    old: LoomReader | None,
) -> None:
    needed = sum(len(content) for content in texts.values())
    for name, digests in packs.items():
        if old is not None and name in old.packs:
            needed += old.pack_size(name)
        else:
            needed += len(digests) * _LEAST_TILE_BYTES
    if shutil.disk_usage(folder).free < needed:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _check(temporary: Path) -> None:
    """What was written must open again."""
    try:
        LoomReader(temporary).close()
    except ProjectError as error:
        raise OutputError(
            f"The project was not saved, because it would not open again. {error.message}",
            mend=f"{_OLD_IS_SAFE} Save it under another name or on another disk.",
        ) from error


def _rotate(target: Path) -> None:
    """Make the file at the target its first backup, too. At no moment is there no file."""
    if not target.is_file():
        return
    names = [target.with_name(f"{target.name}.bak{number + 1}") for number in range(BACKUPS)]
    for newer, older in reversed(list(pairwise(names))):
        if newer.exists():
            newer.replace(older)
    copy = names[0].with_name(f".{target.name}.saving-{secrets.token_hex(6)}")
    try:
        os.link(target, copy)
    except OSError:
        shutil.copy2(target, copy)
    copy.replace(names[0])


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _told(target: Path) -> Generator[None]:
    """Tell a failure of the disk in words."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            why, mend = "there is no room left on the disk", "Make room, or save to another disk."
        elif error.errno in _NOT_ALLOWED:
            why, mend = "there is no permission to write there", "Save it in another folder."
        else:
            why, mend = error.strerror or str(error), "Save it in another folder."
        raise OutputError(
            f"The project was not saved as {target.name}: {why}.", mend=f"{_OLD_IS_SAFE} {mend}"
        ) from error
