"""Where the files of a part lie: in a cache laid out as the hub's own programs do, or in a folder.

Nothing here touches the network or imports the hub's library, so that looking is quick.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from pipelines.models.catalogue import Part

_COMMIT = re.compile(r"[0-9a-f]{40}")
_INDEX = ".safetensors.index.json"


class Held(NamedTuple):
    """A file of a part that is on this machine; `written` is when, nanoseconds since 1970."""

    path: Path
    size: int
    written: int = 0


class OnDisk(NamedTuple):
    """What of a part is on this machine: files by name within their `root`, and what lacks."""

    root: Path | None
    commit: str
    files: Mapping[str, Held]
    missing: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything is there that can be known to belong to it."""
        return self.root is not None and not self.missing

    @property
    def bytes(self) -> int:
        """What its files take."""
        return sum(held.size for held in self.files.values())


def hub_cache() -> Path:
    """The cache that programs of the hub share here; the environment may name another."""
    named = os.environ.get("HF_HUB_CACHE") or os.environ.get("HUGGINGFACE_HUB_CACHE")
    if named:
        return Path(named).expanduser()
    home = os.environ.get("HF_HOME") or Path(
        os.environ.get("XDG_CACHE_HOME", "~/.cache"), "huggingface"
    )
    return Path(home).expanduser() / "hub"


def repository_folder(cache: Path, repository: str) -> Path:
    """Where the cache keeps a repository."""
    return cache / f"models--{repository.replace('/', '--')}"


def allows(part: Part, name: str) -> bool:
    """Whether a file of a repository belongs to a part. A * does not reach into folders."""
    return any(
        fnmatchcase(name, pattern) and name.count("/") == pattern.count("/")
        for pattern in part.files
    )


def files_of(part: Part) -> list[tuple[str, Held]]:
    """The files in a folder of the user's that belong to a part."""
    root = Path(part.folder).expanduser()
    return list(_listed(part, root)) if root.is_dir() else []


def look(part: Part, cache: Path, commit: str = "", known: Iterable[str] = ()) -> OnDisk:
    """What of a part is on this machine.

    `commit` is the one that was fetched, where that was recorded, and `known` the names of the
    files that it has then. Without them it is the newest that the cache has, and as much is asked
    for as the files say of each other.
    """
    root, commit = _root(part, cache, commit)
    if root is None:
        return OnDisk(None, commit, {}, tuple(known) or part.files)
    files = dict(_listed(part, root))
    wanted = tuple(known) or (*_without_a_file(part, files), *_missing_shards(files))
    return OnDisk(root, commit, files, tuple(name for name in wanted if name not in files))


def _root(part: Part, cache: Path, commit: str) -> tuple[Path | None, str]:
    if part.folder:
        folder = Path(part.folder).expanduser()
        return (folder if folder.is_dir() else None), ""
    kept = repository_folder(cache, part.repository)
    commit = part.revision or commit or _newest(kept)
    root = kept / "snapshots" / commit
    return (root if commit and root.is_dir() else None), commit


def _newest(kept: Path) -> str:
    """The commit that the branch main stood at when something of it was fetched last."""
    try:
        words = (kept / "refs" / "main").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return words if _COMMIT.fullmatch(words) else ""


def _listed(part: Part, root: Path) -> Iterator[tuple[str, Held]]:
    folders = {pattern.rpartition("/")[0] for pattern in part.files}
    for folder in sorted(folders):
        try:
            entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if allows(part, name):
                yield from _held(name, Path(entry.path))


def _held(name: str, path: Path) -> Iterator[tuple[str, Held]]:
    try:
        found = path.stat()
        yield name, Held(path, found.st_size, found.st_mtime_ns)
    except OSError:  # a link whose blob was taken away
        return


def _without_a_file(part: Part, files: Mapping[str, Held]) -> Iterator[str]:
    """Names that are not there, and patterns of weights that no file fits."""
    for pattern in part.files:
        must_be = "*" not in pattern or pattern.endswith(".safetensors")
        if must_be and not any(fnmatchcase(name, pattern) for name in files):
            yield pattern


def _missing_shards(files: Mapping[str, Held]) -> Iterator[str]:
    """Files that an index of shards names and that are not there."""
    for name, held in files.items():
        if not name.endswith(_INDEX):
            continue
        folder = name.rpartition("/")[0]
        try:
            shards = set(json.loads(held.path.read_bytes())["weight_map"].values())
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            yield name
            continue
        for shard in sorted(shards):
            full = f"{folder}/{shard}" if folder else str(shard)
            if full not in files:
                yield full
