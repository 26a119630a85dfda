"""Going from view to view by keyboard, and to the outline, where everything can be done by it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.window.docks import Docks, Place
from app.window.rooms import Room, Rooms
from widgets.words import tr

_KEYS = ("F6", "Shift+F6", "Ctrl+Shift+O")


class ViewKeys(QObject):
    """Commands that bring the keys of the keyboard to the views that are seen, one after another:
    what is in the middle, then the docks."""

    def __init__(self, window: QMainWindow, docks: Docks, rooms: Rooms) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._rooms = rooms
        following, previous = QAction(tr("Next View"), self), QAction(tr("Previous View"), self)
        outline = QAction(tr("Go to the Outline"), self)
        following.triggered.connect(self.go_on)
        previous.triggered.connect(self.go_back)
        outline.triggered.connect(self.go_to_outline)
        self.commands = {"next_view": following, "previous_view": previous, "outline": outline}
        for action, key in zip(self.commands.values(), _KEYS, strict=True):
            action.setShortcut(QKeySequence(key))
            window.addAction(action)

    @Slot()
    def go_on(self) -> None:
        """Bring the keys to the next view."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Bring the keys to the view before."""
        self._go(-1)

    @Slot()
    def go_to_outline(self) -> None:
        """Show the outline, in a room that has it, and bring the keys there."""
        dock = self._docks[Place.OUTLINE]
        if not dock.toggleViewAction().isVisible():
            self._rooms.show(Room.WIRE)
        if dock.toggleViewAction().isVisible():
            dock.show()
            dock.raise_()
            take_keys(dock.widget())

    def _go(self, by: int) -> None:
        views = self._views()
        focus = QApplication.focusWidget()
        here = [at for at, view in enumerate(views) if focus and view.isAncestorOf(focus)]
        start = here[0] if here else (-1 if by > 0 else 0)
        for step in range(1, len(views) + 1):
            if take_keys(views[(start + by * step) % len(views)]):
                return

    def _views(self) -> list[QWidget]:
        """What is seen: not hidden, and not behind another tab."""
        docks = [self._docks[place] for place in Place]
        seen = [dock.widget() for dock in docks if not dock.visibleRegion().isEmpty()]
        return [view for view in (self._window.centralWidget(), *seen) if view is not None]


def take_keys(view: QWidget) -> bool:
    """Bring the keys to a view, or to the first in it that takes them; whether there is one."""
    for one in _chain(view):
        takes = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) or one.focusProxy() is not None
        if takes and one.isVisible() and one.isEnabled():
            one.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False


def _chain(view: QWidget) -> Iterator[QWidget]:
    """A view and what is in it, in the order of the Tab key."""
    yield view
    inside = view.nextInFocusChain()
    while inside is not None and inside is not view:
        if view.isAncestorOf(inside):  # what came into it later stands elsewhere in the chain
            yield inside
        inside = inside.nextInFocusChain()
