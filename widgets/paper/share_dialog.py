"""Which panels are to have a background in common."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from widgets.paper.board import Board
from widgets.words import tr

_ID = Qt.ItemDataRole.UserRole


class ShareDialog(QDialog):
    """The panels with a tick each. Those that share it already keep theirs."""

    chosen = Signal(str, object)
    """The layer, and the ids of all panels that are to have it."""

    def __init__(self, board: Board, layer_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Share background"))
        self._layer_id = layer_id
        words = QLabel(
            tr("The chosen panels get this background. It is one: a change on any changes all.")
        )
        words.setWordWrap(True)
        self.panels = QListWidget()
        self.panels.setAccessibleName(tr("Panels"))
        held = board.sharers(layer_id)
        for number, panel in enumerate(board.panels, 1):
            item = QListWidgetItem(tr("Panel {number}", number=number))
            item.setData(_ID, panel.id)
            has = panel.id in held
            item.setCheckState(Qt.CheckState.Checked if has else Qt.CheckState.Unchecked)
            if has:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.panels.addItem(item)
        self.all = QPushButton(tr("All Panels"))
        self.all.clicked.connect(self._on_all_clicked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.share = buttons.addButton(tr("Share"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (words, self.panels, buttons):
            column.addWidget(widget)

    def accept(self) -> None:
        items = [self.panels.item(row) for row in range(self.panels.count())]
        wanted = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        self.chosen.emit(self._layer_id, [str(item.data(_ID)) for item in wanted])
        super().accept()

    @Slot()
    def _on_all_clicked(self) -> None:
        for row in range(self.panels.count()):
            self.panels.item(row).setCheckState(Qt.CheckState.Checked)
