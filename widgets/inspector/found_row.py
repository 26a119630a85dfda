"""The things that a node found, or that are wired to it, for a person to tick those wanted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pipelines.detection.found import FoundObjects
from widgets.document_model import DocumentModel
from widgets.found.found_list import FoundList
from widgets.inspector.dim_label import DimLabel
from widgets.inspector.field_row import FieldRow, mark_changed, name_label
from widgets.inspector.fields import Field
from widgets.inspector.glyph_button import GlyphButton
from widgets.words import counted, tr


class FoundRow(FieldRow):
    """Each tick is a step of its own. Ticks on things that are no more go with the next one."""

    pointed = Signal(str)
    """The id of the thing under the pointer, empty where there is none."""
    chosen = Signal(str)
    """The id of the thing that the person wants to see."""

    def __init__(
        self, model: DocumentModel, at: tuple[str, ...], ids: tuple[str, ...], field: Field
    ) -> None:
        super().__init__(model, at, ids)
        self._name = field.name
        self._ticks: tuple[str, ...] = ()
        self._found: FoundObjects | None = None
        self.name = name_label(field)
        self.name.setText(tr("Found things"))
        self.list = FoundList()
        self.name.setBuddy(self.list)
        self.said = DimLabel()
        self.all = GlyphButton("mdi6.checkbox-multiple-marked-outline", tr("Tick all"))
        self.none = GlyphButton("mdi6.checkbox-multiple-blank-outline", tr("Take all ticks away"))
        self.setFocusProxy(self.list)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.name, 1)
        head.addWidget(self.all)
        head.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for part in (self.list, self.said, self.refusal):
            column.addWidget(part)
        self.list.ticked.connect(self._on_ticked)
        self.list.pointed.connect(self.pointed)
        self.list.chosen.connect(self.chosen)
        self.all.clicked.connect(self.tick_all)
        self.none.clicked.connect(self.tick_none)
        self.update_content()

    def show_fields(self, fields: Mapping[str, Field]) -> None:
        field = fields[self._name]
        self._ticks = tuple(field.values[0])
        mark_changed(self.name, changed=field.is_changed)
        self.update_content()

    def show_found(self, found: FoundObjects | None) -> None:
        """Show the things of the last run; None: there was none."""
        self._found = found
        self.update_content()

    def show_pictures(self, pictures: Mapping[str, QPixmap]) -> None:
        """Show what they look like, by id."""
        self.list.show_pictures(pictures)

    def update_content(self) -> None:
        """Show things and ticks as they are."""
        found = self._found or FoundObjects()
        self.list.show_hint(_hint(self._found))
        self.list.show_found(found, self._ticks)
        there = [one.id for one in found.objects]
        ticked = sum(1 for name in there if name in self._ticks)
        self.said.setText(_words(len(there), ticked, len(self._ticks) - ticked))
        self.said.setVisible(bool(there or self._ticks))
        self.all.setEnabled(ticked < len(there))
        self.none.setEnabled(bool(self._ticks))

    @property
    def can_tick(self) -> tuple[bool, bool]:
        """Whether there is something to tick, and something to take ticks away from."""
        return self.all.isEnabled(), self.none.isEnabled()

    def _tick(self, ticks: tuple[str, ...], words: str) -> None:
        self.end_gesture()
        if not self.set_values({self._name: ticks}, words):
            self.update_content()
        self.end_gesture()

    @Slot(str, bool)
    def _on_ticked(self, name: str, wanted: bool) -> None:
        objects = self._found.objects if self._found is not None else ()
        ticks = {one.id for one in objects if one.id in self._ticks}
        ticks = ticks | {name} if wanted else ticks - {name}
        chosen = tuple(one.id for one in objects if one.id in ticks)
        step = tr("Tick {name}", name=name) if wanted else tr("Untick {name}", name=name)
        self._tick(chosen, step)

    @Slot()
    def tick_all(self) -> None:
        """Want all of them by name."""
        objects = self._found.objects if self._found is not None else ()
        self._tick(tuple(one.id for one in objects), tr("Tick all"))

    @Slot()
    def tick_none(self) -> None:
        """Want none by name, which lets all of them go on."""
        self._tick((), tr("Take all ticks away"))


def _hint(found: FoundObjects | None) -> str:
    if found is None:
        return tr("Run the node: what is found stands here, to be ticked.")
    return tr("Nothing was found. Ask for other words, or for a lower score.")


def _words(count: int, ticked: int, strangers: int) -> str:
    """What goes on from here."""
    lost = (
        counted(
            "{count} ticked thing is there no more.",
            "{count} ticked things are there no more.",
            strangers,
        )
        if strangers
        else ""
    )
    if not count:
        return counted("{count} is ticked.", "{count} are ticked.", strangers)
    if not ticked and not strangers:
        return tr("None is ticked: all of them go on.")
    words = tr("{ticked} of {count} ticked: only those go on.", ticked=ticked, count=count)
    return f"{words} {lost}".strip()
