"""A layout that goes on in the next row where one is full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Its items stand side by side as large as they want to be, in as many rows as that takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] - None ends it
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] - None ends it
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() + self.spacing() for item in self._shown)
        margins = self.contentsMargins()
        return QSize(wide + margins.left() + margins.right(), self.heightForWidth(1 << 20))

    def minimumSize(self) -> QSize:
        size, margins = QSize(), self.contentsMargins()
        for item in self._shown:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(margins)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, moves=True)

    def rows(self, widgets: Sequence[QWidget], width: int) -> int:
        """How many rows these take, hidden or not."""
        margins = self.contentsMargins()
        room, count, x = width - margins.left() - margins.right(), 1, 0
        for widget in widgets:
            wide = widget.sizeHint().width()
            if x and x + wide > room:
                count, x = count + 1, 0
            x += wide + self.spacing()
        return count

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, rect: QRect, *, moves: bool) -> int:
        """Place everything, or only find out how high it is."""
        room = rect.marginsRemoved(self.contentsMargins())
        gap, row = self.spacing(), list[QLayoutItem]()
        x, y, high = room.x(), room.y(), 0
        for item in self._shown:
            size = item.sizeHint()
            if row and x + size.width() > room.right() + 1:
                self._place(row, room.x(), y, high, moves=moves)
                x, y, high, row = room.x(), y + high + gap, 0, []
            row.append(item)
            x += size.width() + gap
            high = max(high, size.height())
        self._place(row, room.x(), y, high, moves=moves)
        return y + high + rect.bottom() - room.bottom() - rect.y()

    def _place(self, row: list[QLayoutItem], x: int, y: int, high: int, *, moves: bool) -> None:
        for item in row if moves else ():
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
            x += size.width() + self.spacing()
