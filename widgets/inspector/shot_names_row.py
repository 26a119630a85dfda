"""The names of a storyboard's shots: a line for each shot that its panels make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel

from pipelines.panels import Panel
from pipelines.shot_ids import shot_ids, shots_of
from widgets.document_model import DocumentModel
from widgets.inspector.dim_label import DimLabel
from widgets.inspector.editor import TypedLine
from widgets.inspector.field_row import FieldRow, name_label
from widgets.inspector.fields import Field
from widgets.shot_names import titles_of
from widgets.words import counted, tr


class ShotNamesRow(FieldRow):
    """An empty line lets its shot be numbered."""

    def __init__(
        self,
        model: DocumentModel,
        at: tuple[str, ...],
        ids: tuple[str, ...],
        field: Field,
        panels: str,
    ) -> None:
        super().__init__(model, at, ids)
        self._field = field
        self._panels = panels
        self._shots: list[str] = []
        self.lines: dict[str, TypedLine] = {}
        self.name = name_label(field)
        self.none = DimLabel(tr("There are no shots before there are panels."))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.name, 0, 0, 1, 2)
        self._grid.addWidget(self.none, 1, 0, 1, 2)
        self._labels: list[QLabel] = []

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        self._field = fields[self._field.name]
        panels: Sequence[Panel] = fields[self._panels].values[0]
        shots = shot_ids(panels)
        if shots != self._shots:
            self._shots = shots
            self._build()
        self.none.setVisible(not shots)
        names = dict(self._field.values[0])
        titles = titles_of(shots, names)
        for title, shot, inside in zip(titles, shots, shots_of(panels), strict=True):
            line = self.lines[shot]
            if line.text().strip() != names.get(shot, ""):
                line.show_text(names.get(shot, ""), differs=False)
            line.setPlaceholderText(title)
            frames = sum(panels[place].duration for place in inside)
            line.setToolTip(counted("{count} frame", "{count} frames", frames))

    def _build(self) -> None:
        for part in (*self.lines.values(), *self._labels):
            part.hide()
            part.deleteLater()
        self.lines, self._labels = {}, []
        for number, shot in enumerate(self._shots, 1):
            label, line = DimLabel(str(number)), TypedLine()
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label.setWordWrap(False)
            line.setAccessibleName(tr("Name of shot {number}", number=number))
            line.textEdited.connect(self._on_typed)
            line.editingFinished.connect(self.end_gesture)
            self.lines[shot] = line
            self._labels.append(label)
            self._grid.addWidget(label, number + 1, 0)
            self._grid.addWidget(line, number + 1, 1)
        self._grid.addWidget(self.refusal, len(self._shots) + 2, 0, 1, 2)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        names = dict(self._field.values[0])
        names |= {shot: line.text().strip() for shot, line in self.lines.items()}
        pairs = tuple((shot, name) for shot, name in names.items() if name)
        if pairs != self._field.values[0]:
            self.set_values({self._field.name: pairs}, tr("Rename the shot"))
