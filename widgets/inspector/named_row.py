"""A move of a storyboard, or a layer of it, chosen by name from what is wired to the node."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from nodes.parameters import NamesLayer, NamesMove
from nodes.wired_motion import between_ahead, node_at, panels_fed
from pipelines.panels import LayerRole, Panel
from widgets.document_model import DocumentModel
from widgets.inspector.editor import CalmComboBox
from widgets.inspector.field_row import FieldRow, mark_changed, name_label
from widgets.inspector.fields import Field
from widgets.inspector.help_lines import spoken
from widgets.inspector.moves import moves_of
from widgets.words import tr

_MOVED = frozenset({LayerRole.DRAWING, LayerRole.BACKGROUND})


class Named(NamedTuple):
    """Something to choose: its id, and what to call it."""

    id: str
    words: str


class NamedRow(FieldRow):
    """A list of what there is; what is chosen and no longer there is kept, and said."""

    def __init__(
        self, model: DocumentModel, at: tuple[str, ...], ids: tuple[str, ...], field: Field
    ) -> None:
        super().__init__(model, at, ids)
        self.field = field
        self._shown: list[Named] = []
        self.name = name_label(field)
        self.box = CalmComboBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.setAccessibleName(spoken(field.name))
        self.box.setAccessibleDescription(field.help)
        self.name.setBuddy(self.box)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.fontMetrics().height() + 8, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.name, self.box, self.refusal):
            column.addWidget(part)
        self.box.activated.connect(self._on_activated)

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        self.field = fields[self.field.name]
        chosen: str = self.field.values[0]
        found = list(self.found(fields))
        if chosen not in [one.id for one in found]:
            found.append(Named(chosen, tr("{name}, not here now", name=chosen)))
        mark_changed(self.name, changed=self.field.is_changed)
        with QSignalBlocker(self.box):
            if found != self._shown:
                self.box.clear()
                self.box.addItems([one.words for one in found])
            self.box.setCurrentIndex([one.id for one in found].index(chosen))
        self._shown = found

    @abstractmethod
    def found(self, fields: Mapping[str, Field]) -> Sequence[Named]:
        """What there is to choose from."""

    def panels(self, socket: str) -> tuple[Panel, ...]:
        """The panels of the storyboard that is wired to a socket."""
        return panels_fed(self._model.graph, self._at, self._ids[0], socket)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        chosen = self._shown[index].id
        if chosen == self.field.values[0]:
            return
        self.end_gesture()
        name = self.field.name
        self.set_values({name: chosen}, tr("Set {name}", name=spoken(name)))
        self.end_gesture()


class MoveRow(NamedRow):
    """The move that a node is for."""

    def __init__(
        self,
        model: DocumentModel,
        at: tuple[str, ...],
        ids: tuple[str, ...],
        field: Field,
        mark: NamesMove,
    ) -> None:
        super().__init__(model, at, ids, field)
        self._mark = mark

    def found(self, fields: Mapping[str, Field]) -> Sequence[Named]:
        moves = moves_of(self.panels(self._mark.socket), self._mark.modes)
        words = tr("All moves") if self._mark.for_all else tr("The first move")
        return [Named("", words), *(Named(*one) for one in moves)]


class LayerRow(NamedRow):
    """The layer, or the thing that a mask cuts out, that a node is for."""

    def __init__(
        self,
        model: DocumentModel,
        at: tuple[str, ...],
        ids: tuple[str, ...],
        field: Field,
        mark: NamesLayer,
    ) -> None:
        super().__init__(model, at, ids, field)
        self._mark = mark

    def found(self, fields: Mapping[str, Field]) -> Sequence[Named]:
        panels = self.panels(self._mark.socket)
        moves = moves_of(panels)
        move = fields[self._mark.move].values[0] or (moves[0].panel if moves else "")
        panel = next((one for one in panels if one.id == move), None)
        layers = panel.layers if panel is not None else ()
        shown = [
            Named(one.id, one.name.strip() or one.id)
            for one in reversed(layers)
            if one.role in _MOVED
        ]
        masks = [
            Named(f"mask {number}", tr("Mask {number}", number=number))
            for number in range(1, self._masks() + 1)
        ]
        return [Named("", tr("The whole drawing")), *shown, *masks]

    def _masks(self) -> int:
        """How many masks are wired to the In-Between that the node leads to."""
        graph = self._model.graph
        ahead = between_ahead(graph, "/".join((*self._at, self._ids[0])))
        node = node_at(graph, ahead.path) if ahead is not None else None
        return len(node.inputs.get("masks", ())) if node is not None else 0
