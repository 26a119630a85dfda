"""The rooms of the window: what stands in the middle of each, and its docks as they were left."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.window.docks import Docks, Place
from app.window.project_in_hand import ProjectInHand, storyboard_of
from app.window.stage import Stage
from widgets.words import tr

_ROOM = "room"
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Room(StrEnum):
    """Where one works."""

    DRAW = "draw"
    WIRE = "wire"
    REVIEW = "review"

    @property
    def label(self) -> str:
        """Its name for a person."""
        return {Room.DRAW: tr("Draw"), Room.WIRE: tr("Wire"), Room.REVIEW: tr("Review")}[self]

    @property
    def about(self) -> str:
        """What one does there."""
        return {
            Room.DRAW: tr("Draw: the drawings and the film"),
            Room.WIRE: tr("Wire: the graph behind the film"),
            Room.REVIEW: tr("Review: compare and judge the film"),
        }[self]


class _Plan(NamedTuple):
    """The docks of a room: all that it offers, and those shown at first."""

    offered: tuple[Place, ...]
    shown: tuple[Place, ...]


_OF_DRAWING = (Place.BRUSH, Place.LAYERS, Place.PANEL)
_ALL_BUT_PAPER = tuple(place for place in Place if place not in _OF_DRAWING)
_PLANS = {
    Room.DRAW: _Plan(
        (*_OF_DRAWING, Place.INSPECTOR, Place.STRIP, Place.HISTORY, Place.RUNS),
        (*_OF_DRAWING, Place.STRIP, Place.INSPECTOR),
    ),
    Room.WIRE: _Plan(_ALL_BUT_PAPER, (Place.VIEWER, Place.INSPECTOR, Place.RUNS)),
    Room.REVIEW: _Plan(
        (Place.INSPECTOR, Place.STRIP, Place.OUTLINE, Place.HISTORY, Place.RUNS), (Place.STRIP,)
    ),
}


class Rooms(QObject):
    """Switches between the rooms and keeps how each was arranged."""

    entered = Signal(str)
    """A Room."""
    left = Signal()
    """The project is put away."""

    def __init__(
        self,
        window: QMainWindow,
        pages: QStackedWidget,
        docks: Docks,
        viewer: QWidget,
        settings: QSettings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._viewer = viewer
        self._settings = settings
        self._canvas: QWidget | None = None
        self._is_aside = False
        self.pages = pages
        self.stage = Stage()
        self.pages.addWidget(self.stage)
        kept = str(settings.value(_ROOM, Room.DRAW.value))
        self.room = Room(kept) if kept in list(Room) else Room.DRAW
        self.commands = self._made_actions()

    @property
    def is_open(self) -> bool:
        """Whether there is a project to be in a room with."""
        return self._canvas is not None

    def begin(self, canvas: QWidget, room: Room | None = None) -> Iterator[None]:
        """A project is in hand: go into a room with it, the last one if none is named; a short
        step at a time."""
        self._canvas = canvas
        self.pages.addWidget(canvas)
        yield from self._entered(room or self.room)

    def end(self, page: QWidget) -> None:
        """The project is put away: show a page without docks."""
        if self._canvas is not None:
            self.keep_layout()
            self.pages.removeWidget(self._canvas)
            self._canvas = None
        self.pages.setCurrentWidget(page)
        self._docks.hide_all()
        self._update_actions()
        self.left.emit()

    @Slot(str)
    def show(self, room: str) -> None:
        """Go into another room."""
        if self.is_open and room != self.room:
            self.keep_layout()
            for _ in self._entered(Room(room)):
                pass

    def keep_layout(self) -> None:
        """Remember how this room is arranged."""
        if self.is_open and not self._is_aside:
            self._settings.setValue(_layout_key(self.room), self._window.saveState())

    def set_aside(self) -> None:
        """Hide the docks for a while; how the room is arranged stays as it was."""
        self.keep_layout()
        self._is_aside = True
        self._docks.hide_all()

    def bring_back(self) -> None:
        """The room is arranged as before again."""
        self._is_aside = False

    @Slot()
    def reset_layout(self) -> None:
        """Arrange this room as it was at first."""
        self._settings.remove(_layout_key(self.room))
        for _ in self._arranged():
            pass

    def _entered(self, room: Room) -> Iterator[None]:
        self.room = room
        self._settings.setValue(_ROOM, room.value)
        if room is Room.WIRE:
            self._docks.fill(Place.VIEWER, self._viewer)
            self._viewer.show()
        else:
            self.stage.take_viewer(self._viewer, with_paper=room is Room.DRAW)
            self._docks.empty(Place.VIEWER)
        yield
        self.pages.setCurrentWidget(self._middle())
        self._docks.offer(_PLANS[room].offered)
        kept = self._settings.value(_layout_key(room))
        if not isinstance(kept, QByteArray) or not self._window.restoreState(kept):
            yield from self._arranged()
        self._docks.offer(_PLANS[room].offered)  # what was restored may be empty now
        yield
        layout = self._window.layout()
        assert layout is not None
        layout.activate()
        self._update_actions()
        middle = self._middle()
        if middle is self.stage:
            draws = room is Room.DRAW and self.stage.paper is not None
            middle = self.stage.paper if draws and self.stage.paper else self._viewer
        middle.setFocus()
        yield
        self.entered.emit(room)

    def _middle(self) -> QWidget:
        if self.room is Room.WIRE and self._canvas is not None:
            return self._canvas
        return self.stage

    def _arranged(self) -> Iterator[None]:
        docks, window, letter = self._docks, self._window, self._window.fontMetrics().height()
        yield from docks.shown_only(_PLANS[self.room].shown)
        window.tabifyDockWidget(docks[Place.OUTLINE], docks[Place.HISTORY])
        right = [docks[Place.INSPECTOR]]
        if self.room is Room.WIRE:
            right = [docks[Place.VIEWER], docks[Place.INSPECTOR]]
            window.resizeDocks(right, [22 * letter, 18 * letter], _DOWN)
        elif self.room is Room.DRAW:
            right = [docks[Place.BRUSH], docks[Place.LAYERS]]
            window.tabifyDockWidget(docks[Place.LAYERS], docks[Place.PANEL])
            window.tabifyDockWidget(docks[Place.PANEL], docks[Place.INSPECTOR])
            docks[Place.LAYERS].raise_()
            window.resizeDocks(right, [14 * letter, 18 * letter], _DOWN)
        window.resizeDocks(right[:1], [(27 if self.room is Room.WIRE else 20) * letter], _ACROSS)
        window.resizeDocks([docks[Place.RUNS]], [9 * letter], _DOWN)
        window.resizeDocks([docks[Place.STRIP]], [13 * letter], _DOWN)

    def _made_actions(self) -> dict[str, QAction]:
        made: dict[str, QAction] = {}
        for number, room in enumerate(Room, 1):
            action = QAction(tr("{room} Room", room=room.label), self._window)
            action.setShortcut(QKeySequence(f"Alt+{number}"))
            action.setToolTip(room.about)
            action.setCheckable(True)
            action.setData(room.value)
            action.triggered.connect(self._on_room_asked)
            made[room.value] = action
        wiring = QAction(tr("Show Wiring"), self._window)
        wiring.setToolTip(Room.WIRE.about)
        wiring.setData(Room.WIRE.value)
        wiring.triggered.connect(self._on_room_asked)
        reset = QAction(tr("Reset Layout"), self._window)
        reset.setToolTip(tr("Arrange this room as it was at first"))
        reset.triggered.connect(self.reset_layout)
        return {**made, "show_wiring": wiring, "reset_layout": reset}

    def _update_actions(self) -> None:
        for action in self.commands.values():
            action.setEnabled(self.is_open)
        for room in Room:
            self.commands[room.value].setChecked(self.is_open and room is self.room)
        self.commands["show_wiring"].setEnabled(self.is_open and self.room is not Room.WIRE)

    @Slot()
    def _on_room_asked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show(str(action.data()))
            self._update_actions()


def room_for(project: ProjectInHand) -> Room | None:
    """Where to begin; None: in the last room. Copies of starters are drawn on, and without a
    storyboard there is nothing to draw on."""
    if not storyboard_of(project):
        return Room.WIRE
    return Room.DRAW if project.path is None else None


def _layout_key(room: Room) -> str:
    return f"rooms/{room}/layout"
