"""What a report says, to be read and copied: its first lines, tables laid out."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from widgets.words import tr

_MOST_LINES = 40
"""A table has a row for each frame; what is further down is seen in the plot."""
_HIGHEST = 14


class ReportText(QTextEdit):
    """Markdown without HTML; it loads no pictures. Hidden where there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Report"))
        self.hide()

    def show_report(self, markdown: str) -> None:
        """Show what a report says; nothing hides it."""
        self.setVisible(bool(markdown))
        if markdown == self._shown:
            return
        self._shown = markdown
        lines = markdown.splitlines()
        if len(lines) > _MOST_LINES:
            lines = [*lines[:_MOST_LINES], "", tr("The other frames are in the plot.")]
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(
            "\n".join(lines), features.MarkdownNoHTML | features.MarkdownDialectGitHub
        )
        self._fit()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is read off a disk for a text."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """As high as the text needs at this width, up to a point."""
        wanted = ceil(self.document().size().height()) + 4
        self.setFixedHeight(min(wanted, self.fontMetrics().height() * _HIGHEST))
