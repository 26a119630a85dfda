"""One parameter in the inspector: its socket, name, editor, reset, and why it was refused."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from itertools import chain, count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy

from nodes.edits import ExposePort, HidePort, PutNodes
from nodes.graph import Port
from nodes.parameters import IsColour
from nodes.relinking import relink
from nodes.seeds import with_lock
from widgets.document_model import DocumentModel
from widgets.elided_label import ElidedLabel
from widgets.inspector.editors import editor_for
from widgets.inspector.field_row import FieldRow, mark_changed
from widgets.inspector.fields import Field, Tooling
from widgets.inspector.file_editor import FileEditor
from widgets.inspector.glyph_button import GlyphButton
from widgets.inspector.help_lines import spoken, tooltip
from widgets.inspector.seed_editor import SeedEditor
from widgets.inspector.socket_button import SocketButton
from widgets.words import tr

_NAME_WIDTH = 15
"""Characters of the name column."""
_BESIDE_FROM = 52
"""Characters from which on a row is wide enough for name and editor side by side."""


class ParameterRow(FieldRow):
    """Edits one parameter of one or several nodes.

    Where the row is narrow, the name stands above its editor, so that neither is cut.
    """

    def __init__(
        self,
        model: DocumentModel,
        at: tuple[str, ...],
        ids: tuple[str, ...],
        field: Field,
        folder: Path | None,
    ) -> None:
        super().__init__(model, at, ids)
        self._field = field
        self._folder = folder
        self._is_beside: bool | None = None
        self.socket = SocketButton(field.spec.socket)
        self.name = QLabel(spoken(field.name))
        self.editor = editor_for(field.spec, folder)
        self.setFocusProxy(self.editor)
        self.hand = _hand_for(field)
        self._hand_words = self.hand.toolTip()
        self.reset = GlyphButton("mdi6.restore", tr("Reset {name}", name=spoken(field.name)))
        self.lift = GlyphButton(
            "mdi6.arrow-up-bold-box-outline",
            tr("Show {name} on the group", name=spoken(field.name)),
        )
        self.wire = ElidedLabel()
        self._grid = QGridLayout(self)
        self._dress()
        self._lay_out(has_room=False)
        self._connect()

    @property
    def field(self) -> Field:
        """What is shown."""
        return self._field

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        self.show_field(fields[self._field.name])

    def show_field(self, field: Field) -> None:
        """Show the parameter as it is now."""
        self._field = field
        self.socket.setVisible(field.can_be_socket)
        self.socket.show_socket(spoken(field.name), exposed=field.is_exposed)
        self.reset.setEnabled(not field.is_locked)
        self.reset.setVisible(field.is_set and not field.wired_from)
        mark_changed(self.name, changed=field.is_changed and not field.wired_from)
        self.hand.setEnabled(field.tool is Tooling.READY and not field.wired_from)
        is_unfed = field.tool is Tooling.UNFED
        self.hand.setToolTip(
            tr("Wire a picture to the node to edit over it") if is_unfed else self._hand_words
        )
        self.hand.setAccessibleDescription(self.hand.toolTip() if is_unfed else "")
        self.lift.setChecked(bool(field.shown_on_group))
        self.wire.setVisible(bool(field.wired_from))
        self.wire.show_text(tr("from {node}", node=field.wired_from))
        self.editor.setVisible(not field.wired_from)
        if isinstance(self.editor, SeedEditor):
            self.editor.show_lock(locked=field.is_locked)
        self.editor.show_value(field.values[0], differs=field.differs)

    def offer_tool(self, *, offered: bool) -> None:
        """Offer to edit the parameter over the picture, where there is a tool for it."""
        self.hand.setVisible(offered and self._field.tool is not Tooling.NONE)

    def show_tool(self, *, held: bool) -> None:
        """Show whether the tool is in hand."""
        with QSignalBlocker(self.hand):
            self.hand.setChecked(held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        self._lay_out(has_room=self.width() >= letter * _BESIDE_FROM)

    def _dress(self) -> None:
        name, words = spoken(self._field.name), self._field.help
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.name.setToolTip(tooltip(words or name))
        self.name.setBuddy(self.editor)
        self.editor.name_for_readers(name, words)
        default = _spelled(self._field.spec.default)
        if default:
            self.reset.setToolTip(tr("Reset {name} to {value}", name=name, value=default))
            self.reset.setAccessibleName(self.reset.toolTip())
        self.wire.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hand.setCheckable(True)
        self.lift.setCheckable(True)
        self.lift.setVisible(bool(self._at) and len(self._ids) == 1)
        self.hand.hide()
        for part in (self.socket, self.reset):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)

    def _lay_out(self, *, has_room: bool) -> None:
        """Socket, name and reset above; the editor beside the name or, without room, below it."""
        beside = not self.editor.is_tall and (has_room or self.editor.is_small)
        if beside is self._is_beside:
            return
        self._is_beside = beside
        grid, name_width = self._grid, self.fontMetrics().averageCharWidth() * _NAME_WIDTH
        while grid.takeAt(0) is not None:
            pass
        grid.addWidget(self.socket, 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 1 if beside else 2)
        if beside:
            grid.addWidget(self.editor, 0, 2)
            grid.addWidget(self.wire, 0, 2)
        else:
            grid.addWidget(self.editor, 1, 1, 1, 5)
            grid.addWidget(self.wire, 1, 1, 1, 5)
        grid.addWidget(self.hand, 0, 3)
        grid.addWidget(self.reset, 0, 4)
        grid.addWidget(self.lift, 0, 5)
        grid.addWidget(self.refusal, 2, 1, 1, 5)
        grid.setColumnMinimumWidth(1, name_width if beside else 0)
        grid.setColumnStretch(2, 1)

    def _connect(self) -> None:
        self.editor.chosen.connect(self._on_value_chosen)
        self.editor.gesture_ended.connect(self.end_gesture)
        self.editor.objected.connect(self.object_to)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.hand.toggled.connect(self._on_hand_toggled)
        self.lift.clicked.connect(self._on_lift_clicked)
        self.socket.clicked.connect(self._on_socket_clicked)
        if isinstance(self.editor, SeedEditor):
            self.editor.lock_turned.connect(self._on_lock_turned)
        if isinstance(self.editor, FileEditor):
            self.editor.relinked.connect(self._on_relinked)

    @Slot(str)
    def object_to(self, words: str) -> None:
        super().object_to(words)
        self.editor.setAccessibleDescription(words or self._field.help)

    @Slot(object)
    def _on_value_chosen(self, value: Any) -> None:
        field = self._field
        if not field.differs and _same(value, field.values[0]):
            self.object_to("")
            return
        if not self.set_values({field.name: value}, tr("Set {name}", name=spoken(field.name))):
            self.show_field(self._field)

    @Slot()
    def _on_reset_clicked(self) -> None:
        name = self._field.name
        self.reset_values([name], tr("Reset {name}", name=spoken(name)))

    @Slot(bool)
    def _on_socket_clicked(self, exposed: bool) -> None:
        if not self.expose(self._field.name, exposed=exposed):
            self.show_field(self._field)

    @Slot(bool)
    def _on_hand_toggled(self, checked: bool) -> None:
        self.tool_toggled.emit(self._field.name, checked)

    @Slot(bool)
    def _on_lift_clicked(self, shown: bool) -> None:
        name, (*outer, group) = self._field.name, self._at
        at = tuple(outer)
        if shown:
            port = Port(self._free_name(at, group), self._ids[0], name)
            edit = ExposePort(at=at, group=group, port=port)
            self.do([edit], tr("Show {name} on the group", name=spoken(name)))
        else:
            hide = HidePort(at=at, group=group, name=self._field.shown_on_group)
            self.do([hide], tr("Take {name} off the group", name=spoken(name)))

    def _free_name(self, at: tuple[str, ...], group: str) -> str:
        """The parameter's own name on the group, or, where that is taken, one with the node's."""
        ports = self._model.document.graph_at(at).nodes[group].parameter_ports
        taken = {port.name for port in ports}
        name = self._field.name
        numbered = (f"{name}_{number}" for number in count(2))
        tries = chain((name, f"{self._ids[0]}_{name}"), numbered)
        return next(one for one in tries if one not in taken)

    @Slot(bool)
    def _on_lock_turned(self, locked: bool) -> None:
        graph = self._model.document.graph_at(self._at)
        name = self._field.name
        nodes = (graph.nodes[node] for node in self._ids)
        edit = PutNodes(
            at=self._at, nodes=tuple(with_lock(node, name, locked=locked) for node in nodes)
        )
        self.do([edit], tr("Lock a seed") if locked else tr("Unlock a seed"))

    @Slot(str, object)
    def _on_relinked(self, missing: str, found: Path) -> None:
        folder = self._folder or Path.cwd()
        edit = relink(self._model.document, folder, missing, found)
        self.do([edit], tr("Find {name}", name=Path(missing).name))


def _hand_for(field: Field) -> GlyphButton:
    if any(isinstance(mark, IsColour) for mark in field.spec.marks):
        return GlyphButton("mdi6.eyedropper", tr("Pick the colour from the picture"))
    return GlyphButton("mdi6.vector-square-edit", tr("Edit over the picture"))


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and one == other


def _spelled(value: Any) -> str:
    """A default in words; empty where it has none."""
    if isinstance(value, Enum):
        return spoken(str(value.value))
    if isinstance(value, bool):
        return tr("On") if value else tr("Off")
    return str(value) if isinstance(value, (int, float, str)) else ""
