"""Drawing on the whole screen: the paper, its tools over it, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from app.window.rooms import Room, Rooms
from widgets.commands import CommandBook, Scope
from widgets.paper.paper import Paper
from widgets.words import tr


class FullScreen(QObject):
    """Sets all but the paper of the Draw room aside, and brings it back as it was."""

    def __init__(
        self, window: QMainWindow, rooms: Rooms, book: CommandBook, viewer: QWidget, bar: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._rooms = rooms
        self._book = book
        self._viewer = viewer
        self._bar = bar
        self._paper: Paper | None = None
        self._layout = QByteArray()
        self._states = Qt.WindowState.WindowNoState
        self._lent: list[QAction] = []
        self._action = QAction(tr("&Draw on the Full Screen"), window)
        self._action.setShortcut(QKeySequence("F11"))
        self._action.setToolTip(tr("Only the paper and its tools; Escape leaves"))
        self._action.setCheckable(True)
        self._action.setEnabled(False)
        self._action.triggered.connect(self._on_asked)
        self.commands = {"draw_full_screen": self._action}
        rooms.entered.connect(self._on_room_entered)
        rooms.left.connect(self._on_rooms_left)

    @property
    def is_on(self) -> bool:
        """Whether the paper has the screen."""
        return self._paper is not None

    @Slot()
    def leave(self) -> None:
        """Bring back what was set aside."""
        if self._put_back():
            self._viewer.show()
            self._window.restoreState(self._layout)

    def _enter(self, paper: Paper) -> None:
        window = self._window
        self._layout, self._states = window.saveState(), window.windowState()
        self._paper = paper
        self._rooms.set_aside()
        self._bar.hide()
        for part in (window.menuBar(), window.statusBar()):
            part.hide()
        # Keys of a menu bar that is not there do nothing: the window holds their actions meanwhile.
        held = [one.action for one in self._book.commands if one.scope is Scope.EVERYWHERE]
        self._lent = [action for action in held if action not in window.actions()]
        window.addActions(self._lent)
        self._viewer.hide()
        paper.set_alone(alone=True)
        paper.view.escaped.connect(self.leave)
        window.showFullScreen()
        paper.setFocus()

    def _put_back(self) -> bool:
        paper, self._paper = self._paper, None
        self._action.setChecked(False)
        if paper is None:
            return False
        self._rooms.bring_back()
        paper.view.escaped.disconnect(self.leave)
        paper.set_alone(alone=False)
        for action in self._lent:
            self._window.removeAction(action)
        self._window.menuBar().show()
        self._bar.show()
        self._window.setWindowState(self._states)
        return True

    @Slot()
    def _on_asked(self) -> None:
        paper = self._rooms.stage.paper
        if self.is_on:
            self.leave()
        elif isinstance(paper, Paper) and self._rooms.room is Room.DRAW:
            self._enter(paper)
        self._action.setChecked(self.is_on)

    @Slot(str)
    def _on_room_entered(self, room: str) -> None:
        self._put_back()
        self._action.setEnabled(room == Room.DRAW and self._rooms.stage.paper is not None)

    @Slot()
    def _on_rooms_left(self) -> None:
        self._put_back()
        self._action.setEnabled(False)
