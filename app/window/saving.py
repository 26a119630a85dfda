"""Saving while work goes on: captured at once, written in a thread, told when it is done."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QEventLoop, QObject, QThread, QTimer, Signal, Slot

from app.frames.client import FrameClient
from app.window.project_in_hand import ProjectInHand
from nodes.evaluator import sinks_of
from nodes.frame_serving.messages import ArrivedFrame, FrameState, Raster
from nodes.working_store import Checkpoint, FileState
from pipelines.errors import OutputError, StoryloomError
from widgets.pictures import to_qimage

PREVIEW_SIZE = (472, 264)
"""Width and height that a project's picture fits into."""
_PREVIEW_VIEW = "project picture"
_PREVIEW_MS = 700
"""How long a save waits for the picture at most."""


class _Wish(NamedTuple):
    project: ProjectInHand
    path: Path
    overwrites: bool


class Saving(QObject):
    """Saves projects, one at a time. A wish that comes meanwhile is fulfilled next."""

    saved = Signal(object)
    """The Path that now holds what was captured."""
    refused = Signal(object)
    """A Path that another program has written since: nothing was saved."""
    failed = Signal(object, object)
    """A Path and why it was not written; the project is unsaved, as it was."""
    changed = Signal()
    """A save began or ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client: FrameClient | None = None
        self._thread: _SaveThread | None = None
        self._wish: _Wish | None = None
        self._next: _Wish | None = None
        self._checkpoint: Checkpoint | None = None
        self._was_clean = False
        self._serial = 0
        self._picture: Raster | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._waiting.timeout.connect(self._write)

    @property
    def is_busy(self) -> bool:
        """Whether something is being saved."""
        return self._wish is not None

    def target_of(self, project: ProjectInHand) -> Path | None:
        """Where a project lies once what is being saved is saved."""
        for wish in (self._next, self._wish):
            if wish is not None and wish.project is project:
                return wish.path
        return project.path

    def save(
        self,
        project: ProjectInHand,
        path: Path,
        client: FrameClient | None = None,
        *,
        overwrites: bool = False,
    ) -> None:
        """Save a project as it stands now. `client` is asked for its first picture.

        Its own file is only written over where no other program wrote it, unless that is meant.
        """
        wish = _Wish(project, path, overwrites)
        if self._wish is not None:
            self._next = wish
            return
        self._wish = wish
        self._was_clean = not project.is_unsaved
        self._checkpoint = project.capture()
        self._ask_picture(project, client)
        self.changed.emit()

    def finish(self) -> None:
        """Wait until everything is saved or has failed. Timers and other threads go on."""
        while self.is_busy:
            loop = QEventLoop()
            self.changed.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def close(self) -> None:
        """Wait for what is being written, in a hurry: nobody is told what became of it."""
        self._waiting.stop()
        if self._thread is not None:
            self._thread.wait()

    def _ask_picture(self, project: ProjectInHand, client: FrameClient | None) -> None:
        self._picture = None
        goals = sinks_of(project.snapshot()) if client is not None else []
        if client is None or not goals:
            self._write()
            return
        if client is not self._client:
            self._client = client
            client.frame_arrived.connect(self._on_frame_arrived)
        self._serial = client.request(_PREVIEW_VIEW, goals[0], "", 0, PREVIEW_SIZE)
        self._waiting.start()

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        is_ours = answer.view == _PREVIEW_VIEW and answer.serial == self._serial
        if is_ours and self._waiting.isActive():
            if answer.state in (FrameState.SHOWN, FrameState.STALE):
                self._picture = arrived.raster
            self._waiting.stop()
            if self._client is not None:
                self._client.cancel(_PREVIEW_VIEW)  # nothing of it is held any longer
            self._write()

    @Slot()
    def _write(self) -> None:
        assert self._wish is not None and self._checkpoint is not None
        self._thread = _SaveThread(self._wish, self._checkpoint, self._picture, self)
        self._thread.finished.connect(self._on_written)
        self._thread.start()

    @Slot()
    def _on_written(self) -> None:
        thread, wish = self._thread, self._wish
        assert thread is not None and wish is not None
        self._thread, self._wish, self._checkpoint = None, None, None
        thread.deleteLater()
        following, self._next = self._next, None
        if thread.is_saved:
            wish.project.was_saved(wish.path)
            self.saved.emit(wish.path)
        else:
            wish.project.was_not_saved(was_clean=self._was_clean)
            if thread.is_refused:
                self.refused.emit(wish.path)
            else:
                self.failed.emit(wish.path, thread.error or _broken_off())
        if following is not None:
            self.save(
                following.project,
                following.path,
                self._client,
                overwrites=following.overwrites,
            )
        self.changed.emit()


class _SaveThread(QThread):
    """One save."""

    def __init__(
        self,
        wish: _Wish,
        checkpoint: Checkpoint,
        picture: Raster | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.error: StoryloomError | None = None
        self.is_refused = False
        self.is_saved = False
        """It went well. A mistake of the program, which its hook tells of, leaves no `error`."""
        self._store = wish.project.store
        self._is_own = wish.path == wish.project.path and not wish.overwrites
        self._checkpoint = checkpoint
        self._path = wish.path
        self._picture = picture

    def run(self) -> None:
        if self._is_own and self._store.file_state() is FileState.CHANGED:
            self.is_refused = True
            return
        preview = as_png(self._picture) if self._picture is not None else None
        try:
            self._store.save(self._checkpoint, self._path, preview=preview)
            self.is_saved = True
        except StoryloomError as error:
            self.error = error


def _broken_off() -> OutputError:
    return OutputError(
        "The program made a mistake while it saved.",
        mend="The drawing is still open and as it was. Save it again, or under another name.",
    )


def as_png(raster: Raster) -> bytes:
    """A picture as a small file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    to_qimage(raster).save(buffer, "PNG")  # type: ignore[call-overload] - stubs want bytes
    return bytes(buffer.data().data())
