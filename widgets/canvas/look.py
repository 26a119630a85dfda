"""A theme with a font, and what painting keeps between two paintings: colours, pens, laid out words
and pictures of nodes. It paints nothing itself.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen, QStaticText, QTransform

from widgets.canvas.faces import Metrics, NodeFace, Shape
from widgets.canvas.marks import Mark
from widgets.canvas.pictures import PictureStore
from widgets.theme import READABLE_TEXT, Theme, mixed, readable

DETAIL = 0.45
"""Below this scale nodes are plain shapes."""
_MOST_LINES = 8192


class Far(NamedTuple):
    """Two rectangles that stand for a node."""

    head_colour: QColor
    body_colour: QColor
    head: QRectF
    body: QRectF


class Look:
    """A theme with a font, and the pictures of node bodies that go with them."""

    def __init__(self, theme: Theme, metrics: Metrics) -> None:
        self.theme = theme
        self.metrics = metrics
        self._titles: dict[str, QColor] = {}
        self.pictures = PictureStore()
        self.is_hasty = False
        """While the eye zooms: what is there already is painted, sharp or not."""
        self.spare = math.inf
        """How many seconds there still are for new pictures; what is missing then is left for the
        next painting."""
        self.is_blurred = False
        """Whether something was left."""
        self._last: dict[Hashable, Hashable] = {}
        self._far: dict[tuple[Shape, bool, int], Far] = {}
        self._cuts: dict[tuple[str, float], str] = {}
        self._pens: dict[tuple[str | None, float], QPen] = {}
        self._lines: dict[tuple[str, bool], QStaticText] = {}

    def title_colour(self, category: str) -> QColor:
        """The text colour that is legible on a category's header."""
        found = self._titles.get(category)
        if found is None:
            header = self.theme.header(category)
            found = self._titles[category] = readable(self.theme.text, READABLE_TEXT, header)
        return found

    def pen(self, value: str | None, width: float) -> QPen:
        """The pen of a wire; a width of 0 is one pixel at any scale."""
        found = self._pens.get((value, width))
        if found is None:
            found = self._pens[value, width] = QPen(self.theme.value(value), width)
        return found

    def line(self, words: str, *, is_title: bool = False) -> QStaticText:
        """A title or small print whose letters are laid out once."""
        found = self._lines.get((words, is_title))
        if found is None:
            if len(self._lines) > _MOST_LINES:
                self._lines.clear()
            found = self._lines[words, is_title] = QStaticText(words)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            font = self.metrics.title_font if is_title else self.metrics.small_font
            found.prepare(QTransform(), font)
        return found

    def far(self, face: NodeFace, mark: Mark) -> Far:
        """A node seen from afar."""
        lit = 1 if mark.is_selected else 2 if mark.is_found else 0
        key = (face.shape, face.is_bypassed, lit)
        found = self._far.get(key)
        if found is None:
            theme, shape = self.theme, face.shape
            head = mixed(theme.surface, theme.category(shape.category), 0.62)
            body = mixed(theme.surface, theme.category(shape.category), 0.14)
            if face.is_bypassed:
                head, body = (mixed(one, theme.canvas, 0.6) for one in (head, body))
            if lit:
                head = theme.selection if mark.is_selected else theme.warning
                body = mixed(body, head, 0.3)
            found = self._far[key] = Far(
                head,
                body,
                QRectF(0, 0, shape.width, self.metrics.header),
                QRectF(0, self.metrics.header, shape.width, shape.height - self.metrics.header),
            )
        return found

    def cut(self, words: str, room: float) -> str:
        """Small print, as much of it as fits."""
        found = self._cuts.get((words, room))
        if found is None:
            if len(self._cuts) > _MOST_LINES:
                self._cuts.clear()
            found = self.metrics.small.elidedText(words, Qt.TextElideMode.ElideRight, room)
            self._cuts[words, room] = found
        return found

    def last_picture(self, shown: Hashable) -> Hashable:
        """The key of the last picture that was made of something, at whatever scale."""
        return self._last.get(shown)

    def note_picture(self, shown: Hashable, key: Hashable) -> None:
        """The last picture that was made of something has this key."""
        if len(self._last) > _MOST_LINES:
            self._last.clear()
        self._last[shown] = key
