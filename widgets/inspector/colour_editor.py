"""A colour with its transparency: a swatch that opens the picker, and its hex."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QHBoxLayout

from widgets.inspector.editor import Editor, TypedLine
from widgets.words import tr

_HEX = re.compile("#?([0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_SQUARE = 5


class ColourEditor(Editor):
    """Colours are "#rrggbb", or "#rrggbbaa" where they are not opaque."""

    def __init__(self) -> None:
        super().__init__()
        self.swatch = _Swatch()
        self.line = TypedLine()
        self.line.setMaxLength(9)
        self.swatch.clicked.connect(self._on_swatch_clicked)
        self.line.textEdited.connect(self._on_text_edited)
        self.line.editingFinished.connect(self._on_editing_finished)
        self.setFocusProxy(self.line)
        self._value = "#000000"
        self._differs = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.swatch)
        layout.addWidget(self.line)

    def show_value(self, value: Any, *, differs: bool) -> None:
        changed = (value, differs) != (self._value, self._differs)
        self._value, self._differs = value, differs
        self.swatch.show_colour(None if differs else colour_of(value))
        if changed or not self.line.hasFocus():
            self._write()

    def name_for_readers(self, name: str, help_line: str) -> None:
        super().name_for_readers(name, help_line)
        self.swatch.setAccessibleName(tr("Pick: {name}", name=name))

    def _write(self) -> None:
        typed = _HEX.fullmatch(self.line.text())
        if not self.line.hasFocus() or typed is None or f"#{typed[1]}" != self._value:
            self.line.show_text(self._value, differs=self._differs)

    @Slot()
    def _on_swatch_clicked(self) -> None:
        dialog = QColorDialog(colour_of(self._value), self.window())
        dialog.setOption(QColorDialog.ColorDialogOption.ShowAlphaChannel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._on_colour_selected)
        dialog.open()

    @Slot(QColor)
    def _on_colour_selected(self, colour: QColor) -> None:
        self.choose_once(hex_of(colour))

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        typed = _HEX.fullmatch(text)
        if typed is not None:
            self.objected.emit("")
            self.chosen.emit(f"#{typed[1]}")

    @Slot()
    def _on_editing_finished(self) -> None:
        if _HEX.fullmatch(self.line.text()) is None and self.line.text():
            self.objected.emit(
                tr(
                    "“{typed}” is no colour; write #rrggbb. The old value is kept.",
                    typed=self.line.text(),
                )
            )
        self.line.show_text(self._value, differs=self._differs)
        self.gesture_ended.emit()


class _Swatch(QAbstractButton):
    """The colour over squares that show its transparency; empty where there are several."""

    def __init__(self) -> None:
        super().__init__()
        self._colour: QColor | None = None
        self.setToolTip(tr("Pick a colour"))

    def show_colour(self, colour: QColor | None) -> None:
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height() + 8
        return QSize(round(height * 1.6), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._colour is not None:
            if self._colour.alpha() < 255:
                self._paint_squares(painter)
            painter.fillRect(area, self._colour)
        role = self.palette().highlight() if self.hasFocus() else self.palette().mid()
        painter.setPen(QPen(role, 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(area, 2, 2)

    def _paint_squares(self, painter: QPainter) -> None:
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), QColor("#ffffff"))
        for y in range(1, self.height() - 1, _SQUARE):
            for x in range(1 + y // _SQUARE % 2 * _SQUARE, self.width() - 1, 2 * _SQUARE):
                width = min(_SQUARE, self.width() - 1 - x)
                height = min(_SQUARE, self.height() - 1 - y)
                painter.fillRect(x, y, width, height, QColor("#b8b8b8"))


def colour_of(value: str) -> QColor:
    """The colour of "#rrggbb" or "#rrggbbaa" (Qt's own hex has alpha first)."""
    colour = QColor(value[:7])
    if len(value) == 9:
        colour.setAlpha(int(value[7:], 16))
    return colour


def hex_of(colour: QColor) -> str:
    """The spelling of a colour, with alpha only where there is some."""
    alpha = colour.alpha()
    return colour.name() if alpha == 255 else f"{colour.name()}{alpha:02x}"
