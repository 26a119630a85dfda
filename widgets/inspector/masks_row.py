"""The painted objects of a mask painter in the inspector."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from widgets.document_model import DocumentModel
from widgets.inspector.field_row import FieldRow
from widgets.inspector.fields import Field
from widgets.masking.easel import MaskEasel
from widgets.masking.objects_panel import ObjectsPanel


class MasksRow(FieldRow):
    """Which of them is painted is also said by whoever paints."""

    object_chosen = Signal(str)
    """The id of the object that the person chose."""

    def __init__(
        self, model: DocumentModel, at: tuple[str, ...], ids: tuple[str, ...], field: Field
    ) -> None:
        super().__init__(model, at, ids)
        self._field = field
        self._easel = MaskEasel(model, self)
        self._easel.take_up(at, ids[0])
        self.panel = ObjectsPanel(self._easel)
        self.name = self.panel.title
        self._chosen = self._object_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        column.addWidget(self.refusal)
        self._easel.changed.connect(self._on_changed)
        self._easel.refused.connect(self.object_to)
        self.panel.painting_toggled.connect(self._on_painting_toggled)

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        """It follows the document by itself."""

    @property
    def names(self) -> tuple[str, ...]:
        """The parameter that it edits."""
        return (self._field.name,)

    def show_tool(self, *, held: bool) -> None:
        """Show whether the viewer is painted on."""
        self.panel.show_painting(paints=held)

    def choose_object(self, object_id: str) -> None:
        """Choose an object as if it were chosen in the list."""
        self._chosen = object_id
        self._easel.choose(object_id)

    @property
    def _object_id(self) -> str:
        painted = self._easel.object
        return painted.id if painted is not None else ""

    @Slot()
    def _on_changed(self) -> None:
        if self._object_id != self._chosen:
            self._chosen = self._object_id
            self.object_chosen.emit(self._chosen)

    @Slot(bool)
    def _on_painting_toggled(self, wanted: bool) -> None:
        self.tool_toggled.emit(self._field.name, wanted)
