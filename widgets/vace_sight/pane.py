"""What VACE sees, over the ruler: its head, what is likely not meant with a button to mend it, and
the strip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pipelines.vace.advice import Advice, Mend
from widgets.elided_label import ElidedLabel
from widgets.icons import icon
from widgets.theme import theme_of
from widgets.vace_sight.film import SeenFilm
from widgets.vace_sight.strip import SeenStrip
from widgets.words import counted, noted, said, tr

_MENDS = {
    Mend.FILL: noted("Fill with Gray"),
    Mend.INVERT: noted("Invert the Mask"),
    Mend.CUT_OUT: noted("Cut It Out"),
}


class AdviceRow(QWidget):
    """What was noticed, and the step that mends it, where there is one."""

    mend_wanted = Signal(object)
    """The Advice: the person wants it done."""

    def __init__(self, advice: Advice, *, can_mend: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.advice = advice
        self.sign = QLabel()
        self.words = ElidedLabel()
        self.words.show_text(said(advice.words))
        whole = f"{said(advice.words)} {said(advice.mend)}"
        self.words.setToolTip(whole)
        self.words.setAccessibleDescription(whole)
        self.button = QPushButton(mend_words(advice))
        self.button.setToolTip(said(advice.mend))
        self.button.setVisible(can_mend and advice.mending is not Mend.NONE)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 3
        row.setContentsMargins(gap, 0, gap, 0)
        row.setSpacing(gap)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        size = self.fontMetrics().height()
        warning = theme_of(self.palette()).warning
        self.sign.setPixmap(icon("mdi6.alert-outline", warning).pixmap(size, size))

    @Slot()
    def _on_clicked(self) -> None:
        self.mend_wanted.emit(self.advice)


class SeenPane(QWidget):
    """It takes no room where VACE sees nothing."""

    mend_wanted = Signal(object)
    """The Advice that the person wants done."""
    sampled_changed = Signal()
    """The latent mask samples other frames."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_wanted = True
        self._is_there = False
        self._sampled: tuple[int, ...] = ()
        self.title = QLabel(tr("What VACE sees"))
        self.told = ElidedLabel()
        self.told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.rows: list[AdviceRow] = []
        self._advice = QVBoxLayout()
        self._advice.setSpacing(2)
        self.strip = SeenStrip()
        head = QHBoxLayout()
        gap = self.fontMetrics().height() // 3
        head.setContentsMargins(gap, gap, gap, gap)
        head.setSpacing(2 * gap)
        head.addWidget(self.title)
        head.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._advice)
        column.addWidget(self.strip)
        self.hide()

    @property
    def sampled(self) -> tuple[int, ...]:
        """The frames whose masks the model is told, where they are to be marked."""
        return self._sampled if self._is_wanted and self._is_there else ()

    def serve(self, commands: Mapping[str, QAction]) -> None:
        """Its command, among others."""
        commands["seen"].setChecked(self._is_wanted)

    def show_film(self, film: SeenFilm | None, words: str = "") -> None:
        """Show what is known by now; None with words why there is nothing, None alone nothing."""
        self._is_there = film is not None or bool(words)
        self._sampled = film.sampled if film is not None else ()
        self.strip.show_film(film)
        self.strip.setVisible(film is not None)
        self.told.show_text(words or _said_of(film))
        self._update()

    def show_advice(self, advice: Sequence[tuple[Advice, bool]]) -> None:
        """Show what was noticed, each with whether a step can mend it."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [AdviceRow(one, can_mend=can_mend) for one, can_mend in advice]
        for row in self.rows:
            row.mend_wanted.connect(self.mend_wanted)
            self._advice.addWidget(row)
        room = self.fontMetrics().height() // 3 if self.rows else 0
        self._advice.setContentsMargins(0, 0, 0, room)

    @Slot(bool)
    def set_wanted(self, wanted: bool) -> None:
        """Be there where VACE sees something, or not at all."""
        self._is_wanted = wanted
        self._update()

    def _update(self) -> None:
        self.setVisible(self._is_wanted and self._is_there)
        self.sampled_changed.emit()


def mend_words(advice: Advice) -> str:
    """What the button of an advice says."""
    if advice.mending is Mend.HOLD:
        return counted("Hold Keys One Frame", "Hold Keys {count} Frames", advice.hold)
    return said(_MENDS.get(advice.mending, ""))


def _said_of(film: SeenFilm | None) -> str:
    if film is None:
        return ""
    return tr(
        "{count} frames; the mask is told of {told} of them, ticked below",
        count=film.length,
        told=len(film.sampled),
    )
