"""Changes of a panel that take their time: worked out in a thread, carried out as one step."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

from pipelines.errors import StoryloomError
from pipelines.panels import Panel
from widgets.paper.board import Board
from widgets.words import told, tr

Change = Callable[[Panel], Panel]
T = TypeVar("T")


def nothing() -> None:
    """What is done where nothing is to be done."""


@dataclass(frozen=True, slots=True)
class _Step:
    work: Callable[[], None]
    take: Callable[[], None]
    refuse: Callable[[], None]


class _Working(QThread):
    """One step being worked out."""

    def __init__(self, step: _Step) -> None:
        super().__init__()
        self.step = step
        self.is_made = False
        self.refusal = ""

    def run(self) -> None:
        try:
            self.step.work()
            self.is_made = True
        except StoryloomError as error:
            self.refusal = told(error)


class PanelWork(QObject):
    """One step after the other. Used by the GUI thread only; close it at the end."""

    done = Signal()
    """A step is carried out, or was refused."""

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._steps: deque[_Step] = deque()
        self._working: _Working | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked out."""
        return self._working is not None

    def make(
        self,
        work: Callable[[], T],
        take: Callable[[T], None],
        *,
        refuse: Callable[[], None] = nothing,
    ) -> None:
        """Work something out in a thread, after all that was begun before, and take it.

        A StoryloomError is told; `refuse` is called then.
        """
        made: list[T] = []

        def begin() -> None:
            made.append(work())

        def end() -> None:
            take(made[0])

        self._steps.append(_Step(begin, end, refuse))
        self._go_on()

    def do(
        self,
        panel: Panel,
        change: Change,
        name: str,
        *,
        layer: str = "",
        then: Callable[[], None] = nothing,
    ) -> None:
        """Change a panel, draw on `layer` where one is named, and do what comes `then` in any case.

        `change` runs in a thread; a StoryloomError is told and changes nothing.
        """

        def work() -> Panel:
            return change(panel)

        def take(changed: Panel) -> None:
            if self._board.panel_of(panel.id) != panel:
                self.refuse_late(name)
            elif changed != panel:
                self._board.put(changed, name)
                if layer and self._board.panel_id == panel.id:
                    self._board.choose_layer(layer)
            then()

        self.make(work, take, refuse=then)

    def refuse_late(self, name: str) -> None:
        """Tell that a change came too late: something else was changed before."""
        words = tr("The panel was changed meanwhile, so “{name}” was not done.", name=name)
        self._board.refused.emit(words)

    def settle(self) -> None:
        """Wait for what is being worked out, and carry it out: before somebody draws on."""
        while self._working is not None:
            self._working.wait()
            self._take()

    def close(self) -> None:
        """Wait, and carry out nothing more."""
        self._steps.clear()
        working, self._working = self._working, None
        if working is not None:
            working.wait()

    def _go_on(self) -> None:
        if self._working is None and self._steps:
            self._working = _Working(self._steps.popleft())
            self._working.finished.connect(self._on_finished)
            self._working.start()

    @Slot()
    def _on_finished(self) -> None:
        if self._working is not None and self._working.isFinished():
            self._working.wait()
            self._take()

    def _take(self) -> None:
        working, self._working = self._working, None
        if working is None:
            return
        if working.is_made:
            working.step.take()
        else:
            self._board.refused.emit(working.refusal)
            working.step.refuse()
        self._go_on()
        self.done.emit()
