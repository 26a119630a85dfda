"""A part of a model in full: where it comes from, its files, where it lies, who shares it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from widgets.inspector.dim_label import DimLabel
from widgets.models.entry import PartEntry
from widgets.models.sayings import part_words, size_words
from widgets.theme import READABLE_TEXT, readable, theme_of
from widgets.words import counted, tr

HUB = "https://huggingface.co"
_SHORT = 8


class PartCard(QFrame):
    """Shows one part."""

    def __init__(self, part: PartEntry) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        head = QLabel(part.id)
        head.setTextFormat(Qt.TextFormat.PlainText)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        size = QLabel(_size(part))
        top = QGridLayout()
        top.addWidget(head, 0, 0)
        top.addWidget(size, 0, 1, Qt.AlignmentFlag.AlignRight)
        top.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.addLayout(top)
        self.source = _source(part)
        column.addWidget(self.source)
        for words in _lines(part):
            column.addWidget(DimLabel(words))
        if part.folder is not None:
            folder = DimLabel(str(part.folder).replace("/", "/\u200b"))
            folder.setToolTip(str(part.folder))
            folder.setAccessibleName(str(part.folder))
            column.addWidget(folder)


class LinkLabel(QLabel):
    """A link that the keyboard reaches; its words are taken for nothing but words."""

    def __init__(self, words: str, address: str, after: str = "") -> None:
        super().__init__()
        self._words, self._address, self._after = words, address, after
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setOpenExternalLinks(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWordWrap(True)
        self.setToolTip(address)
        self.setAccessibleName(f"{words}{after}")
        self._update_content()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._update_content()

    def _update_content(self) -> None:
        palette = self.palette()
        ground = palette.color(QPalette.ColorRole.Window)
        colour = readable(theme_of(palette).selection, READABLE_TEXT, ground).name()
        link = f'<a href="{escape(self._address)}" style="color:{colour}">{escape(self._words)}</a>'
        text = f"{link}{escape(self._after)}"
        if text != self.text():
            self.setText(text)


def _source(part: PartEntry) -> QLabel:
    if part.is_own_folder:
        return DimLabel(tr("A folder of your own"))
    if part.revision:
        at = tr(", revision {revision}", revision=part.revision[:_SHORT])
    elif part.is_pinned:
        at = tr(", pinned by the hashes of its files")
    else:
        at = tr(", unpinned: the newest is fetched, and kept to from then on")
    if part.commit and not part.revision:
        at += tr(" ({commit} is here)", commit=part.commit[:_SHORT])
    return LinkLabel(part.repository, f"{HUB}/{part.repository}", at)


def _size(part: PartEntry) -> str:
    if part.stand.can_be_used:
        return tr("{size}, {state}", size=size_words(part.bytes_here), state=part_words(part.stand))
    return tr("{size}, {state}", size=size_words(part.bytes), state=part_words(part.stand))


def _lines(part: PartEntry) -> list[str]:
    lines = [", ".join(part.files)]
    if part.count:
        lines[0] = tr(
            "{count}: {names}",
            count=counted("{count} file here", "{count} files here", part.count),
            names=lines[0],
        )
    if part.licence:
        lines.append(tr("Licence: {licence}", licence=part.licence))
    if part.shared_with:
        lines.append(tr("Fetched once for this and {others}", others=", ".join(part.shared_with)))
    if part.is_gated:
        lines.append(tr("The hub asks for an account that has agreed to its licence, and a token."))
    return lines
