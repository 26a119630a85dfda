"""The docks of the window: views at its edges, each filled by whoever has the view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QScrollArea, QWidget

from widgets.words import tr

_Area = Qt.DockWidgetArea


class Place(StrEnum):
    """A place for a view."""

    VIEWER = "Viewer"
    INSPECTOR = "Inspector"
    OUTLINE = "Outline"
    HISTORY = "History"
    BRUSH = "Brush"
    LAYERS = "Layers"
    PANEL = "Panel"
    STRIP = "Storyboard"
    RUNS = "Runs"

    @property
    def label(self) -> str:
        """Its name for a person."""
        return {
            Place.VIEWER: tr("Viewer"),
            Place.INSPECTOR: tr("Inspector"),
            Place.OUTLINE: tr("Outline"),
            Place.HISTORY: tr("History"),
            Place.BRUSH: tr("Brush"),
            Place.LAYERS: tr("Layers"),
            Place.PANEL: tr("Panel"),
            Place.STRIP: tr("Storyboard"),
            Place.RUNS: tr("Runs"),
        }[self]


_AREAS = {
    Place.VIEWER: _Area.RightDockWidgetArea,
    Place.INSPECTOR: _Area.RightDockWidgetArea,
    Place.OUTLINE: _Area.LeftDockWidgetArea,
    Place.HISTORY: _Area.LeftDockWidgetArea,
    Place.BRUSH: _Area.RightDockWidgetArea,
    Place.LAYERS: _Area.RightDockWidgetArea,
    Place.PANEL: _Area.RightDockWidgetArea,
    Place.STRIP: _Area.BottomDockWidgetArea,
    Place.RUNS: _Area.BottomDockWidgetArea,
}


_TALL = frozenset((Place.BRUSH, Place.LAYERS))
"""Columns of controls: they scroll where the window is too low for them."""


class Docks:
    """A dock for each place. One without a view, or of another room, is not offered."""

    def __init__(self, window: QMainWindow) -> None:
        self.window = window
        self._filled: set[Place] = set()
        self._offered: set[Place] = set(Place)
        self._docks = {place: self._made(place) for place in Place}

    def __getitem__(self, place: Place) -> QDockWidget:
        return self._docks[place]

    @property
    def all(self) -> tuple[QDockWidget, ...]:
        """Those of every place."""
        return tuple(self._docks.values())

    def fill(self, place: Place, view: QWidget) -> None:
        """Put a view into its place."""
        self._docks[place].setWidget(_scrolling(view) if place in _TALL else view)
        self._filled.add(place)
        self._settle()

    def empty(self, place: Place) -> None:
        """The view of a place is gone, or elsewhere."""
        self._filled.discard(place)
        self._settle()

    def offer(self, places: Iterable[Place]) -> None:
        """Only these can be shown now."""
        self._offered = set(places)
        self._settle()

    def shown_only(self, places: Iterable[Place]) -> Iterator[None]:
        """Show these where they belong, and no other, a short step at a time."""
        shown = set(places)
        for place, dock in self._docks.items():
            dock.setFloating(False)
            self.window.addDockWidget(_AREAS[place], dock)
            dock.setVisible(place in shown)
            yield
        self._settle()

    def hide_all(self) -> None:
        """Show none."""
        for dock in self._docks.values():
            dock.hide()

    def _settle(self) -> None:
        for place, dock in self._docks.items():
            can_show = place in self._filled and place in self._offered
            dock.toggleViewAction().setVisible(can_show)
            if not can_show:
                dock.hide()

    def _made(self, place: Place) -> QDockWidget:
        dock = QDockWidget(place.label, self.window)
        dock.setObjectName(place.value)
        dock.toggleViewAction().setVisible(False)
        self.window.addDockWidget(_AREAS[place], dock)
        dock.hide()
        return dock


def _scrolling(view: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click beside its fields leaves the keys alone
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(
        view.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
    )
    area.setWidget(view)
    area.setWidgetResizable(True)
    area.viewport().setAutoFillBackground(False)
    view.setAutoFillBackground(False)
    return area
