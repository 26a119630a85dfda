"""What a download would bring, asked of the hub, shown before it begins."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.models.errand_thread import ErrandThread
from pipelines.models.errands import Failed, HubChoice, Plan, Planned, Tiding
from pipelines.models.fetching import SPARE_BYTES
from widgets.inspector.dim_label import DimLabel
from widgets.models.entry import ModelEntry
from widgets.models.sayings import fit_words, shared_words, size_words
from widgets.theme import theme_of
from widgets.words import said, tr


class DownloadDialog(QDialog):
    """Asks the hub in a process of its own; closing it at any time starts nothing.

    `owner` outlives the dialog, so that a process that is killed is not waited for.
    """

    agreed = Signal(str)
    """The person wants this model downloaded."""

    def __init__(
        self, entry: ModelEntry, choice: HubChoice, owner: QObject, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._owner = owner
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Download {model}", model=entry.title))
        self._entry = entry
        self._choice = choice
        self._errand: ErrandThread | None = None
        self.planned: Planned | None = None
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.waiting = QProgressBar()
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        self.parts = QGridLayout()
        self.room = DimLabel()
        self.shared = DimLabel(shared_words(entry))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        roles = QDialogButtonBox.ButtonRole
        self.start = self.buttons.addButton(tr("&Download"), roles.AcceptRole)
        self.again = self.buttons.addButton(tr("&Ask Again"), roles.ActionRole)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.again.clicked.connect(self.ask)
        self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask the hub now."""
        self.planned = None
        self.words.setText(tr("Asking the hub what there is to fetch …"))
        self._colour(wrong=False)
        self.waiting.show()
        self.start.setEnabled(False)
        self.again.hide()
        self._errand = ErrandThread(Plan(self._entry.id), self._choice, self._owner)
        self._errand.ended.connect(self._on_told)
        self._errand.start()

    def accept(self) -> None:
        self.agreed.emit(self._entry.id)
        super().accept()

    def done(self, result: int) -> None:
        errand, self._errand = self._errand, None
        if errand is not None:
            errand.abandon()
        super().done(result)

    @Slot(object)
    def _on_told(self, last: Tiding | None) -> None:
        errand, self._errand = self._errand, None
        if errand is not None:
            errand.dispose()
        self.waiting.hide()
        match last:
            case Planned():
                self.planned = last
                self._show_plan(last)
            case Failed(message, mend):
                self.words.setText(" ".join(filter(None, (said(message), said(mend)))))
                self._colour(wrong=True)
                self.again.show()
            case _:
                self.again.show()

    def _show_plan(self, plan: Planned) -> None:
        left = plan.bytes_left
        needed = left + SPARE_BYTES if left else 0
        has_room = plan.free >= needed
        if not left:
            self.words.setText(tr("Everything is here already. It will be looked at once more."))
        elif left < plan.bytes:
            self.words.setText(
                tr(
                    "{left} to fetch; of {all} the rest is here.",
                    left=size_words(left),
                    all=size_words(plan.bytes),
                )
            )
        else:
            self.words.setText(tr("{left} to fetch.", left=size_words(left)))
        for row, part in enumerate(plan.parts):
            name = QLabel(part.part)
            name.setTextFormat(Qt.TextFormat.PlainText)
            size = size_words(part.bytes_left) if part.bytes_left else tr("here already")
            at = tr("at {commit}", commit=part.commit[:8])
            if not part.is_pinned:
                at = tr("at {commit}, unpinned", commit=part.commit[:8])
            self.parts.addWidget(name, row, 0)
            self.parts.addWidget(QLabel(size), row, 1, Qt.AlignmentFlag.AlignRight)
            self.parts.addWidget(DimLabel(at), row, 2)
        self.room.setText(
            tr("{free} are free in {folder}.", free=size_words(plan.free), folder=plan.folder)
        )
        if not has_room:
            self.words.setText(
                tr(
                    "There is not enough room: this needs {needed}, {free} are free. "
                    "Free some space, or keep models on another disk (HF_HOME).",
                    needed=size_words(needed),
                    free=size_words(plan.free),
                )
            )
            self._colour(wrong=True)
            self.again.show()
        self.start.setEnabled(has_room)
        if has_room:
            self.start.setDefault(True)
            self.start.setFocus()

    def _colour(self, *, wrong: bool) -> None:
        palette = self.palette()
        if wrong:
            palette.setColor(palette.ColorRole.WindowText, theme_of(palette).refusal)
        self.words.setPalette(palette)

    def _lay_out(self) -> None:
        self.parts.setHorizontalSpacing(16)
        self.parts.setColumnStretch(2, 1)
        self.shared.setVisible(bool(self.shared.text()))
        fits = fit_words(self._entry)
        self.fits = DimLabel(tr("On this machine: {fits}.", fits=fits) if fits else "")
        self.fits.setVisible(bool(fits))
        self.leaving = DimLabel(
            tr(
                "You can go on working meanwhile. A download that is not finished when the program "
                "is closed is offered at the next start, and goes on from what is here by then."
            )
        )
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(self.waiting)
        column.addLayout(self.parts)
        for label in (self.shared, self.room, self.fits, self.leaving):
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self.buttons)
        letter = self.fontMetrics().horizontalAdvance("x")
        self.setMinimumWidth(min(72 * letter, 640))
