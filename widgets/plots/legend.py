"""Whose each line of a plot is; one of them is judged."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from widgets.flow_layout import FlowLayout
from widgets.plots.content import Plot
from widgets.plots.painting import line_pen
from widgets.theme import mixed, theme_of
from widgets.words import said, tr

_WIDEST = 22
"""Letters of a name, at most; all of it is in the tooltip."""


class LegendEntry(QAbstractButton):
    """One line: a piece of it, and its name."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._number = number
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(
            tr("Judge “{name}”: mark its worst frame and step through its dips", name=name)
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = min(metrics.horizontalAdvance(self.text()), metrics.averageCharWidth() * _WIDEST)
        return QSize(words + self._swatch + 24, metrics.height() + 6)

    @property
    def _swatch(self) -> int:
        return round(self.fontMetrics().height() * 1.6)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            is_strong = self.hasFocus() or self.isChecked()
            painter.setPen(QPen(theme.selection if is_strong else theme.border, 1.5))
            painter.setBrush(mixed(theme.surface, theme.canvas, 0.5))
            painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(line_pen(theme, self._number, chosen=True))
        middle = self.height() / 2
        painter.drawLine(QLineF(6, middle, 6 + self._swatch, middle))
        painter.setPen(theme.text if self.isChecked() else theme.dim_text)
        room = frame.adjusted(self._swatch + 11, 0, -4, 0)
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class Legend(QWidget):
    """The lines of a plot, in as many rows as they need; hidden where there is one."""

    line_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[LegendEntry] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(4, 0, 4, 2)
        self._flow.setSpacing(4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Lines of the plot"))
        self.hide()

    def show_plot(self, plot: Plot | None, line: int) -> None:
        """Name the lines of another plot."""
        for entry in self.entries:
            self._group.removeButton(entry)
            self._flow.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        lines = plot.lines if plot is not None and len(plot.lines) > 1 else ()
        self.entries = [LegendEntry(at, said(one.name)) for at, one in enumerate(lines)]
        for at, entry in enumerate(self.entries):
            self._group.addButton(entry, at)
            self._flow.addWidget(entry)
            entry.setChecked(at == line)
        self.setVisible(bool(self.entries))
        self.updateGeometry()

    @Slot(int)
    def _on_clicked(self, line: int) -> None:
        self.line_chosen.emit(line)
