"""One parameter in the inspector: its socket, name, editor, reset, and why it was refused."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nodes.edits import Batch, Edit, ExposeParameter, ResetParameter, SetParameter, SetSetting
from nodes.refusals import GraphError
from widgets.document_model import DocumentModel
from widgets.inspector.editors import editor_for
from widgets.inspector.elided_label import ElidedLabel
from widgets.inspector.fields import LOCKED_SEEDS, Field, locked_seeds, seed_name
from widgets.inspector.glyph_button import GlyphButton
from widgets.inspector.help_lines import spoken, tooltip
from widgets.inspector.seed_editor import SeedEditor
from widgets.inspector.socket_button import SocketButton
from widgets.theme import theme_of

_NAME_WIDTH = 15
"""Characters of the name column."""
_GESTURES = count()


class ParameterRow(QWidget):
    """Edits one parameter of one or several nodes."""

    def __init__(
        self,
        model: DocumentModel,
        at: tuple[str, ...],
        ids: tuple[str, ...],
        field: Field,
        folder: Path | None,
    ) -> None:
        super().__init__()
        self._model = model
        self._at = at
        self._ids = ids
        self._field = field
        self._gesture = next(_GESTURES)
        self.socket = SocketButton(field.spec.socket)
        self.name = ElidedLabel(spoken(field.name))
        self.editor = editor_for(field.spec, folder)
        self.reset = GlyphButton("mdi6.restore", f"Reset {spoken(field.name)}")
        self.wire = ElidedLabel()
        self.refusal = QLabel()
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def field(self) -> Field:
        """What is shown."""
        return self._field

    def show_field(self, field: Field) -> None:
        """Show the parameter as it is now."""
        self._field = field
        self.socket.setVisible(field.can_be_socket)
        self.socket.show_socket(spoken(field.name), exposed=field.is_exposed)
        self.reset.setEnabled(not field.is_locked)
        self.reset.setVisible(field.is_set and not field.wired_from)
        self.wire.setVisible(bool(field.wired_from))
        self.wire.show_text(f"from {field.wired_from}")
        self.editor.setVisible(not field.wired_from)
        if isinstance(self.editor, SeedEditor):
            self.editor.show_lock(locked=field.is_locked)
        self.editor.show_value(field.values[0], differs=field.differs)

    def _dress(self) -> None:
        words = tooltip(self._field.help)
        name = spoken(self._field.name)
        self.name.setToolTip(words or tooltip(name))
        self.name.setBuddy(self.editor)
        self.editor.name_for_readers(name, self._field.help)
        self.wire.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        for part in (self.socket, self.reset):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.socket, 0, 0)
        layout.addWidget(self.reset, 0, 3)
        if self.editor.is_tall:
            layout.addWidget(self.name, 0, 1, 1, 2)
            layout.addWidget(self.editor, 1, 1, 1, 3)
            layout.addWidget(self.wire, 1, 1, 1, 3)
        else:
            name_width = self.fontMetrics().averageCharWidth() * _NAME_WIDTH
            layout.setColumnMinimumWidth(1, name_width)
            layout.addWidget(self.name, 0, 1)
            layout.addWidget(self.editor, 0, 2)
            layout.addWidget(self.wire, 0, 2)
        layout.addWidget(self.refusal, 2, 1, 1, 3)
        layout.setColumnStretch(2, 1)

    def _connect(self) -> None:
        self.editor.chosen.connect(self._on_value_chosen)
        self.editor.gesture_ended.connect(self._on_gesture_ended)
        self.editor.objected.connect(self._on_objected)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.socket.clicked.connect(self._on_socket_clicked)
        if isinstance(self.editor, SeedEditor):
            self.editor.lock_turned.connect(self._on_lock_turned)

    @Slot(object)
    def _on_value_chosen(self, value: Any) -> None:
        field = self._field
        if not field.differs and _same(value, field.values[0]):
            self._on_objected("")
            return
        edits = [SetParameter(at=self._at, node=i, name=field.name, value=value) for i in self._ids]
        self._do(edits, f"Set {spoken(field.name)}", merge=f"parameter {self._gesture}")

    @Slot()
    def _on_gesture_ended(self) -> None:
        self._gesture = next(_GESTURES)

    @Slot(str)
    def _on_objected(self, words: str) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme_of(self.palette()).refusal)
        self.refusal.setPalette(palette)
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        self.editor.setAccessibleDescription(words or self._field.help)

    @Slot()
    def _on_reset_clicked(self) -> None:
        name = self._field.name
        edits = [ResetParameter(at=self._at, node=i, name=name) for i in self._ids]
        self._do(edits, f"Reset {spoken(name)}")

    @Slot(bool)
    def _on_socket_clicked(self, exposed: bool) -> None:
        name = self._field.name
        edits = [
            ExposeParameter(at=self._at, node=i, name=name, exposed=exposed) for i in self._ids
        ]
        words = f"Turn {spoken(name)} into a socket"
        self._do(edits, words if exposed else f"Make {spoken(name)} a value again")

    @Slot(bool)
    def _on_lock_turned(self, locked: bool) -> None:
        mine = [seed_name(self._at, node, self._field.name) for node in self._ids]
        kept = [name for name in locked_seeds(self._model.document) if name not in mine]
        names = [*kept, *mine] if locked else kept
        edit = SetSetting(name=LOCKED_SEEDS, value=names or None)
        self._do([edit], "Lock a seed" if locked else "Unlock a seed")

    def _do(self, edits: Sequence[Edit], name: str, *, merge: str = "") -> None:
        edit = edits[0] if len(edits) == 1 else Batch(edits=tuple(edits), name=name)
        try:
            self._model.do(edit, name, merge=merge)
        except GraphError as error:
            self._on_objected(str(error))
            self.show_field(self._field)
        else:
            self._on_objected("")


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and one == other
