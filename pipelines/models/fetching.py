"""Fetches parts from the hub, or from a mirror of it: what would be fetched first, then the files.

The hub's own library says what there is; the bytes are read by `transfer`, and a file lands in the
library's cache as the library itself would lay it there, whole, checked, or not at all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from importlib import import_module
from pathlib import Path, PurePosixPath
from time import time
from typing import Any, NamedTuple

import psutil
from filelock import FileLock, Timeout

from pipelines.errors import OutputError
from pipelines.models.catalogue import Part
from pipelines.models.checking import BytesDone, Share
from pipelines.models.hub_words import in_words
from pipelines.models.places import allows, repository_folder
from pipelines.models.records import FileRecord
from pipelines.models.refusals import (
    PICKLES,
    DamagedError,
    FetchError,
    OfflineError,
    PickleError,
)
from pipelines.models.transfer import WAITS, Source, bring

SPARE_BYTES = 1 << 30
"""Left free on a disk that models are fetched to."""
_BEGUN = ".storyloom.incomplete"
_BEGUN_SECONDS = 14 * 86400
_TICK = 0.1


class FetchPlan(NamedTuple):
    """What fetching a part would bring: the commit, all of its files, and those that are here.

    `begun` are bytes of files that were broken off before.
    """

    commit: str
    files: Mapping[str, FileRecord]
    here: frozenset[str]
    begun: Mapping[str, int] = {}

    @property
    def bytes(self) -> int:
        """What the part takes."""
        return sum(file.size for file in self.files.values())

    @property
    def bytes_left(self) -> int:
        """What would be fetched."""
        missing = sum(file.size for name, file in self.files.items() if name not in self.here)
        return missing - sum(self.begun.values())


@dataclass(frozen=True)
class Hub:
    """Where models are fetched from. `endpoint` empty: the hub itself, or HF_ENDPOINT's mirror.

    `token` is asked for only when a download begins, and is never written anywhere.
    """

    cache: Path
    endpoint: str = ""
    offline: bool = False
    token: Callable[[], str | None] = lambda: None
    waits: tuple[float, ...] = WAITS
    """Seconds before each new try of a file."""

    def plan(self, part: Part) -> FetchPlan:
        """Ask what a part is made of. Raises FetchError, PickleError or DamagedError."""
        api = self._api()
        with in_words(part.repository):
            info = api.repo_info(part.repository, revision=part.revision or None)
            commit = str(info.sha)
            tree = list(api.list_repo_tree(part.repository, recursive=True, revision=commit))
        listed = {one.path: one for one in tree if _is_file(one)}
        files = {name: _record(one) for name, one in listed.items() if allows(part, name)}
        _check_plan(part, files, listed.keys() - files.keys())
        root = repository_folder(self.cache, part.repository) / "snapshots" / commit
        here = frozenset(name for name, file in files.items() if _has(root / name, file.size))
        kept = repository_folder(self.cache, part.repository)
        begun = {name: _begun(kept, file) for name, file in files.items() if name not in here}
        return FetchPlan(commit, files, here, begun)

    def fetch(self, part: Part, plan: FetchPlan, progress: BytesDone) -> frozenset[str]:
        """Bring what is missing, and check it; the names of those files.

        `progress` is told bytes done of all; raises Cancelled to stop. Two processes that want the
        same part take turns; the second finds the files. Raises FetchError, DamagedError or
        OutputError; files that are whole stay, and one that was begun is gone on with.
        """
        folder = repository_folder(self.cache, part.repository)
        with in_words(part.repository):
            (folder / "blobs").mkdir(parents=True, exist_ok=True)
        with _turn(folder, partial(progress, plan.bytes - plan.bytes_left, plan.bytes)):
            root = folder / "snapshots" / plan.commit
            missing = [
                name for name, file in plan.files.items() if not _has(root / name, file.size)
            ]
            sweep(folder)
            begun = sum(_begun(folder, plan.files[name]) for name in missing)
            left = sum(plan.files[name].size for name in missing)
            check_room(self.cache, left - begun)
            done = plan.bytes - left
            fetched: set[str] = set()
            for name in missing:
                if self._fetch_file(part, plan, name, Share(progress, done, plan.bytes)):
                    fetched.add(name)
                done += plan.files[name].size
                progress(done, plan.bytes)
            return frozenset(fetched)

    def _fetch_file(self, part: Part, plan: FetchPlan, name: str, progress: Share) -> bool:
        """Put a file into the cache; whether it came now, and so was checked."""
        file = plan.files[name]
        folder = repository_folder(self.cache, part.repository)
        blob = _blob(folder, file)
        came = not _has(blob, file.size)
        with in_words(part.repository, name):
            if came:
                begun = _begun_path(folder, file)
                source = self._source(part, plan, name)
                bring(source, begun, partial(_pass_on, progress, file.size), waits=self.waits)
                begun.replace(blob)
            _point(folder / "snapshots" / plan.commit / name, blob)
        return came

    def _source(self, part: Part, plan: FetchPlan, name: str) -> Source:
        library, utils = self._library(), import_module("huggingface_hub.utils")
        url = library.hf_hub_url(
            part.repository, name, revision=plan.commit, endpoint=self._endpoint
        )
        headers = utils.build_hf_headers(token=self.token() or False)
        file = plan.files[name]
        return Source(url, f"{part.repository}/{name}", headers, file.size, file.digest)

    @property
    def _endpoint(self) -> str | None:
        named = self.endpoint or os.environ.get("HF_ENDPOINT") or None
        if named is not None and not named.startswith(("https://", "http://")):
            raise FetchError(
                f"The mirror “{named}” is no address.",
                mend="Nothing was fetched. Write it as in “https://huggingface.co”.",
            )
        return named

    def _api(self) -> Any:
        library = self._library()
        return library.HfApi(endpoint=self._endpoint, token=self.token() or False)

    def _library(self) -> Any:
        if self.offline or os.environ.get("HF_HUB_OFFLINE", "").lower() in (
            "1",
            "true",
            "yes",
            "on",
        ):
            raise OfflineError
        os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
        return import_module("huggingface_hub")


def check_room(folder: Path, wanted: int) -> None:
    """Raise OutputError where a disk has not enough space for so many bytes and some to spare."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    free = shutil.disk_usage(there).free
    if wanted and free < wanted + SPARE_BYTES:
        raise OutputError(
            f"“{folder}” has {size_words(free)} free; "
            f"this needs {size_words(wanted + SPARE_BYTES)}.",
            mend="Nothing was fetched. Free some space, or keep models on another disk (HF_HOME).",
        )


def sweep(folder: Path, *, keep_begun: bool = True) -> int:
    """Take away what broken-off downloads left in a repository's folder; how many bytes it was.

    What any program has open is still at work. What was begun here stays for a fortnight, since
    fetching goes on with it.
    """
    oldest = time() - _BEGUN_SECONDS
    left = {
        path: found
        for path in (folder / "blobs").glob("*.incomplete")
        if (found := _stat(path))
        and not (keep_begun and path.name.endswith(_BEGUN) and found.st_mtime > oldest)
    }
    if not left:
        return 0
    busy = _open_files()
    freed = 0
    for path, found in left.items():
        if str(path.resolve()) not in busy:
            freed += found.st_size
            path.unlink(missing_ok=True)
    return freed


def begun_bytes(folder: Path) -> int:
    """What fetching has begun in a repository's folder."""
    begun = (_stat(path) for path in (folder / "blobs").glob(f"*{_BEGUN}"))
    return sum(one.st_size for one in begun if one is not None)


def size_words(count: int) -> str:
    """A size for a person, as the window words it: "17.7 GiB"."""
    for unit, power in (("GiB", 30), ("MiB", 20)):
        if count >= 1 << power:
            return f"{count / (1 << power):,.1f} {unit}"
    return f"{count / 1024:,.0f} KiB"


def _pass_on(progress: Share, size: int, there: int) -> None:
    progress(there, size)


def _blob(folder: Path, file: FileRecord) -> Path:
    """Where the cache keeps the bytes of a file, named by their digest as the hub's programs do."""
    return folder / "blobs" / file.digest.partition(":")[2]


def _begun_path(folder: Path, file: FileRecord) -> Path:
    blob = _blob(folder, file)
    return blob.with_name(blob.name + _BEGUN)


def _begun(folder: Path, file: FileRecord) -> int:
    """The bytes of a file that came before it was broken off."""
    found = _stat(_begun_path(folder, file))
    return min(found.st_size, file.size) if found is not None else 0


def _point(name: Path, blob: Path) -> None:
    """Let a name of a commit stand for bytes; without links, it is the bytes."""
    name.parent.mkdir(parents=True, exist_ok=True)
    name.unlink(missing_ok=True)
    try:
        name.symlink_to(os.path.relpath(blob, name.parent))
    except (OSError, NotImplementedError):  # Windows, for a person who may not make links
        blob.replace(name)


def _is_file(entry: Any) -> bool:
    return hasattr(entry, "blob_id")


def _record(entry: Any) -> FileRecord:
    """A file as the hub's list of a repository tells of it."""
    if entry.lfs is not None:
        return FileRecord(int(entry.lfs.size), f"sha256:{entry.lfs.sha256}")
    return FileRecord(int(entry.size), f"git:{entry.blob_id}")


def _check_plan(part: Part, files: Mapping[str, FileRecord], others: Iterable[str]) -> None:
    """Refuse a repository that lacks what the part names, or that holds other hashes.

    `others` are the files of the repository that are not of the part.
    """
    lacking = [
        pattern
        for pattern in part.files
        if ("*" not in pattern or pattern.endswith(".safetensors"))
        and not any(fnmatchcase(name, pattern) for name in files)
    ]
    folders = {PurePosixPath(name).parent for name in lacking if name.endswith(".safetensors")}
    beside = sorted(name for name in others if PurePosixPath(name).parent in folders)
    pickles = [name for name in beside if PurePosixPath(name).suffix in PICKLES]
    if pickles and not any(name.endswith(".safetensors") for name in beside):
        raise PickleError(f"{part.repository}/{pickles[0]}")
    if lacking:
        raise FetchError(
            f"“{part.repository}” has no {', '.join(lacking)}.",
            mend="Nothing was fetched. Another revision or repository may hold them.",
        )
    for name, digest in part.hashes.items():
        told = files.get(name)
        if told is not None and told.digest not in ("", f"sha256:{digest}"):
            raise DamagedError(
                f"The hub offers another “{name}” of “{part.repository}” than the catalogue names.",
                mend="Nothing was fetched. Update Storyloom, or look who changed the repository.",
            )


def _has(path: Path, size: int) -> bool:
    found = _stat(path)
    return found is not None and found.st_size == size


def _stat(path: Path) -> os.stat_result | None:
    """What the disk knows of a file; None where it is not there."""
    try:
        return path.stat()
    except OSError:
        return None


@contextmanager
def _turn(folder: Path, waiting: Callable[[], None]) -> Generator[None]:
    """Work in a repository's folder when no other process does. `waiting` is called until then."""
    lock = FileLock(folder / ".storyloom.lock")
    while not _is_acquired(lock):
        waiting()
    try:
        yield
    finally:
        lock.release()


def _is_acquired(lock: FileLock) -> bool:
    try:
        lock.acquire(timeout=_TICK)
    except Timeout:
        return False
    return True


def _open_files() -> set[str]:
    """The files that programs of this person have open, as far as the system tells."""
    found: set[str] = set()
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            found |= {one.path for one in process.open_files()}
    return found
