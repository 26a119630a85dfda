"""The runs that wait and the one at work, in order: moved by mouse or keyboard, and removed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem

from app.window.compared import title_of
from app.window.run_desk import RunDesk
from app.window.run_estimate import spoken_elapsed, spoken_time_left
from app.window.run_forecast import spoken_forecast
from app.workers.orders import RunOrder
from widgets.canvas.commands import Command, made_actions
from widgets.hinted_list import HintedList
from widgets.words import tr

_ID = Qt.ItemDataRole.UserRole
_TICK_MS = 500


class RunQueueView(HintedList):
    """A list of runs, the next first."""

    def __init__(self, desk: RunDesk) -> None:
        super().__init__(tr("Runs wait here. Drag them into another order."))
        self._desk = desk
        self._shown: tuple[str, ...] = ()
        self.setAccessibleName(tr("Queue of runs"))
        self.setFrameShape(HintedList.Shape.NoFrame)
        self.setWordWrap(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.commands = self._made_commands()
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._update_lines)
        self.model().rowsMoved.connect(self._on_rows_moved)
        self.currentRowChanged.connect(self._on_row_changed)
        desk.changed.connect(self.update_content)
        desk.forecast_changed.connect(self._update_lines)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the queue as it is."""
        queue = self._desk.queue
        orders = (*queue.running, *queue.waiting)
        shown = tuple(order.id for order in orders)
        if shown != self._shown:
            self._shown = shown
            self._fill(orders, len(queue.running))
            self._update_lines()
        if queue.running and not self._ticking.isActive():
            self._ticking.start()
        elif not queue.running:
            self._ticking.stop()
        self._update_commands()

    @Slot()
    def move_up(self) -> None:
        """Run the chosen one earlier."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Run the chosen one later."""
        self._move(1)

    @Slot()
    def remove_chosen(self) -> None:
        """Take the chosen one out, or stop it where it runs."""
        if self.currentRow() >= 0:
            self._desk.queue.remove(self._id_at(self.currentRow()))

    def _id_at(self, row: int) -> str:
        return str(self.item(row).data(_ID))

    def _move(self, by: int) -> None:
        place = self.currentRow() - len(self._desk.queue.running) + by
        if self.currentRow() >= 0 and 0 <= place < len(self._desk.queue.waiting):
            self._desk.queue.move(self._id_at(self.currentRow()), place)

    def _fill(self, orders: tuple[RunOrder, ...], running: int) -> None:
        chosen = self._id_at(self.currentRow()) if self.currentRow() >= 0 else ""
        self.blockSignals(True)
        self.clear()
        for place, order in enumerate(orders):
            line = QListWidgetItem(order.title)
            line.setData(_ID, order.id)
            if place < running:
                line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
            line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.addItem(line)
            if order.id == chosen:
                self.setCurrentItem(line)
        self.blockSignals(False)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    @Slot()
    def _update_lines(self) -> None:
        queue = self._desk.queue
        for place, order in enumerate((*queue.running, *queue.waiting)):
            line = self.item(place)
            if place < len(queue.running):
                how = said_of_run(self._desk)
            elif queue.is_paused:
                how = tr("paused")
            else:
                how = _said_of_waiting(self._desk, order)
            words = tr("{title}: {how}", title=order.title, how=how)
            if line.text() != words:
                line.setText(words)

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _on_rows_moved(
        self, _: QModelIndex, first: int, last: int, __: QModelIndex, row: int
    ) -> None:
        place = row - 1 if row > first else row
        order_id = self._id_at(place)
        self._shown = ()  # whatever comes of it is shown
        self._desk.queue.move(order_id, place - len(self._desk.queue.running))

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self._update_commands()

    def _made_commands(self) -> dict[str, QAction]:
        commands = [
            Command("move_run_up", tr("Run &Earlier"), ("Alt+Up",), self.move_up),
            Command("move_run_down", tr("Run &Later"), ("Alt+Down",), self.move_down),
            Command("remove_run", tr("&Remove from the Queue"), ("Del",), self.remove_chosen),
        ]
        return made_actions(commands, self)

    def _update_commands(self) -> None:
        queue = self._desk.queue
        place = self.currentRow() - len(queue.running)
        waits = self.currentRow() >= 0 and place >= 0
        self.commands["move_run_up"].setEnabled(waits and place > 0)
        self.commands["move_run_down"].setEnabled(waits and place < len(queue.waiting) - 1)
        self.commands["remove_run"].setEnabled(self.currentRow() >= 0)


def _said_of_waiting(desk: RunDesk, order: RunOrder) -> str:
    found = desk.forecast_of(order)
    return " · ".join([tr("waits"), *([spoken_forecast(found)] if found is not None else [])])


def said_of_run(desk: RunDesk) -> str:
    """How the run at work stands: its node, how far that is, how long it took and will take."""
    order, path = desk.order, desk.working_on
    said = [title_of(order.snapshot, path) if order and path else tr("getting ready")]
    progress = desk.states.of(desk.working_on).progress if desk.working_on else None
    if progress:
        said.append(tr("{share} %", share=round(100 * progress)))
    if desk.estimate is not None:
        said.append(spoken_elapsed(desk.estimate.elapsed()))
        said.append(spoken_time_left(desk.estimate.remaining()))
    return " · ".join(said)
