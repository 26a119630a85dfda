"""The things that a run found, with a box to tick each, a picture, and what is known of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from pipelines.detection.found import FoundObject, FoundObjects
from widgets.found.line_painting import FACTS, PICTURE, LinePainter
from widgets.hinted_list import paint_hint
from widgets.words import tr

_ID = Qt.ItemDataRole.UserRole
_MOST_LINES = 6
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class FoundList(QListWidget):
    """Space or a click on its box ticks a thing; choosing one shows where it is."""

    ticked = Signal(str, bool)
    """The person wants this thing, or no longer does."""
    pointed = Signal(str)
    """The thing under the pointer, empty where there is none."""
    chosen = Signal(str)
    """The person wants to see this thing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = FoundObjects()
        self._pointed = ""
        self.hint = ""
        self.setItemDelegate(LinePainter(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Found things"))
        self.itemChanged.connect(self._on_item_changed)
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemClicked.connect(self._on_clicked)

    def show_hint(self, words: str) -> None:
        """Say what will stand here, or why nothing does."""
        self.hint = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def show_found(self, found: FoundObjects, ticks: tuple[str, ...]) -> None:
        """Show these things, those ticked."""
        with QSignalBlocker(self):
            if [one.id for one in found.objects] != [one.id for one in self._found.objects]:
                self._fill(found)
            for place, one in enumerate(found.objects):
                item = self.item(place)
                state = _CHECKED if one.id in ticks else _UNCHECKED
                if item.checkState() is not state:
                    item.setCheckState(state)
                _describe(item, one, found)
        self._found = found
        self.updateGeometry()
        self.viewport().update()

    def show_pictures(self, pictures: Mapping[str, QPixmap]) -> None:
        """Show what they look like, by id."""
        with QSignalBlocker(self):
            for place in range(self.count()):
                item = self.item(place)
                item.setData(PICTURE, pictures.get(str(item.data(_ID))))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        line = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing() * 2)
        lines = min(max(self.count(), 2), _MOST_LINES)
        return QSize(0, line * lines + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            paint_hint(self, self.hint)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(QModelIndex())

    def _fill(self, found: FoundObjects) -> None:
        current = self.currentItem() if self.currentRow() >= 0 else None
        before = str(current.data(_ID)) if current is not None else ""
        self.clear()
        for one in found.objects:
            item = QListWidgetItem(self)
            item.setData(_ID, one.id)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_UNCHECKED)
            if one.id == before:
                self.setCurrentItem(item)

    def _point_at(self, index: QModelIndex) -> None:
        pointed = str(index.data(_ID)) if index.isValid() else ""
        if pointed != self._pointed:
            self._pointed = pointed
            self.pointed.emit(pointed)

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(str(item.data(_ID)), item.checkState() is _CHECKED)

    @Slot(QListWidgetItem)
    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_ID)))

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        """Also where it is chosen already: the film may have gone on."""
        self.chosen.emit(str(item.data(_ID)))


def _describe(item: QListWidgetItem, one: FoundObject, found: FoundObjects) -> None:
    shares = [share for share in one.coverage(found.length) if share]
    mean = 100 * sum(shares) / max(len(shares), 1)
    there = [frame for frame in range(found.length) if one.place(frame) is not None]
    first, last = (there[0], there[-1]) if there else (one.seen[0].frame, one.seen[-1].frame)
    score, share = f"{one.score:.2f}", f"{mean:.1f} %"
    item.setText(one.id)
    frames = f"{first}–{last}" if first != last else str(first)
    item.setData(FACTS, f"{score} · {share} · {frames}")
    words = tr(
        "Score {score}, {share} of the picture, frames {first} to {last}",
        score=score,
        share=share,
        first=first,
        last=last,
    )
    item.setToolTip(f"{one.id}\n{words}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.id}. {words}")
