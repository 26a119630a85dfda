"""Changes of a panel that take their time: worked out in a thread, carried out as one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from pipelines.errors import StoryloomError
from pipelines.panels import Panel
from widgets.paper.board import Board
from widgets.words import told, tr

Change = Callable[[Panel], Panel]


class _Working(QThread):
    """One change being worked out."""

    def __init__(self, panel: Panel, change: Change, name: str, layer: str) -> None:
        super().__init__()
        self.panel = panel
        self.name = name
        self.layer = layer
        self.changed: Panel | None = None
        self.refusal = ""
        self._change = change

    def run(self) -> None:
        try:
            self.changed = self._change(self.panel)
        except StoryloomError as error:
            self.refusal = told(error)


class PanelWork(QObject):
    """One change at a time. Used by the GUI thread only; close it at the end."""

    done = Signal()
    """The last change is carried out, or was refused."""

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._working: _Working | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a change is being worked out."""
        return self._working is not None

    def do(self, panel: Panel, change: Change, name: str, *, layer: str = "") -> None:
        """Change a panel, and then draw on `layer` where one is named.

        `change` runs in a thread; a StoryloomError is told and changes nothing.
        """
        self.settle()
        self._working = _Working(panel, change, name, layer)
        self._working.finished.connect(self._on_finished)
        self._working.start()

    def settle(self) -> None:
        """Wait for what is being worked out, and carry it out: before somebody draws on."""
        if self._working is not None:
            self._working.wait()
            self._take()

    def close(self) -> None:
        """Wait, and carry out nothing more."""
        working, self._working = self._working, None
        if working is not None:
            working.wait()

    @Slot()
    def _on_finished(self) -> None:
        if self._working is not None and self._working.isFinished():
            self._working.wait()
            self._take()

    def _take(self) -> None:
        working, self._working = self._working, None
        if working is None:
            return
        if working.changed is None:
            self._board.refused.emit(working.refusal)
        elif self._board.panel_of(working.panel.id) != working.panel:
            words = tr(
                "The panel was changed meanwhile, so “{name}” was not done.", name=working.name
            )
            self._board.refused.emit(words)
        elif working.changed != working.panel:
            self._board.put(working.changed, working.name)
            if working.layer and self._board.panel_id == working.panel.id:
                self._board.choose_layer(working.layer)
        self.done.emit()
