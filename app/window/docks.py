"""The docks of the window: views at its edges, each filled by whoever has the view."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from widgets.words import tr

_Area = Qt.DockWidgetArea


class Place(StrEnum):
    """A place for a view."""

    VIEWER = "Viewer"
    INSPECTOR = "Inspector"
    OUTLINE = "Outline"
    HISTORY = "History"
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
            Place.STRIP: tr("Storyboard"),
            Place.RUNS: tr("Runs"),
        }[self]


_AREAS = {
    Place.VIEWER: _Area.RightDockWidgetArea,
    Place.INSPECTOR: _Area.RightDockWidgetArea,
    Place.OUTLINE: _Area.LeftDockWidgetArea,
    Place.HISTORY: _Area.LeftDockWidgetArea,
    Place.STRIP: _Area.BottomDockWidgetArea,
    Place.RUNS: _Area.BottomDockWidgetArea,
}


class Docks:
    """A dock for each place. A place without a view is neither shown nor offered."""

    def __init__(self, window: QMainWindow) -> None:
        self.window = window
        self._docks = {place: self._made(place) for place in Place}

    def __getitem__(self, place: Place) -> QDockWidget:
        return self._docks[place]

    def fill(self, place: Place, view: QWidget) -> None:
        """Put a view into its place."""
        dock = self._docks[place]
        dock.setWidget(view)
        dock.toggleViewAction().setVisible(True)

    def empty(self, place: Place) -> None:
        """The view of a place is gone."""
        dock = self._docks[place]
        dock.hide()
        dock.toggleViewAction().setVisible(False)

    def is_filled(self, place: Place) -> bool:
        """Whether there is a view in it."""
        return self._docks[place].toggleViewAction().isVisible()

    def hide_all(self) -> None:
        """Show none."""
        for dock in self._docks.values():
            dock.hide()

    def _made(self, place: Place) -> QDockWidget:
        dock = QDockWidget(place.label, self.window)
        dock.setObjectName(place.value)
        dock.toggleViewAction().setVisible(False)
        self.window.addDockWidget(_AREAS[place], dock)
        dock.hide()
        return dock
