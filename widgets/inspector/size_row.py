"""Width and height in one row: typed, chosen from presets, swapped, or kept in proportion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from widgets.document_model import DocumentModel
from widgets.inspector.editor import SEVERAL, CalmComboBox
from widgets.inspector.field_row import FieldRow, mark_changed
from widgets.inspector.fields import Field
from widgets.inspector.glyph_button import GlyphButton
from widgets.inspector.help_lines import spoken, tooltip
from widgets.inspector.number_limits import limits_of
from widgets.inspector.number_line import NumberLine
from widgets.inspector.socket_button import SocketButton
from widgets.words import noted, said, tr


class Preset(NamedTuple):
    """A size with a name."""

    name: str
    width: int
    height: int


PRESETS = (
    Preset(noted("480p"), 832, 480),
    Preset(noted("720p"), 1280, 720),
    Preset(noted("1080p"), 1920, 1080),
    Preset(noted("4K"), 3840, 2160),
    Preset(noted("Square"), 1024, 1024),
    Preset(noted("Portrait"), 720, 1280),
    Preset(noted("Classic 4:3"), 960, 720),
)
_CUSTOM = noted("Custom")


class SizeRow(FieldRow):
    """Edits the two sides of a size. Each side can be a socket of its own."""

    def __init__(
        self,
        model: DocumentModel,
        at: tuple[str, ...],
        ids: tuple[str, ...],
        width: Field,
        height: Field,
    ) -> None:
        super().__init__(model, at, ids)
        self._fields = (width, height)
        self._input: tuple[int, int] | None = None
        self._ratio: float | None = None
        self.name = QLabel(tr("Size"))
        self.presets = CalmComboBox()
        self.swap = GlyphButton("mdi6.swap-horizontal", tr("Swap width and height"))
        self.keep = GlyphButton("mdi6.link-variant-off", tr("Keep the proportions"))
        self.reset = GlyphButton("mdi6.restore", tr("Reset the size"))
        self.sockets = (SocketButton(width.spec.socket), SocketButton(height.spec.socket))
        self.lines = (NumberLine(limits_of(width.spec)), NumberLine(limits_of(height.spec)))
        self.names = (width.name, height.name)
        self.setFocusProxy(self.lines[0])
        self._dress()
        self._lay_out()
        self._connect()

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        self._fields = (fields[self.names[0]], fields[self.names[1]])
        for field, socket, line in zip(self._fields, self.sockets, self.lines, strict=True):
            socket.setVisible(field.can_be_socket)
            socket.show_socket(spoken(field.name), exposed=field.is_exposed)
            line.setEnabled(not field.wired_from)
            line.show_number(None if field.differs or field.wired_from else field.values[0])
            if field.wired_from:
                line.setPlaceholderText(tr("from {node}", node=field.wired_from))
        is_free = not any(field.wired_from for field in self._fields)
        for part in (self.presets, self.swap, self.keep):
            part.setEnabled(is_free)
        self.reset.setVisible(any(field.is_set for field in self._fields) and is_free)
        mark_changed(self.name, changed=any(field.is_changed for field in self._fields))
        self._fill_presets()

    def show_input(self, size: tuple[int, int] | None) -> None:
        """The size of what is wired to the node; None where that is not known."""
        if size != self._input:
            self._input = size
            self._fill_presets()

    def _size(self) -> tuple[int, int] | None:
        """What is shown, None where nodes differ."""
        width, height = self._fields
        if width.differs or height.differs:
            return None
        return width.values[0], height.values[0]

    def _choices(self) -> list[tuple[str, tuple[int, int]]]:
        known = [(said(preset.name), (preset.width, preset.height)) for preset in PRESETS]
        return [*known, (tr("Same as the input"), self._input)] if self._input else known

    def _fill_presets(self) -> None:
        shown = [
            tr("{name}: {width} × {height}", name=name, width=size[0], height=size[1])
            for name, size in self._choices()
        ]
        if shown != [self.presets.itemText(at) for at in range(self.presets.count())]:
            self.presets.clear()
            self.presets.addItems(shown)
            words = self.fontMetrics()
            wide = max(words.horizontalAdvance(one) for one in shown) + 3 * words.height()
            self.presets.view().setMinimumWidth(wide)  # the box itself may be narrower
        size = self._size()
        sizes = [one for _, one in self._choices()]
        self.presets.setPlaceholderText(said(SEVERAL) if size is None else said(_CUSTOM))
        self.presets.setCurrentIndex(sizes.index(size) if size in sizes else -1)

    def _dress(self) -> None:
        self.keep.setCheckable(True)
        self.presets.setAccessibleName(tr("Size presets"))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.presets.setSizePolicy(policy)
        for field, line in zip(self._fields, self.lines, strict=True):
            line.setAccessibleName(spoken(field.name))
            line.setAccessibleDescription(field.help)
            line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 6)
        self.name.setToolTip(tooltip(self._fields[0].help))
        self.name.setBuddy(self.lines[0])
        self.setFocusProxy(self.lines[0])
        for part in (self.reset, *self.sockets):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        sides = QWidget()
        line = QHBoxLayout(sides)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for socket, side, words in zip(self.sockets, self.lines, ("×", tr("px")), strict=True):
            label = QLabel(words)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            line.addWidget(socket)
            line.addWidget(side, 1)
            line.addWidget(label)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.presets, 0, 1)
        grid.addWidget(self.swap, 0, 2)
        grid.addWidget(self.keep, 0, 3)
        grid.addWidget(self.reset, 0, 4)
        grid.addWidget(sides, 1, 0, 1, 5)
        grid.addWidget(self.refusal, 2, 0, 1, 5)
        grid.setColumnStretch(1, 1)
        self.name.setIndent(self.sockets[0].sizeHint().width() + 4)
        self.name.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        width, height = self.lines
        width.number_typed.connect(self._on_width_typed)
        height.number_typed.connect(self._on_height_typed)
        for line in self.lines:
            line.objected.connect(self.object_to)
            line.editingFinished.connect(self.end_gesture)
        self.presets.activated.connect(self._on_preset_chosen)
        self.swap.clicked.connect(self._on_swap_clicked)
        self.keep.toggled.connect(self._on_keep_toggled)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.sockets[0].clicked.connect(self._on_width_socket_clicked)
        self.sockets[1].clicked.connect(self._on_height_socket_clicked)

    def _set(self, *sides: Any) -> None:
        values = {
            name: side
            for name, side, field in zip(self.names, sides, self._fields, strict=True)
            if side is not None and (field.differs or side != field.values[0])
        }
        if values and not self.set_values(values, tr("Set the size")):
            self.show_fields({field.name: field for field in self._fields})

    @Slot(object)
    def _on_width_typed(self, width: Any) -> None:
        self._set(width, max(round(width / self._ratio), 1) if self._ratio else None)

    @Slot(object)
    def _on_height_typed(self, height: Any) -> None:
        self._set(max(round(height * self._ratio), 1) if self._ratio else None, height)

    @Slot(int)
    def _on_preset_chosen(self, index: int) -> None:
        self.end_gesture()
        size = self._choices()[index][1]
        self._set(*size)
        self.end_gesture()
        self._remember_ratio()

    @Slot()
    def _on_swap_clicked(self) -> None:
        size = self._size()
        if size is not None:
            self.end_gesture()
            self._set(size[1], size[0])
            self.end_gesture()
            self._remember_ratio()

    @Slot(bool)
    def _on_keep_toggled(self, kept: bool) -> None:
        self.keep.show_glyph("mdi6.link-variant" if kept else "mdi6.link-variant-off")
        self._remember_ratio()

    def _remember_ratio(self) -> None:
        size = self._size()
        keeps = self.keep.isChecked() and size is not None and size[1] > 0
        self._ratio = size[0] / size[1] if keeps and size is not None else None

    @Slot()
    def _on_reset_clicked(self) -> None:
        self.reset_values(self.names, tr("Reset the size"))

    @Slot(bool)
    def _on_width_socket_clicked(self, exposed: bool) -> None:
        self.expose(self.names[0], exposed=exposed)

    @Slot(bool)
    def _on_height_socket_clicked(self, exposed: bool) -> None:
        self.expose(self.names[1], exposed=exposed)
