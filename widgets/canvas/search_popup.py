"""The search for a node to add: type, look, take one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nodes.spec import NodeSpec
from widgets.canvas.searching import ranked
from widgets.icons import icon
from widgets.inspector.help_lines import spoken, summary
from widgets.theme import Theme, readable
from widgets.words import said, tr

_SPEC = Qt.ItemDataRole.UserRole
_KEYS_OF_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchPopup(QFrame):
    """Lies over its parent until a node is chosen, Escape is pressed or the focus leaves."""

    chosen = Signal(object)
    """A NodeSpec was chosen."""
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Search for a node"))
        self.field.setAccessibleName(tr("Search for a node"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Nodes that were found"))
        self.help = QLabel(self)
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self.help.setWordWrap(True)
        self.help.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self.help)
        self._specs: Sequence[NodeSpec] = ()
        self._used: Mapping[str, int] = {}
        self._parameters: Mapping[str, str] = {}
        self._theme: Theme | None = None
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.list.itemClicked.connect(self._on_clicked)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.hide()

    def ask(
        self,
        specs: Sequence[NodeSpec],
        at: QPoint,
        theme: Theme,
        used: Mapping[str, int],
        parameters: Mapping[str, str] | None = None,
    ) -> None:
        """Offer kinds of node, best first, near a point of the parent; `parameters` are those that
        become sockets, by kind."""
        self._specs, self._theme, self._used = specs, theme, used
        self._parameters = parameters or {}
        self.field.clear()
        unit = self.fontMetrics().height()
        self.help.setFixedHeight(round(unit * 2.6))
        room = self._parent.size()
        wide, tall = max(room.width() - 16, unit * 10), max(room.height() - 16, unit * 8)
        self.resize(QSize(min(unit * 21, wide), min(unit * 22, tall)))
        x = min(at.x(), room.width() - self.width() - 8)
        y = min(at.y(), room.height() - self.height() - 8)
        self.move(max(8, x), max(8, y))
        self.update_content()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def update_content(self) -> None:
        """List what the typed letters mean."""
        self.list.clear()
        for spec in ranked(self.field.text(), self._specs, used=self._used):
            row = QListWidgetItem(f"{self._title(spec)}   ·  {said(spec.category)}")
            row.setData(_SPEC, spec)
            if self._theme is not None:
                base = self.palette().base().color()
                colour = readable(self._theme.category(spec.category), 3.0, base)
                chosen = self.palette().highlightedText().color()
                row.setIcon(icon(spec.icon, colour, selected=chosen))
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        if not self._specs:
            self.help.setText(tr("No kind of node fits this wire."))
        elif not self.list.count():
            self.help.setText(tr("No node fits these letters. Delete some of them."))

    def _title(self, spec: NodeSpec) -> str:
        title, parameter = said(spec.title), self._parameters.get(spec.id)
        if parameter is None:
            return title
        return tr("{kind}: {parameter}", kind=title, parameter=spoken(parameter).lower())

    def close_search(self) -> None:
        """Go away without a choice."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.close_search()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            self.close_search()
            return True
        if key in _KEYS_OF_LIST:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(key, 8)
            row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
            self.list.setCurrentRow(row)
            return True
        return False

    def _on_text_changed(self, text: str) -> None:
        self.update_content()

    def _on_return_pressed(self) -> None:
        self._choose(self.list.currentItem())

    def _on_clicked(self, row: QListWidgetItem) -> None:
        self._choose(row)

    def _on_current_changed(
        self, row: QListWidgetItem | None, before: QListWidgetItem | None
    ) -> None:
        spec = row.data(_SPEC) if row is not None else None
        self.help.setText(summary(spec.help) if spec else "")

    def _choose(self, row: QListWidgetItem | None) -> None:
        if row is None:
            return
        spec = row.data(_SPEC)
        self.hide()
        self.chosen.emit(spec)
        self.closed.emit()
