"""Fetches parts from the hub, or from a mirror of it: what would be fetched first, then the files.

The hub's own library does the work: a file lands in its cache under a name of its own, whole or
not at all. Its other way of transfer (xet) is left off: it keeps a second copy and cannot be
stopped in the middle.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import psutil
from filelock import FileLock

from pipelines.errors import OutputError
from pipelines.models.catalogue import Part
from pipelines.models.checking import BytesDone
from pipelines.models.places import allows, repository_folder
from pipelines.models.records import FileRecord
from pipelines.models.refusals import DamagedError, FetchError, OfflineError

SPARE_BYTES = 1 << 30
"""Left free on a disk that models are fetched to."""
_CHUNK = 1 << 20
"""Bytes between two words of progress: the library's own 10 MiB take long on a slow line."""
_AGAIN = "What was finished is kept. Fetch it again; only what is missing comes."


class FetchPlan(NamedTuple):
    """What fetching a part would bring: the commit, all of its files, and those that are here."""

    commit: str
    files: Mapping[str, FileRecord]
    here: frozenset[str]

    @property
    def bytes(self) -> int:
        """What the part takes."""
        return sum(file.size for file in self.files.values())

    @property
    def bytes_left(self) -> int:
        """What would be fetched."""
        return sum(file.size for name, file in self.files.items() if name not in self.here)


@dataclass(frozen=True)
class Hub:
    """Where models are fetched from. `endpoint` empty: the hub itself, or HF_ENDPOINT's mirror.

    `token` is asked for only when a download begins, and is never written anywhere.
    """

    cache: Path
    endpoint: str = ""
    offline: bool = False
    token: Callable[[], str | None] = lambda: None

    def plan(self, part: Part) -> FetchPlan:
        """Ask what a part is made of. Raises FetchError."""
        api = self._api()
        with _told(part.repository):
            info = api.repo_info(part.repository, revision=part.revision or None)
            commit = str(info.sha)
            tree = list(api.list_repo_tree(part.repository, recursive=True, revision=commit))
        files = {one.path: _record(one) for one in tree if _is_file(one) and allows(part, one.path)}
        _check_plan(part, files)
        root = repository_folder(self.cache, part.repository) / "snapshots" / commit
        here = frozenset(name for name, file in files.items() if _has(root / name, file.size))
        return FetchPlan(commit, files, here)

    def fetch(self, part: Part, plan: FetchPlan, progress: BytesDone) -> None:
        """Bring what is missing. `progress` is told bytes done of all; raises Cancelled to stop.

        Two processes that want the same part take turns; the second finds the files. Raises
        FetchError or OutputError; files that are whole stay.
        """
        folder = repository_folder(self.cache, part.repository)
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".storyloom.lock"):
            root = folder / "snapshots" / plan.commit
            missing = [
                name for name, file in plan.files.items() if not _has(root / name, file.size)
            ]
            left = sum(plan.files[name].size for name in missing)
            check_room(self.cache, left)
            sweep(folder)
            done = plan.bytes - left
            for name in missing:
                self._fetch_file(part, plan, name, _Counted(progress, done, plan.bytes))
                done += plan.files[name].size
                progress(done, plan.bytes)

    def _fetch_file(self, part: Part, plan: FetchPlan, name: str, counted: _Counted) -> None:
        hub = self._library()
        with _told(part.repository, name), _no_leftovers(self.cache, part):
            hub.hf_hub_download(
                part.repository,
                name,
                revision=plan.commit,
                cache_dir=self.cache,
                endpoint=self._endpoint,
                token=self.token() or False,
                tqdm_class=_bar_of(counted),
            )

    @property
    def _endpoint(self) -> str | None:
        return self.endpoint or os.environ.get("HF_ENDPOINT") or None

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
        os.environ["HF_HUB_DISABLE_XET"] = "1"
        os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
        constants: Any = import_module("huggingface_hub.constants")
        constants.DOWNLOAD_CHUNK_SIZE = _CHUNK
        return import_module("huggingface_hub")


def check_room(folder: Path, wanted: int) -> None:
    """Raise OutputError where a disk has not enough space for so many bytes and some to spare."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    free = shutil.disk_usage(there).free
    if wanted and free < wanted + SPARE_BYTES:
        raise OutputError(
            f"“{folder}” has {gigabytes(free)} free; this needs {gigabytes(wanted + SPARE_BYTES)}.",
            mend="Nothing was fetched. Free some space, or keep models on another disk (HF_HOME).",
        )


def sweep(folder: Path) -> int:
    """Take away what broken-off downloads left in a repository's folder; how many bytes it was.

    What any program has open is still at work.
    """
    left = list((folder / "blobs").glob("*.incomplete"))
    if not left:
        return 0
    busy = _open_files()
    freed = 0
    for path in left:
        if str(path.resolve()) not in busy:
            freed += path.stat().st_size
            path.unlink(missing_ok=True)
    return freed


def gigabytes(count: int) -> str:
    """A size for a person."""
    return f"{count / 1e9:,.1f} GB" if count >= 1e8 else f"{count / 1e6:,.1f} MB"


class _Counted:
    """Bytes of one file, told as bytes of all."""

    def __init__(self, progress: BytesDone, before: int, total: int) -> None:
        self._progress = progress
        self._done = before
        self._total = total

    def add(self, count: float) -> None:
        """So many more, or fewer where the file begins again. Raises Cancelled."""
        self._done += round(count)
        self._progress(self._done, self._total)


def _bar_of(counted: _Counted) -> type[Any]:
    """The library's progress bar, which tells us instead of drawing itself."""
    tqdm = import_module("tqdm").tqdm

    class Bar(tqdm):
        monitor_interval = 0  # else a thread stays behind for each download

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **{**options, "disable": True})

        def update(self, n: float | None = 1) -> None:
            counted.add(n or 0)

    return Bar


@contextmanager
def _no_leftovers(cache: Path, part: Part) -> Generator[None]:
    """What is broken off leaves nothing behind."""
    try:
        yield
    finally:
        sweep(repository_folder(cache, part.repository))


@contextmanager
def _told(repository: str, name: str = "") -> Generator[None]:
    """Turn what the hub's library raises into words."""
    what = f"{repository}/{name}" if name else repository
    try:
        yield
    except OSError as error:
        raise _in_words(error, repository, what) from error
    except import_module("httpx2").TransportError as error:
        raise _unreached(error, what) from error


def _in_words(error: OSError, repository: str, what: str) -> Exception:
    errors = import_module("huggingface_hub.errors")
    match error:
        case errors.LocalEntryNotFoundError():  # it was not reached, and nothing is here
            why = error.__cause__
            return (
                _in_words(why, repository, what)
                if isinstance(why, OSError)
                else _unreached(why, what)
            )
        case errors.GatedRepoError():
            return FetchError(
                f"“{repository}” asks for an account that has agreed to its licence.",
                mend="Agree on its page of the hub, and give a token of yours in the model window.",
            )
        case errors.RepositoryNotFoundError() | errors.RevisionNotFoundError():
            return FetchError(
                f"The hub has no “{what}”, or not at this revision, or not for this account.",
                mend=f"Look whether it was renamed, or give a token in the model window. {_AGAIN}",
            )
        case errors.EntryNotFoundError():
            return FetchError(f"“{what}” is not there any more.", mend=_AGAIN)
        case errors.HfHubHTTPError():
            return FetchError(
                f"The hub answered {error.response.status_code} for “{what}”.", mend=_AGAIN
            )
        case OSError(errno=errno.ENOSPC | errno.EDQUOT | errno.EFBIG):
            return OutputError(
                f"The disk became full while fetching “{what}”.",
                mend=f"The unfinished file was removed. Free some space. {_AGAIN}",
            )
        case _:
            return FetchError(f"“{what}” broke off: {_first_line(error)}.", mend=_AGAIN)


def _unreached(error: BaseException | None, what: str) -> FetchError:
    return FetchError(
        f"The hub cannot be reached for “{what}”: {_first_line(error)}.",
        mend=f"Look at the network, or name a mirror in HF_ENDPOINT. {_AGAIN}",
    )


def _first_line(error: BaseException | None) -> str:
    lines = str(error or "").strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__


def _is_file(entry: Any) -> bool:
    return hasattr(entry, "blob_id")


def _record(entry: Any) -> FileRecord:
    """A file as the hub's list of a repository tells of it."""
    if entry.lfs is not None:
        return FileRecord(int(entry.lfs.size), f"sha256:{entry.lfs.sha256}")
    return FileRecord(int(entry.size), f"git:{entry.blob_id}")


def _check_plan(part: Part, files: Mapping[str, FileRecord]) -> None:
    """Refuse a repository that lacks what the part names, or that holds other hashes."""
    lacking = [
        pattern
        for pattern in part.files
        if ("*" not in pattern or pattern.endswith(".safetensors"))
        and not any(fnmatchcase(name, pattern) for name in files)
    ]
    if lacking:
        raise FetchError(
            f"“{part.repository}” has no {', '.join(lacking)}.",
            mend="Only safetensors are fetched. Another revision or repository may hold them.",
        )
    for name, digest in part.hashes.items():
        told = files.get(name)
        if told is not None and told.digest not in ("", f"sha256:{digest}"):
            raise DamagedError(
                f"The hub offers another “{name}” of “{part.repository}” than the catalogue names.",
                mend="Nothing was fetched. Update Storyloom, or look who changed the repository.",
            )


def _has(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def _open_files() -> set[str]:
    """The files that programs of this person have open, as far as the system tells."""
    found: set[str] = set()
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            found |= {one.path for one in process.open_files()}
    return found
