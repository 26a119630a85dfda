"""The bar under a picture: playing, where one is, and how the picture is shown."""

from __future__ import annotations

from enum import Enum
from typing import Any

import qtawesome
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from widgets.pictures import MOST_GAIN, AlphaView
from widgets.viewer.picture_view import CompareMode

_ALPHA = {
    AlphaView.CHECKERBOARD: "Checkerboard",
    AlphaView.MATTE: "Matte",
    AlphaView.IGNORE: "Ignore alpha",
}
_COMPARE = {
    CompareMode.OFF: "One picture",
    CompareMode.WIPE: "Wipe",
    CompareMode.SIDE_BY_SIDE: "Side by side",
    CompareMode.DIFFERENCE: "Difference",
}
_ICON = 20


class TransportBar(QWidget):
    """Buttons, numbers and choices. It decides nothing: it says what was pressed."""

    start_pressed = Signal()
    back_pressed = Signal()
    play_pressed = Signal()
    on_pressed = Signal()
    end_pressed = Signal()
    loop_toggled = Signal(bool)
    fit_pressed = Signal()
    alpha_chosen = Signal(object)
    compare_chosen = Signal(object)
    gain_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 2, 6, 4)
        self._row.setSpacing(2)
        self._icons: dict[QToolButton, str] = {}
        self.timecode = self._words("Timecode", "00:00:00:00")
        self.frame = self._words("Frame", "00000 / 00000")
        self._row.addStretch(1)
        self._button("skip-previous", "First frame (Home)").clicked.connect(self.start_pressed)
        self._button("step-backward", "One frame back (Left)").clicked.connect(self.back_pressed)
        self.play = self._button("play", "Play (Space)")
        self.play.clicked.connect(self.play_pressed)
        self._button("step-forward", "One frame on (Right)").clicked.connect(self.on_pressed)
        self._button("skip-next", "Last frame (End)").clicked.connect(self.end_pressed)
        self.loop = self._button("repeat", "Play again and again (R)")
        self.loop.setCheckable(True)
        self.loop.toggled.connect(self.loop_toggled)
        self._row.addStretch(1)
        self.zoom = self._button("fit-to-screen-outline", "Fit the picture (F)")
        self.zoom.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 %") + _ICON + 20)
        self.zoom.clicked.connect(self.fit_pressed)
        self.alpha = self._choice("Transparency (A)", _ALPHA)
        self.alpha.activated.connect(self._on_alpha_activated)
        self.compare = self._choice("Compare with B (C)", _COMPARE)
        self.compare.activated.connect(self._on_compare_activated)
        self.gain = self._choice("Gain of the difference", _gains())
        self.gain.setCurrentIndex(2)
        self.gain.activated.connect(self._on_gain_activated)
        self.gain.hide()
        self.compare.hide()
        self._paint_icons()

    def show_playing(self, *, plays: bool) -> None:
        """Offer to stop, or to play."""
        self._icons[self.play] = "pause" if plays else "play"
        self.play.setToolTip("Stop (Space)" if plays else "Play (Space)")
        self.play.setIcon(self._icon(self._icons[self.play]))

    def show_compare(self, mode: CompareMode, *, possible: bool) -> None:
        """Show which way of comparing is on, where there is something to compare with."""
        self.compare.setCurrentIndex(list(_COMPARE).index(mode))
        self.compare.setVisible(possible)
        self.gain.setVisible(possible and mode is CompareMode.DIFFERENCE)

    def show_alpha(self, alpha: AlphaView) -> None:
        """Show which view of transparency is on."""
        self.alpha.setCurrentIndex(list(_ALPHA).index(alpha))

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self._paint_icons()

    @Slot(int)
    def _on_alpha_activated(self, index: int) -> None:
        self.alpha_chosen.emit(self.alpha.itemData(index))

    @Slot(int)
    def _on_compare_activated(self, index: int) -> None:
        self.compare_chosen.emit(self.compare.itemData(index))

    @Slot(int)
    def _on_gain_activated(self, index: int) -> None:
        self.gain_chosen.emit(self.gain.itemData(index))

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(words)
        button.setAccessibleName(words.partition(" (")[0])
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icons[button] = icon
        self._row.addWidget(button)
        return button

    def _words(self, name: str, widest: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(widest) + 8)
        label.setAccessibleName(name)
        self._row.addWidget(label)
        return label

    def _choice(self, words: str, choices: dict[Any, str]) -> QComboBox:
        box = QComboBox(self)
        for value, said in choices.items():
            box.addItem(said, value)
        box.setToolTip(words)
        box.setAccessibleName(words.partition(" (")[0])
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.addWidget(box)
        return box

    def _icon(self, name: str) -> QIcon:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        return qtawesome.icon(f"mdi6.{name}", color=colour)

    def _paint_icons(self) -> None:
        for button, name in self._icons.items():
            button.setIcon(self._icon(name))


def next_of(kind: type[Enum], current: Enum) -> Any:
    """The choice after this one, around."""
    members = list(kind)
    return members[(members.index(current) + 1) % len(members)]


def _gains() -> dict[Any, str]:
    gains: dict[Any, str] = {}
    gain = 1
    while gain <= MOST_GAIN:
        gains[gain] = f"× {gain}"
        gain *= 2
    return gains
