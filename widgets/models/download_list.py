"""The downloads in their order: how far each is, moved and taken out by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from widgets.models.job import Doing, Job
from widgets.models.sayings import job_words, size_words
from widgets.models.shelf import ModelShelf
from widgets.theme import READABLE_TEXT, mixed, readable, theme_of
from widgets.words import said, tr

_MODEL = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1
_BAR = 3.0


class DownloadList(QListWidget):
    """Shows the downloads of a shelf, the one at work first."""

    moved = Signal(str, int)
    """A model that waits is to have another place."""
    current_changed = Signal()

    def __init__(self, shelf: ModelShelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._shown: tuple[str, ...] = ()
        self.most_lines = 3
        self.setItemDelegate(_LinePainter(shelf, self))
        self.setAccessibleName(tr("Downloads"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.model().rowsMoved.connect(self._on_rows_moved)
        self.currentRowChanged.connect(self._on_row_changed)
        shelf.changed.connect(self.update_content)
        shelf.jobs_changed.connect(self.update_content)
        shelf.progressed.connect(self._on_progressed)
        self.update_content()

    @property
    def current(self) -> Job | None:
        """The download that is chosen."""
        item = self.currentItem()
        return self._shelf.downloads.get(str(item.data(_MODEL))) if self.count() and item else None

    @Slot()
    def update_content(self) -> None:
        """Show the downloads as they are now."""
        models = tuple(self._shelf.downloads)
        if models != self._shown:
            self._fill(models)
        for row in range(self.count()):
            self._update_line(self.item(row))

    def sizeHint(self) -> QSize:
        """As high as its lines, of which `most_lines` are seen at once."""
        lines = min(max(self.count(), 1), self.most_lines)
        height = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height() * 3
        return QSize(super().sizeHint().width(), lines * height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        height = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height() * 3
        return QSize(super().minimumSizeHint().width(), height + 2 * self.frameWidth())

    def _fill(self, models: tuple[str, ...]) -> None:
        chosen = str(self.currentItem().data(_MODEL)) if self.count() and self.currentItem() else ""
        self._shown = models
        self.blockSignals(True)
        self.clear()
        for model in models:
            item = QListWidgetItem()
            item.setData(_MODEL, model)
            flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled
            if self._shelf.downloads[model].is_at_work:
                flags &= ~Qt.ItemFlag.ItemIsDragEnabled
            item.setFlags(flags)
            self.addItem(item)
            if model == chosen:
                self.setCurrentItem(item)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        self.blockSignals(False)
        self.updateGeometry()
        self.current_changed.emit()

    def _update_line(self, item: QListWidgetItem) -> None:
        model = str(item.data(_MODEL))
        job, entry = self._shelf.downloads[model], self._shelf.entries.get(model)
        title = entry.title if entry is not None else model
        line = self._said(job)
        if (item.text(), item.data(_LINE)) != (title, line):
            item.setText(title)
            item.setData(_LINE, line)
            item.setToolTip(line)
            spoken = tr("{title}: {how}", title=title, how=line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _said(self, job: Job) -> str:
        if job.doing is Doing.FAILED:
            return " ".join(filter(None, (said(job.words), said(job.mend))))
        words = [job_words(job, is_check=False, is_paused=self._shelf.is_paused)]
        if job.total:
            words.append(
                tr("{done} of {all}", done=size_words(job.done), all=size_words(job.total))
            )
        if job.doing is Doing.AT_WORK and self._shelf.rate and not self._shelf.is_paused:
            words.append(self._shelf.rate)
        return " · ".join(words)

    @Slot(str)
    def _on_progressed(self, model: str) -> None:
        for row in range(self.count()):
            if self.item(row).data(_MODEL) == model and model in self._shelf.downloads:
                self._update_line(self.item(row))
                self.update(self.indexFromItem(self.item(row)))

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self.current_changed.emit()

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _on_rows_moved(
        self, _: QModelIndex, first: int, last: int, __: QModelIndex, row: int
    ) -> None:
        place = row - 1 if row > first else row
        self._shown = ()  # whatever comes of it is shown
        self.moved.emit(str(self.item(place).data(_MODEL)), place)


class _LinePainter(QStyledItemDelegate):
    def __init__(self, shelf: ModelShelf, view: DownloadList) -> None:
        super().__init__(view)
        self._shelf = shelf

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = option.fontMetrics.height()  # type: ignore[attr-defined] - PySide6 leaves out its fields
        return QSize(0, round(3.2 * line))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        theme, metrics = theme_of(palette), QFontMetrics(font)
        job = self._shelf.downloads.get(str(index.data(_MODEL)))
        if job is None:
            return
        line, gap = metrics.height(), max(4, metrics.height() // 3)
        ground = palette.color(QPalette.ColorRole.Base)
        if state & QStyle.StateFlag.State_Selected:
            ground = mixed(ground, theme.selection, 0.22)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        shape = QRectF(rect).adjusted(gap / 2, 1, -gap / 2, -1)
        painter.drawRoundedRect(shape, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.selection)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        left, width = rect.left() + 2 * gap, rect.width() - 4 * gap
        top = rect.top() + gap
        is_wrong = job.doing is Doing.FAILED
        for words, colour in (
            (str(index.data(Qt.ItemDataRole.DisplayRole)), theme.text),
            (str(index.data(_LINE)), theme.refusal if is_wrong else theme.dim_text),
        ):
            painter.setPen(readable(colour, READABLE_TEXT, ground))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top, width, line), Qt.AlignmentFlag.AlignVCenter, shown)
            top += round(1.1 * line)
        if job.is_at_work:
            track = QRectF(left, rect.bottom() - gap, width, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed(ground, theme.text, 0.18))
            painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
            track.setWidth(width * min(job.share, 1.0))
            painter.setBrush(theme.dim_text if self._shelf.is_paused else theme.selection)
            painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        painter.restore()
