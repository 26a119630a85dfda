"""How a row of the list of models looks: name and size, how it stands and whether it fits."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nodes.cache_state import CacheState
from pipelines.models.placement import Fit
from widgets.icons import icon
from widgets.models.entry import ModelEntry, Purpose, Stand
from widgets.models.job import Doing
from widgets.models.model_rows import ModelRows
from widgets.models.sayings import fit_words, purpose_words, size_words, state_words
from widgets.models.shelf import ModelShelf
from widgets.theme import READABLE_TEXT, Theme, mixed, readable, theme_of

_BAR = 3.0
_SIGNS = {
    Stand.ABSENT: "mdi6.cloud-outline",
    Stand.PARTIAL: "mdi6.progress-download",
    Stand.HERE: "mdi6.check-circle-outline",
    Stand.VERIFIED: "mdi6.check-decagram-outline",
    Stand.DAMAGED: "mdi6.alert-circle-outline",
    Stand.OUTDATED: "mdi6.update",
}


def sign_of(shelf: ModelShelf, entry: ModelEntry) -> str:
    """The icon that says how a model stands, for eyes that do not tell colours apart."""
    job = shelf.downloads.get(entry.id) or shelf.checks.get(entry.id)
    if job is None:
        return _SIGNS[entry.stand]
    if job.doing is Doing.FAILED:
        return "mdi6.alert-circle-outline"
    if job.doing is Doing.WAITING:
        return "mdi6.timer-sand"
    is_paused = shelf.is_paused and entry.id in shelf.downloads
    if is_paused:
        return "mdi6.pause-circle-outline"
    return "mdi6.download-circle-outline" if entry.id in shelf.downloads else "mdi6.magnify-scan"


def state_colour(theme: Theme, shelf: ModelShelf, entry: ModelEntry) -> QColor:
    """The colour of how a model stands."""
    job = shelf.downloads.get(entry.id) or shelf.checks.get(entry.id)
    if job is not None:
        if job.doing is Doing.FAILED:
            return theme.refusal
        return theme.selection if job.is_at_work else theme.dim_text
    return {
        Stand.VERIFIED: theme.states[CacheState.FRESH],
        Stand.HERE: theme.states[CacheState.FRESH],
        Stand.DAMAGED: theme.refusal,
        Stand.OUTDATED: theme.warning,
        Stand.PARTIAL: theme.warning,
    }.get(entry.stand, theme.dim_text)


class RowPainter(QStyledItemDelegate):
    """Paints headings and models."""

    def __init__(self, shelf: ModelShelf, rows: ModelRows) -> None:
        super().__init__(rows)
        self._shelf = shelf
        self._rows = rows

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = option.fontMetrics.height()  # type: ignore[attr-defined] - PySide6 leaves out its fields
        if isinstance(self._rows.entry_at(index), Purpose):
            return QSize(0, round(line * (1.7 if index.row() == 0 else 2.2)))
        return QSize(0, round(2.2 * line) + 2 * _gap(line))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = self._rows.entry_at(index)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Purpose):
            _paint_heading(painter, rect, palette, font, purpose_words(entry))
        elif entry is not None:
            state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
            self._paint_model(painter, rect, palette, font, entry, state)
        painter.restore()

    def _paint_model(
        self,
        painter: QPainter,
        rect: QRect,
        palette: QPalette,
        font: QFont,
        entry: ModelEntry,
        state: QStyle.StateFlag,
    ) -> None:
        theme, shelf = theme_of(palette), self._shelf
        metrics = QFontMetrics(font)
        line, gap = metrics.height(), _gap(metrics.height())
        ground = palette.color(QPalette.ColorRole.Base)
        if state & QStyle.StateFlag.State_Selected:
            ground = mixed(ground, theme.selection, 0.22)
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = mixed(ground, theme.selection, 0.08)
        shape = QRectF(rect).adjusted(gap / 2, 1, -gap / 2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(shape, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.selection)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        colour = readable(state_colour(theme, shelf, entry), READABLE_TEXT, ground)
        text = readable(theme.text, READABLE_TEXT, ground)
        dim = readable(theme.dim_text, READABLE_TEXT, ground)
        side = round(line * 1.15)
        left, right = rect.left() + round(1.5 * gap), rect.right() - round(1.5 * gap)
        icon(sign_of(shelf, entry), colour).paint(
            painter, QRect(left, rect.center().y() - side // 2, side, side)
        )
        left += side + round(1.2 * gap)
        top, below = rect.top() + gap, rect.top() + gap + round(1.1 * line)
        painter.setFont(font)
        end = _on_the_right(painter, dim, metrics, right, top, size_words(entry.bytes))
        painter.setPen(text)
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, end - left - gap)
        painter.drawText(QRect(left, top, end - left, line), _LEFT, title)
        fits = fit_words(entry)
        warns = entry.fit is Fit.NOT
        hue = readable(theme.warning, READABLE_TEXT, ground) if warns else dim
        end = _on_the_right(painter, hue, metrics, right, below, fits) if fits else right
        painter.setPen(colour)
        words = state_words(shelf, entry)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, end - left - gap)
        painter.drawText(QRect(left, below, end - left, line), _LEFT, words)
        self._paint_bar(painter, theme, entry, QRectF(left, rect.bottom() - 4, right - left, _BAR))

    def _paint_bar(self, painter: QPainter, theme: Theme, entry: ModelEntry, track: QRectF) -> None:
        job = self._shelf.downloads.get(entry.id) or self._shelf.checks.get(entry.id)
        if job is None or not job.is_at_work:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(theme.surface, theme.border, 0.6))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        painter.setBrush(theme.selection)
        track.setWidth(track.width() * min(job.share, 1.0))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _gap(line: int) -> int:
    return max(4, round(line * 0.42))


def _on_the_right(
    painter: QPainter, colour: QColor, metrics: QFontMetrics, right: int, top: int, words: str
) -> int:
    """Words that end at `right`; answers where they begin."""
    width = metrics.horizontalAdvance(words)
    painter.setPen(colour)
    painter.drawText(QRect(right - width, top, width, metrics.height()), _RIGHT, words)
    return right - width


def _paint_heading(
    painter: QPainter, rect: QRect, palette: QPalette, font: QFont, words: str
) -> None:
    theme = theme_of(palette)
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(theme.dim_text)
    metrics = QFontMetrics(bold)
    gap = _gap(metrics.height())
    line = QRect(
        rect.left() + round(1.5 * gap),
        rect.bottom() - metrics.height() - gap // 2,
        rect.width() - 3 * gap,
        metrics.height(),
    )
    painter.drawText(line, _LEFT, words)
