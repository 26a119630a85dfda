"""A row of joined buttons of which one is down: a choice that is always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QStyle, QWidget

from widgets.theme import mixed, theme_of


class Segment(QAbstractButton):
    """One of the choices."""

    def __init__(self, text: str, tip: str) -> None:
        super().__init__()
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 3 * metrics.height(), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _height(self) -> int:
        return self.fontMetrics().height() + 2 * self.style().pixelMetric(
            QStyle.PixelMetric.PM_ButtonMargin
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 5, 5)
        if self.isChecked():
            painter.fillPath(shape, theme.surface)
            painter.setPen(QPen(theme.selection, 1.5))
            painter.drawPath(shape)
        elif self.underMouse():
            painter.fillPath(shape, mixed(theme.canvas, theme.surface, 0.6))
        if self.hasFocus():
            painter.setPen(QPen(theme.text, 1.5, Qt.PenStyle.DotLine))
            painter.drawPath(shape)
        painter.setPen(theme.text if self.isChecked() else theme.dim_text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(QWidget):
    """The row. Arrow keys go along it."""

    chosen = Signal(str)
    """The name of the choice that the person made."""

    def __init__(self, choices: dict[str, tuple[str, str]], title: str) -> None:
        super().__init__()
        self.segments = {name: Segment(text, tip) for name, (text, tip) in choices.items()}
        self._group = QButtonGroup(self)
        self.setAccessibleName(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for segment in self.segments.values():
            self._group.addButton(segment)
            row.addWidget(segment)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_choice(self, name: str) -> None:
        """Put another button down."""
        self.segments[name].setChecked(True)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        for name, segment in self.segments.items():
            if segment is button:
                self.chosen.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        names = list(self.segments)
        checked = self._group.checkedButton()
        if not step or checked is None:
            super().keyPressEvent(event)
            return
        place = (list(self.segments.values()).index(checked) + step) % len(names)  # type: ignore[arg-type] - all buttons of the group are segments
        self.segments[names[place]].setFocus(Qt.FocusReason.TabFocusReason)
        self.segments[names[place]].click()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.border, 1))
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
