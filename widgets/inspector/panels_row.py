"""The panels of a storyboard in the inspector: a list, and what is said of the chosen ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
)

from pipelines.panels import Panel
from pipelines.timing import MOVING
from widgets.document_model import DocumentModel
from widgets.inspector.field_row import FieldRow, name_label
from widgets.inspector.fields import Field
from widgets.inspector.help_lines import spoken
from widgets.inspector.panel_editor import PanelEditor
from widgets.words import tr

_LINES = 6


class PanelsRow(FieldRow):
    """Arrow keys, Shift and Ctrl choose panels; what is typed below goes to all of them."""

    panels_chosen = Signal(object)
    """Ids: the person chose these panels in the list."""

    def __init__(
        self,
        model: DocumentModel,
        at: tuple[str, ...],
        ids: tuple[str, ...],
        field: Field,
        folder: Path | None = None,
    ) -> None:
        super().__init__(model, at, ids)
        self._name = field.name
        self._panels: tuple[Panel, ...] = ()
        self.name = name_label(field)
        self.list = _PanelList()
        self.editor = PanelEditor(model)
        self.editor.set_folder(folder)
        self.name.setBuddy(self.list)
        self.list.setAccessibleName(spoken(field.name))
        self.list.setAccessibleDescription(field.help)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.name, self.list, self.editor, self.refusal):
            column.addWidget(part)
        self.list.itemSelectionChanged.connect(self._on_selection_changed)
        self.editor.refused.connect(self.object_to)

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        before, self._panels = self._panels, fields[self._name].values[0]
        if before is self._panels:
            return
        chosen = {panel.id for panel in self._chosen(before)}
        with QSignalBlocker(self.list):
            self._fill()
            for place, panel in enumerate(self._panels):
                item = self.list.item(place)
                item.setSelected(panel.id in chosen or (not chosen and place == 0))
        if [panel.id for panel in before] != [panel.id for panel in self._panels]:
            self._edit_chosen()

    def choose_panels(self, ids: Collection[str]) -> None:
        """Choose panels as if they were chosen in the list."""
        if not ids or {panel.id for panel in self._chosen(self._panels)} == set(ids):
            return
        first: QListWidgetItem | None = None
        with QSignalBlocker(self.list):
            for place, panel in enumerate(self._panels):
                item = self.list.item(place)
                item.setSelected(panel.id in ids)
                first = item if first is None and panel.id in ids else first
        if first is not None:
            self.list.scrollToItem(first)
        self._edit_chosen()

    def _fill(self) -> None:
        lines = [_line(panel, place + 1) for place, panel in enumerate(self._panels)]
        if self.list.count() != len(lines):
            self.list.clear()
            self.list.addItems(lines)
        for place, line in enumerate(lines):
            item = self.list.item(place)
            if item.text() != line:
                item.setText(line)

    def _chosen(self, panels: tuple[Panel, ...]) -> list[Panel]:
        places = sorted(index.row() for index in self.list.selectedIndexes())
        return [panels[place] for place in places if place < len(panels)]

    def _edit_chosen(self) -> tuple[str, ...]:
        chosen = tuple(panel.id for panel in self._chosen(self._panels))
        self.editor.show_panels(self._at, self._ids[0], chosen, parameter=self._name)
        return chosen

    @Slot()
    def _on_selection_changed(self) -> None:
        self.panels_chosen.emit(self._edit_chosen())


class _PanelList(QListWidget):
    """A list that is a few lines high, and no wider than its room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        high = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing())
        return QSize(0, high * _LINES + 2 * self.frameWidth())


def _line(panel: Panel, number: int) -> str:
    words = panel.label or panel.prompt or panel.dialogue or panel.notes
    joint = spoken(panel.joint.value)
    if panel.joint in MOVING:
        joint = tr("{joint} {frames} f", joint=joint, frames=panel.move)
    line = tr("{number}: {frames} f, {joint}", number=number, frames=panel.duration, joint=joint)
    return tr("{line} – {words}", line=line, words=" ".join(words.split())) if words else line
