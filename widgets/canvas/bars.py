"""The two bars above the canvas: where in the groups one is, and the search for nodes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from widgets.words import counted, tr


class PathBar(QWidget):
    """The groups that are open, each a button that leads back to it. Hidden on the outermost."""

    level_asked = Signal(int)
    """How many of the open groups shall stay open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 4, 8, 4)
        self._layout.setSpacing(2)
        self._parts: list[QWidget] = []
        self.hide()

    def show_path(self, titles: Sequence[str]) -> None:
        """Show the titles of the open groups, the outermost first."""
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for depth, title in enumerate((tr("Project"), *titles)):
            if depth:
                self._add(QLabel("›", self))
            self._add(self._button(title, depth, is_last=depth == len(titles)))
        self._layout.addStretch()
        self.setVisible(bool(titles))

    def _button(self, title: str, depth: int, *, is_last: bool) -> QToolButton:
        button = QToolButton(self)
        shown = title if len(title) <= 32 else title[:31] + "…"
        button.setText(shown.replace("&", "&&"))
        button.setAutoRaise(True)
        button.setProperty("depth", depth)
        button.setEnabled(not is_last)
        button.setAccessibleName(tr("Go to {title}", title=title))
        button.clicked.connect(self._on_clicked)
        return button

    def _add(self, part: QWidget) -> None:
        while self._layout.count() > len(self._parts):
            self._layout.takeAt(self._layout.count() - 1)
        self._parts.append(part)
        self._layout.addWidget(part)
        part.show()

    def _on_clicked(self) -> None:
        self.level_asked.emit(self.sender().property("depth"))


class FindBar(QWidget):
    """Finds nodes of the open level by words."""

    sought = Signal(str)
    next_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Find nodes by title, kind or id"))
        self.field.setAccessibleName(tr("Find nodes"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self.field)
        layout.addWidget(self._count)
        self.hide()

    @property
    def words(self) -> str:
        return self.field.text()

    def ask(self) -> None:
        """Come up for typing."""
        self.show()
        self.field.selectAll()
        self.field.setFocus()

    def show_count(self, count: int) -> None:
        """Say how many nodes were found."""
        one = counted("1 node", "{count} nodes", count)
        self._count.setText(one if self.words.strip() else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_press and event.key() == Qt.Key.Key_Escape:
            self.field.clear()
            self.hide()
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self, text: str) -> None:
        self.sought.emit(text)

    def _on_return_pressed(self) -> None:
        self.next_asked.emit()
