"""What the pen does while something is worked out: done in order, once that is carried out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Slot

from widgets.paper.panel_work import PanelWork
from widgets.paper.tools.tool import PenPoint

Act = Callable[[PenPoint, QPointF], None]


class HeldPen(QObject):
    """Holds what the pen does, so that nobody waits and nothing is lost."""

    def __init__(self, work: PanelWork, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._held: deque[tuple[Act, PenPoint, QPointF]] = deque()
        self._is_doing = False
        work.done.connect(self._on_done)

    def takes(self, act: Act, point: PenPoint, at: QPointF, *, begins: bool = False) -> bool:
        """Whether this is to be done later: it `begins` while work is done, or what began before it
        waits as well."""
        if self._is_doing or not (self._held or (begins and self._work.is_busy)):
            return False
        self._held.append((act, point, at))
        return True

    def drop(self) -> bool:
        """Forget what waits; whether something did."""
        had = bool(self._held)
        self._held.clear()
        return had

    @Slot()
    def _on_done(self) -> None:
        while self._held and not self._work.is_busy and not self._is_doing:
            act, point, at = self._held.popleft()
            self._is_doing = True
            act(point, at)
            self._is_doing = False
