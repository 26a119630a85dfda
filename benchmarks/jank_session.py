"""A person at work in the real window, for `benchmarks.jank --trace`: look at each starter in each
room, then in the last one draw, undo, run, scrub while it runs, save, export. One small step of a
hand each time."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator
from math import cos, sin
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.window.calm_settings import CalmSettings
from app.window.furnishing import Furnishing
from app.window.garbage import Garbage
from app.window.main_window import MainWindow
from app.window.program import window_begun
from app.window.rooms import Room
from app.window.starter_card import StarterCard
from benchmarks.turns import TurnWatch
from widgets.viewer.playback import Playback

_STEP_MS = 10
_PATIENCE = 60.0
_STROKE = 80
"""Steps of a stroke."""
_ROUNDS = 3
_SCRUB = 120

Script = Generator[None]


class Session(QObject):
    """One person, one window, a fresh state; `run` answers the turns that were seen."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.watch = TurnWatch()
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._on_step)
        self._script: Script | None = None

    def run(self) -> TurnWatch:
        """Do all of it."""
        application = QApplication([])
        settings = CalmSettings(str(self._folder / "settings.ini"))
        state, results = self._folder / "state", self._folder / "results"
        garbage = Garbage(application)
        with window_begun(application, settings, state, results) as furnishing:
            self._script = self._worked(furnishing)
            garbage.begin()
            self.watch.during = "show"
            self.watch.begin()
            furnishing.window.show()
            furnishing.begin()
            self._timer.start()
            application.exec()
            self.watch.end()
            garbage.end()
            furnishing.window.projects.put_away()
        settings.close()
        return self.watch

    @Slot()
    def _on_step(self) -> None:
        assert self._script is not None
        if next(self._script, self) is self:
            self._timer.stop()
            QApplication.exit()

    def _worked(self, furnishing: Furnishing) -> Script:
        window, watch = furnishing.window, self.watch
        watch.during = "furnish"
        yield from _until(lambda: window.is_furnished)
        yield from _rest(50)
        for card in list(window.start_page.cards):
            yield from self._opened(window, card)
        views, project, viewer = window.views, window.project, window.viewing.viewer
        assert views is not None and project is not None
        yield from self._drawn(views.paper.view)
        watch.during = "play"
        viewer.playback.play()
        yield from _rest(100)
        viewer.playback.pause()
        watch.during = "run, scrub"
        flat = project.snapshot().flat.items()
        made = tuple(path for path, node in flat if node.spec and not node.spec.effect)
        window.runner.run(made)
        yield from self._scrubbed(viewer.playback)
        yield from _until(lambda: not window.desk.is_running)
        yield from _rest(50)
        watch.during = "scrub what was made"
        yield from self._scrubbed(viewer.playback)
        window.rooms.show(Room.DRAW)
        yield from _rest(50)
        yield from self._drawn(views.paper.view)
        watch.during = "undo and redo"
        for step in ("undo", "undo", "redo", "redo", "undo"):
            window.menus.commands[step].trigger()
            yield from _rest(10)
        watch.during = "save"
        window.projects.saving.save(project, self._folder / "film.loom", window.projects.frames)
        yield from _until(lambda: not window.projects.saving.is_busy)
        yield from _rest(50)
        watch.during = "save again"
        window.projects.save()
        yield from _until(lambda: not window.projects.saving.is_busy)
        watch.during = "run the exports"
        window.runner.run_exports()
        yield from _until(lambda: not window.desk.is_running)
        yield from _rest(100)
        watch.during = "put away"
        window.projects.put_away()
        yield from _rest(30)
        watch.during = "open the file"
        window.open_file(self._folder / "film.loom")
        yield from _rest(150)

    def _opened(self, window: MainWindow, card: StarterCard) -> Script:
        """A starter, looked at in every room."""
        self.watch.during = "open a starter"
        card.click()
        yield from _rest(100)
        playback = window.viewing.viewer.playback
        yield from _until(lambda: playback.length > 1)
        self.watch.during = "rooms"
        for room in (Room.WIRE, Room.REVIEW, Room.DRAW) * _ROUNDS + (Room.WIRE,):
            window.rooms.show(room)
            yield from _rest(30)
        self.watch.during = "select nodes"
        views, project = window.views, window.project
        assert views is not None and project is not None
        for node in list(project.model.graph.nodes):
            views.canvas.reveal(node)
            yield from _rest(15)
        self.watch.during = "rooms"
        window.rooms.show(Room.DRAW)
        yield from _rest(30)

    def _drawn(self, sheet: QWidget) -> Script:
        self.watch.during = "draw"
        yield from _rest(20)
        middle = QPointF(sheet.width() / 2, sheet.height() / 2)
        _send(sheet, QEvent.Type.MouseButtonPress, middle)
        for at in range(_STROKE):
            across = QPointF(cos(at / 12) * sheet.width() / 4, sin(at / 7) * sheet.height() / 4)
            _send(sheet, QEvent.Type.MouseMove, middle + across)
            yield
        _send(sheet, QEvent.Type.MouseButtonRelease, middle)
        yield from _rest(40)

    def _scrubbed(self, playback: Playback) -> Script:
        for at in range(_SCRUB):
            playback.go_to(round((1 + sin(at / 9)) / 2 * (playback.length - 1)))
            yield


def _send(sheet: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    moves = kind is QEvent.Type.MouseMove
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    held = none if kind is QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(
        kind,
        at,
        sheet.mapToGlobal(at),
        none if moves else left,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(sheet, event)


def _rest(steps: int) -> Script:
    for _ in range(steps):
        yield


def _until(is_there: Callable[[], bool]) -> Script:
    began = perf_counter()
    while not is_there():
        if perf_counter() - began > _PATIENCE:
            raise TimeoutError("the window did not get there")
        yield


def traced() -> TurnWatch:
    """The turns of one session."""
    with tempfile.TemporaryDirectory() as folder:
        return Session(Path(folder)).run()
