"""What a kind of node is for: a line in sight; how it is used, and an example, behind a fold."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from widgets.inspector.fields import Subject
from widgets.words import tr


class NodeHelp(QWidget):
    """The help of what is selected. Nothing is shown where there is none."""

    example_asked = Signal()
    """The person wants the example put in as nodes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = QLabel()
        self.more = QToolButton()
        self.usage = QLabel()
        self.insert = QPushButton(tr("Insert example"))
        self._has_example = False
        self.more.setText(tr("How it is used"))
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.insert.setToolTip(tr("Put the nodes of the example below this one"))
        self.insert.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.summary, self.more, self.usage, self.insert):
            column.addWidget(part)
        for label in (self.summary, self.usage):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.more.toggled.connect(self._on_more_toggled)
        self.insert.clicked.connect(self.example_asked)
        self._unfold(opened=False)

    def show_subject(self, subject: Subject) -> None:
        """Show the help of other nodes."""
        self.summary.setText(subject.help)
        self.usage.setText(subject.more)
        self._has_example = subject.has_example
        self.summary.setVisible(bool(subject.help))
        self.more.setVisible(bool(subject.more))
        self.setVisible(bool(subject.help or subject.more))
        self._unfold(opened=self.more.isChecked())

    def _unfold(self, *, opened: bool) -> None:
        has_usage = bool(self.usage.text())
        self.more.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.usage.setVisible(opened and has_usage)
        self.insert.setVisible(opened and has_usage and self._has_example)

    @Slot(bool)
    def _on_more_toggled(self, opened: bool) -> None:
        self._unfold(opened=opened)
