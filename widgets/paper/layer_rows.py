"""The layers of a panel as rows, the uppermost first: what is shown of them and dragged about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from pipelines.panels import Layer, LayerRole
from widgets.paper.layer_words import layer_name, role_words
from widgets.words import counted, tr

_MIME = "application/x-storyloom-layer-row"
ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A layer as it stands in the list."""

    layer: Layer
    depth: int
    hangs_on: str
    """The name of what it hangs on, where that is not the row above it in the tree."""
    panels: int
    """How many panels share it; 0 for what is no background."""

    @property
    def is_shared(self) -> bool:
        """Whether what is done to it is done elsewhere too."""
        return self.panels > 1

    @property
    def spoken(self) -> str:
        """All that its signs say."""
        layer = self.layer
        words = [layer_name(layer), role_words(layer.role)]
        if self.is_shared:
            words.append(counted("shared by 1 panel", "shared by {count} panels", self.panels))
        if self.hangs_on:
            words.append(tr("hangs on {name}", name=self.hangs_on))
        if not layer.visible:
            words.append(tr("hidden"))
        if layer.locked:
            words.append(tr("locked"))
        if layer.alpha_locked:
            words.append(tr("transparency locked"))
        return ", ".join(words)


class LayerRows(QAbstractListModel):
    """Says what a hand asks for; whoever edits the document shows the rows again."""

    renamed = Signal(str, str)
    """Layer and the name that it is to have."""
    visibility_asked = Signal(str, bool)
    moved = Signal(str, int)
    """Layer and the place that it is to have, counted from the lowest."""
    hung = Signal(str, str)
    """Layer and what it is to hang on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LayerRow, ...] = ()

    def show(self, rows: Sequence[LayerRow]) -> None:
        """Show these."""
        before, self._rows = self._rows, tuple(rows)
        if [row.layer.id for row in before] != [row.layer.id for row in rows]:
            self.beginResetModel()
            self.endResetModel()
            return
        for at, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, layer_id: str) -> int:
        """Where a layer stands, -1 where it does not."""
        return next((at for at, row in enumerate(self._rows) if row.layer.id == layer_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return layer_name(row.layer)
            case _Role.ToolTipRole | _Role.AccessibleTextRole:
                return row.spoken
            case _Role.CheckStateRole:
                return Qt.CheckState.Checked if row.layer.visible else Qt.CheckState.Unchecked
            case _:
                return row if role == ROW else None

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        if not index.isValid():
            return False
        layer = self._rows[index.row()].layer
        if role == _Role.EditRole and str(value).strip() not in ("", layer_name(layer)):
            self.renamed.emit(layer.id, str(value))
        elif role == _Role.CheckStateRole:
            self.visibility_asked.emit(layer.id, Qt.CheckState(value) is Qt.CheckState.Checked)
        else:
            return False
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        whole = Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return whole
        return (
            whole
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    # Dragging: between rows a layer is moved, onto a row it is hung

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        mime.setData(_MIME, self._rows[indexes[0].row()].layer.id.encode())
        return mime

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        layer_id = bytes(data.data(_MIME).data()).decode()
        start = self.row_of(layer_id)
        if start < 0:
            return False
        if parent.isValid():
            self.hung.emit(layer_id, self._rows[parent.row()].layer.id)
        else:
            row = len(self._rows) if row < 0 else row
            below = row - 1 if start < row else row
            self.moved.emit(layer_id, len(self._rows) - 1 - below)
        return False  # the rows follow the document


def rows_of(
    layers: Sequence[Layer], depths: Mapping[str, int], panels: Mapping[str, int]
) -> tuple[LayerRow, ...]:
    """The rows of layers, lowest first; `panels` counts the panels of backgrounds."""
    names = {layer.id: layer_name(layer) for layer in layers}
    found: list[LayerRow] = []
    above = ""
    for layer in reversed(layers):
        is_next = layer.parent == above or (
            bool(found) and found[-1].layer.parent == layer.parent and not found[-1].hangs_on
        )
        on = "" if is_next else names.get(layer.parent, "")
        count = panels.get(layer.id, 0) if layer.role is LayerRole.BACKGROUND else 0
        found.append(LayerRow(layer, depths[layer.id], on, count))
        above = layer.id
    return tuple(found)
