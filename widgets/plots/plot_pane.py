"""The curves of a report: one plot at a time, its legend, and the way to its worst frames."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from pipelines.values import Axis, Curve
from widgets.plots.content import Plot, plots_of
from widgets.plots.legend import Legend
from widgets.plots.plot_view import PlotView
from widgets.viewer.bar import Bar
from widgets.words import said, tr

_WIDEST = 26


class PlotPane(QWidget):
    """Given curves, it shows those that measure one thing; which, the person chooses."""

    frame_wanted = Signal(int)
    """The person wants to look at this frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plots: tuple[Plot, ...] = ()
        self._curves: Mapping[str, Curve] = {}
        self._axes: Mapping[str, Axis] = {}
        self._chosen = ("", "")
        """The title of the plot, and the name of the line, that the person chose last."""
        self.chooser = QComboBox()
        self.title = QLabel()
        self.legend = Legend()
        self.view = PlotView()
        self.empty = QLabel(tr("No curves yet: they come with a run."))
        self.head = Bar()
        self.back = self._action(tr("The dip before (Page Up in the plot)"))
        self.worst = self._action(tr("Go to the worst frame (W in the plot)"))
        self.on = self._action(tr("The next dip (Page Down in the plot)"))
        self._lay_out()
        self.chooser.activated.connect(self._on_plot_chosen)
        self.legend.line_chosen.connect(self._on_line_chosen)
        self.view.frame_wanted.connect(self.frame_wanted)
        self.back.triggered.connect(self.go_to_previous_dip)
        self.worst.triggered.connect(self.go_to_worst)
        self.on.triggered.connect(self.go_to_next_dip)
        self.show_curves({}, {})

    def show_curves(self, curves: Mapping[str, Curve], axes: Mapping[str, Axis]) -> None:
        """Show the curves of another report; none says that there are none yet."""
        if curves == self._curves and axes == self._axes and self.plots:
            return
        self._curves, self._axes = curves, axes
        self.plots = plots_of(curves, axes)
        self.chooser.clear()
        self.chooser.addItems([_heading(plot) for plot in self.plots])
        titles = [plot.title for plot in self.plots]
        self._show(titles.index(self._chosen[0]) if self._chosen[0] in titles else 0)

    @property
    def has_curves(self) -> bool:
        """Whether there is anything to see."""
        return bool(self.plots)

    def set_frame(self, frame: int) -> None:
        """Move the playhead."""
        self.view.set_frame(frame)

    @Slot()
    def go_to_worst(self) -> None:
        """Go to the worst frame of the judged line."""
        self.view.go_to_worst()

    @Slot()
    def go_to_next_dip(self) -> None:
        """Go to the next place where the judged line turns bad."""
        self.view.go_to_dip(1)

    @Slot()
    def go_to_previous_dip(self) -> None:
        """Go to the place before at which the judged line turned bad."""
        self.view.go_to_dip(-1)

    def _show(self, number: int) -> None:
        """Show one of the plots."""
        has_any = bool(self.plots)
        self.view.setVisible(has_any)
        self.head.setVisible(has_any)
        self.chooser.setVisible(len(self.plots) > 1)
        self.title.setVisible(len(self.plots) == 1)
        self.empty.setVisible(not has_any)
        if not has_any:
            self.legend.show_plot(None, 0)
            self.view.show_plot(None)
            return
        plot = self.plots[number]
        self.chooser.setCurrentIndex(number)
        self.title.setText(_heading(plot))
        names = [line.name for line in plot.lines]
        line = names.index(self._chosen[1]) if self._chosen[1] in names else 0
        self.legend.show_plot(plot, line)
        self._judge(plot, line)

    def _judge(self, plot: Plot, line: int) -> None:
        self.view.show_plot(plot, line)
        frame = plot.worst_frame(line)
        words = tr("Worst: {frame}", frame=frame) if frame is not None else tr("No worst frame")
        self.worst.setIconText(words)
        self.worst.setEnabled(frame is not None)
        has_dips = bool(plot.dips(line))
        self.back.setEnabled(has_dips)
        self.on.setEnabled(has_dips)

    @Slot(int)
    def _on_plot_chosen(self, number: int) -> None:
        self._chosen = (self.plots[number].title, self._chosen[1])
        self._show(number)

    @Slot(int)
    def _on_line_chosen(self, line: int) -> None:
        plot = self.plots[max(self.chooser.currentIndex(), 0)]
        self._chosen = (plot.title, plot.lines[line].name)
        self._judge(plot, line)

    def _action(self, tip: str) -> QAction:
        action = QAction(self)
        action.setText(tip)
        action.setToolTip(tip)
        return action

    def _lay_out(self) -> None:
        self.chooser.setAccessibleName(tr("What is plotted"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST)
        self.empty.setMargin(8)
        self.empty.setWordWrap(True)
        self.empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = self.head.row
        row.addWidget(self.chooser)
        row.addWidget(self.title)
        row.addStretch(1)
        self.head.add_command(self.back, "chevron-left")
        button = self.head.add_command(self.worst, "target")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.add_command(self.on, "chevron-right")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.legend, self.view, self.empty):
            column.addWidget(part)


def _heading(plot: Plot) -> str:
    title = said(plot.title)
    return f"{title} ({plot.unit})" if plot.unit else title
