"""Timing curves of single moves: choose a move by its panels, give it a curve of its own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout

from nodes.wired_motion import panels_fed
from pipelines.easing import Easing
from widgets.document_model import DocumentModel
from widgets.inspector.dim_label import DimLabel
from widgets.inspector.easing_editor import EasingEditor
from widgets.inspector.editor import CalmComboBox
from widgets.inspector.field_row import FieldRow, mark_changed, name_label
from widgets.inspector.fields import Field
from widgets.inspector.help_lines import spoken
from widgets.inspector.moves import Gap, moves_of
from widgets.words import tr


class GapEasingRow(FieldRow):
    """Moves are those of the storyboard that is wired to the node."""

    def __init__(
        self,
        model: DocumentModel,
        at: tuple[str, ...],
        ids: tuple[str, ...],
        field: Field,
        *,
        socket: str,
        common: str,
    ) -> None:
        super().__init__(model, at, ids)
        self._field = field
        self._socket = socket
        self._common = common
        self._shared = Easing()
        self._gaps: list[Gap] = []
        self.name = name_label(field)
        self.moves = CalmComboBox()
        self.own = QCheckBox(tr("A curve of its own"))
        self.editor = EasingEditor()
        self.none = DimLabel(tr("The storyboard that is wired here has no moves yet."))
        self._dress()
        self.moves.activated.connect(self._on_move_chosen)
        self.own.clicked.connect(self._on_own_clicked)
        self.editor.chosen.connect(self._on_curve_chosen)
        self.editor.gesture_ended.connect(self.end_gesture)
        self.editor.objected.connect(self.object_to)

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        self._field = fields[self._field.name]
        shared = fields.get(self._common)
        self._shared = shared.values[0] if shared is not None else Easing()
        chosen = self._chosen()
        self._gaps = self._found()
        curves = self._curves()
        mark_changed(self.name, changed=bool(curves))
        shown = [
            tr("{move}: own curve", move=gap.words) if gap.panel in curves else gap.words
            for gap in self._gaps
        ]
        ids = [gap.panel for gap in self._gaps]
        with QSignalBlocker(self.moves):
            if shown != [self.moves.itemText(at) for at in range(self.moves.count())]:
                self.moves.clear()
                self.moves.addItems(shown)
            self.moves.setCurrentIndex(ids.index(chosen) if chosen in ids else 0 if ids else -1)
        for part in (self.moves, self.own):
            part.setVisible(bool(ids))
        self.none.setVisible(not ids)
        self._show_curve()

    def _show_curve(self) -> None:
        own = self._curves().get(self._chosen())
        self.own.setChecked(own is not None)
        self.editor.setVisible(own is not None)
        self.editor.show_value(own or self._shared, differs=False)

    def _chosen(self) -> str:
        at = self.moves.currentIndex()
        return self._gaps[at].panel if 0 <= at < len(self._gaps) else ""

    def _curves(self) -> dict[str, Easing]:
        return dict(self._field.values[0])

    def _found(self) -> list[Gap]:
        """The moves of the storyboard upstream, and those that have a curve and no move now."""
        gaps = moves_of(panels_fed(self._model.graph, self._at, self._ids[0], self._socket))
        known = {gap.panel for gap in gaps}
        lost = [panel for panel in self._curves() if panel not in known]
        return [*gaps, *(Gap(one, tr("{panel}, no move now", panel=one)) for one in lost)]

    def _dress(self) -> None:
        self.name.setBuddy(self.moves)
        self.moves.setAccessibleName(tr("Move"))
        self.moves.setAccessibleDescription(self._field.help)
        self.moves.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.editor.name_for_readers(spoken(self._field.name), self._field.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.fontMetrics().height() + 8, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.name, self.moves, self.none, self.own, self.editor, self.refusal):
            column.addWidget(part)

    def _set(self, panel: str, easing: Easing | None) -> None:
        curves = self._curves()
        if easing is None:
            curves.pop(panel, None)
        else:
            curves[panel] = easing
        self.set_values({self._field.name: tuple(curves.items())}, tr("Set the timing of a move"))

    @Slot(int)
    def _on_move_chosen(self, index: int) -> None:
        self.end_gesture()
        self._show_curve()

    @Slot(bool)
    def _on_own_clicked(self, own: bool) -> None:
        self.end_gesture()
        self._set(self._chosen(), self._shared if own else None)
        self.end_gesture()

    @Slot(object)
    def _on_curve_chosen(self, easing: Easing) -> None:
        if self._curves().get(self._chosen()) != easing:
            self._set(self._chosen(), easing)
