"""What the rows of the inspector share: edits of all selected nodes at once, and refusals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from nodes.edits import Batch, Edit, ExposeParameter, ResetParameter, SetParameter
from nodes.refusals import GraphError
from widgets.document_model import DocumentModel
from widgets.inspector.fields import Field
from widgets.inspector.help_lines import spoken, tooltip
from widgets.theme import theme_of
from widgets.words import told, tr

_GESTURES = count()


class FieldRow(QWidget):
    """Edits parameters of one or several nodes. A refusal is said below, and changes nothing."""

    name: QLabel
    """What is edited, in the first line."""
    tool_toggled = Signal(str, bool)
    """The person wants to edit this parameter by hand over the picture, or no longer does."""

    def __init__(self, model: DocumentModel, at: tuple[str, ...], ids: tuple[str, ...]) -> None:
        super().__init__()
        self._model = model
        self._at = at
        self._ids = ids
        self._gesture = next(_GESTURES)
        self.refusal = QLabel()
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setWordWrap(True)
        self.refusal.hide()

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        """Show the parameters as they are now."""
        raise NotImplementedError

    def set_values(self, values: Mapping[str, Any], name: str) -> bool:
        """Set parameters of all nodes; one step for as long as the gesture goes on."""
        edits = [
            SetParameter(at=self._at, node=node, name=key, value=value)
            for node in self._ids
            for key, value in values.items()
        ]
        return self.do(edits, name, merge=f"parameter {self._gesture}")

    def reset_values(self, names: Sequence[str], name: str) -> bool:
        """Bring parameters of all nodes back to their defaults."""
        return self.do(
            [ResetParameter(at=self._at, node=i, name=one) for i in self._ids for one in names],
            name,
        )

    def expose(self, name: str, *, exposed: bool) -> bool:
        """Turn a parameter of all nodes into a socket, or back."""
        edits = [
            ExposeParameter(at=self._at, node=i, name=name, exposed=exposed) for i in self._ids
        ]
        shown = spoken(name)
        if exposed:
            return self.do(edits, tr("Turn {name} into a socket", name=shown))
        return self.do(edits, tr("Make {name} a value again", name=shown))

    def do(self, edits: Sequence[Edit], name: str, *, merge: str = "") -> bool:
        """Carry out edits as one step; whether they were taken."""
        edit = edits[0] if len(edits) == 1 else Batch(edits=tuple(edits), name=name)
        try:
            self._model.do(edit, name, merge=merge)
        except GraphError as error:
            self.object_to(told(error))
            return False
        self.object_to("")
        return True

    @Slot(str)
    def object_to(self, words: str) -> None:
        """Say why something was refused; empty takes it back."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme_of(self.palette()).refusal)
        self.refusal.setPalette(palette)
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    @Slot()
    def end_gesture(self) -> None:
        """What is set from now on is another step."""
        self._gesture = next(_GESTURES)


def name_label(field: Field) -> QLabel:
    """The name of what is edited; its help is the tooltip."""
    label = QLabel(spoken(field.name))
    label.setToolTip(tooltip(field.help))
    return label


def mark_changed(label: QLabel, *, changed: bool) -> None:
    """Show by a bold name that a value is not the node's own."""
    font = QFont(label.font())
    if font.bold() != changed:
        font.setBold(changed)
        label.setFont(font)
