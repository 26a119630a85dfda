"""What brings into a window, while the start page is already seen, all that a project needs."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QGradient
from PySide6.QtWidgets import QApplication

from app.window.aside import await_all
from app.window.main_window import MainWindow

if TYPE_CHECKING:
    from app.window.run_desk import RunDesk
    from app.window.viewing import Viewing

_UNSEEN_MS = 500
"""A window that is not painted by then is minimised or covered: it is furnished all the same."""
_ASIDE_SECONDS = 2.0
"""What widgets asked for and nobody waits for any more may still have so long at the end."""
_NEEDED = ("app.window.viewing", "app.window.speaking", "app.window.project_files")
_SOON_NEEDED = (
    "app.window.film_export",
    "app.window.models",
    "app.window.notifier",
    "app.window.drops",
)
_FOR_A_PROJECT = (
    "app.window.run_panel",
    "app.window.top_bar",
    "app.window.project_views",
    "app.window.outlining",
    "widgets.command_palette",
)


class _Loading(QThread):
    """Loads modules away from the GUI thread, which goes on between their lines."""

    def run(self) -> None:
        from nodes.registry import library

        with suppress(ImportError):  # raised again where the module is used
            for name in (*_NEEDED, *_SOON_NEEDED, *_FOR_A_PROJECT):
                importlib.import_module(name)
            library()


class _Warming(QThread):
    """Loads, once all is there, what the first stroke would wait for."""

    def run(self) -> None:
        from pipelines.painting.brush import paper_tooth

        with suppress(ImportError):  # raised again where it is used
            importlib.import_module("cv2")
            paper_tooth()


class Furnishing(QObject):
    """Begins once the window was painted. Whoever needs it at once says `finish`."""

    finished = Signal()
    _loaded = Signal()

    def __init__(self, window: MainWindow, state: Path, results: Path) -> None:
        super().__init__(window)
        self.window = window
        self._state = state
        self._results = results
        self._project: Path | None = None
        self._desk: RunDesk | None = None
        self._viewing: Viewing | None = None
        self._is_begun = self._is_loaded = False
        self._loading = _Loading(self)
        self._loading.finished.connect(self._on_loaded)
        self._warming = _Warming(self)
        self._steps = self._made_steps()
        self._due = QTimer(self, singleShot=True, interval=_UNSEEN_MS)
        self._due.timeout.connect(self._loading.start)
        self._stepping = QTimer(self, interval=0)
        self._stepping.timeout.connect(self._on_step)
        window.wanted.connect(self.finish)

    def begin(self, project: Path | None = None) -> None:
        """Furnish the window soon, bring back what was queued, and open a project."""
        self._project = project
        self._is_begun = True
        self.finished.connect(self._on_finished)
        self.window.start_page.installEventFilter(self)
        self._due.start()

    @Slot()
    def finish(self) -> None:
        """Furnish the window now. Again: nothing."""
        if self.window.is_furnished or (self._is_begun and not self._is_there()):
            return
        self._stepping.stop()
        for _ in self._steps:
            pass
        self.finished.emit()

    def close(self) -> None:
        """End what was begun. Where the window was not closed before, the program is told to end
        in a hurry: what is open and what was to run is offered at the next start."""
        self._due.stop()
        self._stepping.stop()
        self.window.start_page.row.close_down()
        self._loading.wait()
        self._warming.wait()
        if self._desk is not None and self.window.project is not None:
            self._desk.keep_queue()
            self.window.projects.leave_to_recover()
        if self.window.is_furnished:
            self.window.files.close()
            self.window.models.close()
            self.window.projects.end()
        if self._desk is not None:
            self._desk.close()
        if self._viewing is not None:
            self._viewing.close()
        await_all(_ASIDE_SECONDS)

    def _is_there(self) -> bool:
        """Wait for what is loaded, while the window is painted; no if it was closed meanwhile."""
        self._due.stop()
        if self._is_loaded:
            return True
        was_seen = self.window.isVisible()
        loop = QEventLoop(self)
        self._loaded.connect(loop.quit)
        self._loading.start()  # nothing where it runs
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        QApplication.restoreOverrideCursor()
        loop.deleteLater()
        return self.window.isVisible() or not was_seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.window.start_page.removeEventFilter(self)
            if self._due.isActive():
                self._due.start(0)  # after this paint
        return False

    @Slot()
    def _on_loaded(self) -> None:
        self._is_loaded = True
        self._stepping.start()
        self._loaded.emit()

    @Slot()
    def _on_step(self) -> None:
        """One step; the events of the window come between two."""
        if next(self._steps, self) is self:
            self._stepping.stop()
            self.finished.emit()

    def _made_steps(self) -> Iterator[None]:
        from app.window.run_desk import RunDesk, setup_for
        from app.window.viewing import Viewing
        from app.workers.queue_journal import QueueJournal
        from nodes.registry import library
        from widgets.icons import icon

        journal = QueueJournal(self._state / "queue")
        icon("mdi6.movie", "black")  # loads the font of all icons
        yield
        _ = QGradient.Preset.NumPresets  # 180 names: the first fillRect would wait for them
        yield
        self._desk = RunDesk(setup_for(self._results, self._state), journal)
        yield
        self._viewing = Viewing(self._results)
        yield
        yield from self.window.furnish(library(), self._desk, self._viewing)

    @Slot()
    def _on_finished(self) -> None:
        from nodes.registry import library

        self._warming.start(QThread.Priority.LowestPriority)
        self.window.offer_unsaved()
        self.window.models.offer_unfinished()
        self.window.desk.recover(library())
        if self._project is not None:
            self.window.open_file(self._project)
        calm_memory()


def calm_memory() -> None:
    """Leave what has been loaded by now out of Python's full collections, which hold the window.

    Nothing is collected first: that would take longer than it saves before the window is shown.
    """
    gc.freeze()
