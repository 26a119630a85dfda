"""Who holds a project and a session: locks that end with the process that took them."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from nodes.working_store.refusals import ProjectInUseError
from pipelines.digest import digest_text

LOCKS = "locks"
_ALIVE = "alive.lock"


class Claim:
    """A session, and the project file it belongs to, held against every other program."""

    def __init__(self, session: Path, project: Path | None) -> None:
        """Take both. Raises ProjectInUseError, with nothing taken."""
        self._folder = session.parent / LOCKS
        self._project: FileLock | None = None
        with ExitStack() as undoing:
            self._session = _taken(session / _ALIVE, project.name if project else "The project")
            undoing.callback(self._session.release)
            if project is not None:
                self._project = self._taken_for(project)
            undoing.pop_all()

    @contextmanager
    def moving(self, project: Path) -> Generator[None]:
        """Hold another project file, too, and only that one if all goes well within.

        Raises ProjectInUseError.
        """
        if self._project is not None and self._lock_of(project) == Path(self._project.lock_file):
            yield
            return
        taken = self._taken_for(project)
        with ExitStack() as undoing:
            undoing.callback(taken.release)
            yield
            undoing.pop_all()
        if self._project is not None:
            self._project.release()
        self._project = taken

    def release(self) -> None:
        """Let everything go. A second call does nothing."""
        self._session.release()
        if self._project is not None:
            self._project.release()

    def _taken_for(self, project: Path) -> FileLock:
        self._folder.mkdir(parents=True, exist_ok=True)
        return _taken(self._lock_of(project), project.name)

    def _lock_of(self, project: Path) -> Path:
        name = digest_text(os.path.normcase(project.resolve()))
        return self._folder / f"{name}.lock"


def _taken(path: Path, name: str) -> FileLock:
    lock = FileLock(path, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise ProjectInUseError(name) from None
    return lock
