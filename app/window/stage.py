"""The middle of the rooms without a graph: the paper, where there is one, beside the film."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from widgets.words import tr


class Stage(QSplitter):
    """Holds the viewer while a room wants it in the middle, and the paper while one draws."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setAccessibleName(tr("Paper and film"))
        self.paper: QWidget | None = None

    def set_paper(self, paper: QWidget | None) -> None:
        """Put a paper beside the film, or take it away. Its owner ends it."""
        if self.paper is not None:
            self.paper.setParent(None)
        self.paper = paper
        if paper is not None:
            self.insertWidget(0, paper)
            self.setStretchFactor(0, 3)

    def take_viewer(self, viewer: QWidget, *, with_paper: bool) -> None:
        """Put the viewer into the middle."""
        self.addWidget(viewer)
        viewer.show()
        if self.paper is not None:
            self.paper.setVisible(with_paper)
