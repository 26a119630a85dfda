"""A seed: a number that chooses among equally good results, with a dice and a lock."""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from nodes.seeds import MOST_SEEDS
from nodes.spec import ParameterSpec
from widgets.inspector.editor import Editor
from widgets.inspector.glyph_button import GlyphButton
from widgets.inspector.number_limits import limits_of
from widgets.inspector.number_line import NumberLine
from widgets.words import tr


class SeedEditor(Editor):
    """A typed number; the dice throws another one, the lock keeps it."""

    lock_turned = Signal(bool)

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__()
        self.line = NumberLine(limits_of(spec))
        self.dice = GlyphButton("mdi6.dice-5-outline", tr("Throw another seed"))
        self.lock = GlyphButton("mdi6.lock-open-variant-outline", tr("Lock the seed"))
        self.lock.setCheckable(True)
        self.line.number_typed.connect(self.chosen)
        self.line.objected.connect(self.objected)
        self.line.editingFinished.connect(self.gesture_ended)
        self.dice.clicked.connect(self._on_dice_clicked)
        self.lock.toggled.connect(self.lock_turned)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self.line, self.dice, self.lock):
            layout.addWidget(part)

    def show_value(self, value: Any, *, differs: bool) -> None:
        self.line.show_number(None if differs else value)

    def show_lock(self, *, locked: bool) -> None:
        """Show whether the seed may change."""
        with QSignalBlocker(self.lock):
            self.lock.setChecked(locked)
        self.lock.show_glyph("mdi6.lock" if locked else "mdi6.lock-open-variant-outline")
        self.lock.setToolTip(
            tr("Unlock the seed")
            if locked
            else tr("Lock the seed: it is neither typed nor thrown until it is unlocked")
        )
        self.lock.setAccessibleName(self.lock.toolTip())
        self.line.setReadOnly(locked)
        self.dice.setDisabled(locked)

    @Slot()
    def _on_dice_clicked(self) -> None:
        self.choose_once(random.SystemRandom().randrange(MOST_SEEDS))
