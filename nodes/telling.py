"""What a run tells, thinned: progress and previews thirty times a second, a warning once."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from nodes.events import (
    Event,
    NodeFinished,
    NodePreviewed,
    NodeProgressed,
    NodeStarted,
    NodeWarned,
    Origin,
)
from pipelines.values import Image, Mask

REPORT_EVERY = 1 / 30
"""Seconds between two reports of the same kind on the same node."""


class Telling:
    """The events of one run, on their way to whoever watches it."""

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self.emit = emit
        self._started: set[str] = set()
        self._frames: dict[str, tuple[int, float]] = {}
        self._totals: dict[str, int] = {}
        self._furthest: dict[str, tuple[int, int, str]] = {}
        self._laid_out: set[str] = set()
        self._told: dict[tuple[str, str], float] = {}
        self._warned: set[tuple[str, str]] = set()

    def start(self, path: str) -> None:
        """A node's own code is about to be called."""
        if path not in self._started:
            self._started.add(path)
            self.emit(NodeStarted(path))

    def follow(self, path: str, seconds: float, total: int) -> None:
        """A node has laid out `total` frames and is finished once the run is over."""
        frames, before = self._frames.get(path, (0, 0.0))
        self._totals[path] = total
        self._frames[path] = (frames, before + seconds)
        self._laid_out.add(path)

    def made_frame(self, path: str, seconds: float, *, counts: bool) -> None:
        """A node made a frame, or (`counts` false) prepared to make some."""
        frames, before = self._frames.get(path, (0, 0.0))
        self._frames[path] = (frames + counts, before + seconds)
        total = self._totals.get(path, 0)
        self.progress(path, min(frames + counts, total), total)

    def finish_frames(self, missing: Callable[[str], bool]) -> None:
        """Tell the end of the nodes that made frames on demand while others ran."""
        for path, (frames, seconds) in self._frames.items():
            if path in self._laid_out and not missing(path):
                origin = Origin.COMPUTED if path in self._started else Origin.DISK
                self.emit(NodeFinished(path, seconds, origin, frames))

    def progress(self, path: str, done: int, total: int, doing: str = "") -> None:
        """Tell of progress, never of less than before; the last step is always told, and so is
        the first of something else that is done."""
        furthest, of, before = self._furthest.get(path, (0, total, ""))
        is_same = before == doing
        done = max(done, furthest) if is_same and of == total else done
        self._furthest[path] = (done, total, doing)
        if done == total or not is_same or self._is_due(path, "progress"):
            self.emit(NodeProgressed(path, done, total, doing))

    def preview(self, path: str, picture: Image | Mask) -> None:
        """Show a picture of what is being made."""
        if self._is_due(path, "preview"):
            self.emit(NodePreviewed(path, picture))

    def warn(self, path: str, message: str, about: tuple[str, ...] = ()) -> None:
        """Tell something once."""
        if (path, message) not in self._warned:
            self._warned.add((path, message))
            self.emit(NodeWarned(path, message, about))

    def _is_due(self, path: str, kind: str) -> bool:
        now = perf_counter()
        due = now - self._told.get((path, kind), -REPORT_EVERY) >= REPORT_EVERY
        if due:
            self._told[path, kind] = now
        return due
