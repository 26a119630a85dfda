"""Tells that a run is over: on the window, and outside of it when nobody looks."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QStyle, QSystemTrayIcon, QWidget

from app.window.alerts import wants_alerts
from app.window.consent import writes_files
from app.window.farewell import farewell, recovery_note
from app.window.notes import Note
from app.window.run_desk import RunDesk
from app.window.stand_ins import StandIns
from app.workers.orders import Ending, RunEnding, RunOrder
from widgets.toast import Toasts
from widgets.words import tr

LONG_SECONDS = 20.0
"""From when on a run is long enough for the person to have gone away."""
_TRAY_MS = 10_000


class Notifier(QObject):
    """Watches the runs of a desk for a window."""

    called = Signal(str)
    """The words that the person was called back with."""

    def __init__(
        self,
        window: QWidget,
        desk: RunDesk,
        toasts: Toasts,
        settings: QSettings | None = None,
        stand_ins: StandIns | None = None,
    ) -> None:
        super().__init__(window)
        self._stand_ins = stand_ins
        self._settings = settings
        self._window = window
        self._toasts = toasts
        self._began: dict[str, float] = {}
        self._tray: QSystemTrayIcon | None = None
        self.again = QAction(tr("Run Again"), self)
        self.again.triggered.connect(desk.run_again)
        self.resume = QAction(tr("Run"), self)
        self.resume.triggered.connect(desk.resume)
        self.go_on = QAction(tr("Resume"), self)
        self.go_on.triggered.connect(desk.resume)
        desk.held.connect(self._on_held)
        self.remove = QAction(tr("Remove"), self)
        self.remove.triggered.connect(desk.drop_recovered)
        desk.recovered.connect(self._on_recovered)
        desk.queue.run_started.connect(self._on_run_started)
        desk.run_ended.connect(self._on_run_ended)

    @Slot(object)
    def _on_recovered(self, orders: list[RunOrder]) -> None:
        self._toasts.tell(recovery_note(orders).words, self.resume, self.remove)

    @Slot(object)
    def _on_held(self, order: RunOrder) -> None:
        words = tr("{title} waits: the queue is paused.", title=order.title)
        self._toasts.tell(words, self.go_on)

    @Slot(object)
    def _on_run_started(self, order: RunOrder) -> None:
        self._began[order.id] = monotonic()

    @Slot(object)
    def _on_run_ended(self, ending: RunEnding) -> None:
        began = self._began.pop(ending.order.id, None)
        if ending.ending is Ending.CANCELLED:
            return
        note = farewell(ending)
        elapsed = monotonic() - began if began is not None else 0.0
        is_long = max(ending.seconds, elapsed) >= LONG_SECONDS
        if ending.ending is not Ending.DONE:
            self._tell_failure(note, ending.order)
        elif is_long and not writes_files(ending.order.snapshot, ending.order.sinks):
            # what was written is told, with a way to play it, by the film's export
            self._toasts.tell(note.words)
        is_wanted = self._settings is None or wants_alerts(self._settings)
        if is_long and is_wanted and not self._window.isActiveWindow():
            self._call(note.words)

    def _tell_failure(self, note: Note, order: RunOrder) -> None:
        fetch = self._stand_ins.download_for(order) if self._stand_ins is not None else None
        if fetch is None:
            self._toasts.tell(" ".join(filter(None, (note.words, note.mend))), self.again)
        else:
            fetch.setParent(self._toasts.tell(note.words, fetch, self.again))

    def _call(self, words: str) -> None:
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            tray = self._shown_tray()
            tray.showMessage(tr("Storyloom"), words, tray.icon(), _TRAY_MS)
        self.called.emit(words)

    def _shown_tray(self) -> QSystemTrayIcon:
        if self._tray is None:
            icon = self._window.windowIcon()
            self._tray = QSystemTrayIcon(icon if not icon.isNull() else _plain_icon(), self)
            self._tray.setToolTip(tr("Storyloom"))
            self._tray.messageClicked.connect(self._on_wanted)
            self._tray.activated.connect(self._on_wanted)
        self._tray.show()
        return self._tray

    @Slot()
    def _on_wanted(self) -> None:
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if self._tray is not None:
            self._tray.hide()


def _plain_icon() -> QIcon:
    return QApplication.style().standardIcon(QStyle.StandardPixmap.SP_MediaPlay)
