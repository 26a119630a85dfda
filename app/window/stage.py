"""The middle of the rooms without a graph: the paper, where there is one, beside the film."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from widgets.slices import Slices
from widgets.words import tr

_PAPER, _FILM = 640, 360
"""How the middle is shared out until it is moved by hand; both grow with the window."""


class Stage(QSplitter):
    """Holds the viewer while a room wants it in the middle, and the paper while one draws."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setAccessibleName(tr("Paper and film"))
        self.paper: QWidget | None = None
        self._shared_out = [_PAPER, _FILM]
        self._gone: list[QWidget] = []
        self._letting_go = Slices(self, least=1)
        self.splitterMoved.connect(self._on_splitter_moved)

    def set_paper(self, paper: QWidget | None) -> None:
        """Put a paper beside the film, or take it away. Its owner ends it."""
        if self.paper is not None:
            self.paper.setParent(None)
        self.paper = paper
        if paper is not None:
            self.insertWidget(0, paper)
            self.setStretchFactor(0, _PAPER)
            self.setStretchFactor(1, _FILM)

    def let_go(self, views: Iterable[QWidget]) -> None:
        """End views that are not seen any more, one in a turn: each holds many widgets."""
        self._gone += views
        if not self._letting_go.is_running:
            self._letting_go.begin(self._let_go())

    def _let_go(self) -> Iterator[None]:
        while self._gone:
            self._gone.pop().deleteLater()
            yield

    def take_viewer(self, viewer: QWidget, *, with_paper: bool) -> None:
        """Put the viewer into the middle."""
        self.addWidget(viewer)
        viewer.show()
        if self.paper is not None:
            self.paper.setVisible(with_paper)
        if with_paper:
            self.setSizes(self._shared_out)

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._shared_out = self.sizes()
