"""The bar over a picture: what is looked at, what it is compared with, and how it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.elided_label import ElidedLabel
from widgets.pictures import MOST_GAIN, AlphaView
from widgets.viewer.bar import Bar
from widgets.viewer.compare_mode import CompareMode
from widgets.words import noted, said, tr

_ALPHA = {
    AlphaView.CHECKERBOARD: noted("Checkerboard"),
    AlphaView.MATTE: noted("Matte"),
    AlphaView.IGNORE: noted("Ignore alpha"),
}
_COMPARE = {
    CompareMode.OFF: noted("One picture"),
    CompareMode.WIPE: noted("Wipe"),
    CompareMode.SIDE_BY_SIDE: noted("Side by side"),
    CompareMode.DIFFERENCE: noted("Difference"),
    CompareMode.ONION: noted("Onion"),
}
AUTOMATIC = 0.0
"""The detail that the viewer's size decides on."""
_NOTHING = ""
_ICON_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly
_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


@dataclass(frozen=True, slots=True)
class Source:
    """Something to compare with. `key` is for whoever offers it."""

    key: str
    words: str


class SourceBar(Bar):
    """Says what is looked at, and what is wanted instead."""

    output_chosen = Signal(object)
    """The name of an output."""
    compared_chosen = Signal(object)
    """The key of a Source; empty for nothing."""
    sources_asked = Signal()
    """The person is about to choose what to compare with: see `set_sources`."""
    compare_chosen = Signal(object)
    alpha_chosen = Signal(object)
    gain_chosen = Signal(object)
    detail_chosen = Signal(object)
    """A working scale, or AUTOMATIC."""

    def __init__(self, commands: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lock = self.add_command(commands["lock"], "lock-open-variant-outline")
        self._locking = commands["lock"]
        self._locking.toggled.connect(self._on_lock_toggled)
        self.name = ElidedLabel()
        self.name.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 3)
        self.name.setAccessibleDescription(tr("What is looked at"))
        self.row.addWidget(self.name, 1)
        self.painter = self.add_command(commands["paint_mask"], "brush-outline")
        self.output = self.add_choice(tr("Output"))
        self.source = self.add_choice(tr("Compare with"), icon="compare")
        modes = [(mode, said(words)) for mode, words in _COMPARE.items()]
        self.compare = self.add_choice(tr("Way of comparing"), modes)
        gains = [(1 << power, f"× {1 << power}") for power in range(MOST_GAIN.bit_length())]
        self.gain = self.add_choice(tr("Gain of the difference"), gains)
        alphas = [(alpha, said(words)) for alpha, words in _ALPHA.items()]
        self.alpha = self.add_choice(tr("Transparency"), alphas, icon="checkerboard")
        self.detail = self.add_choice(
            tr("Detail while it moves"),
            [
                (AUTOMATIC, tr("By the size of the viewer")),
                (1.0, tr("Full")),
                (0.5, "1/2"),
                (0.25, "1/4"),
            ],
        )
        self.zoom = self.add_command(commands["fit"], "fit-to-screen-outline")
        self.zoom.setToolButtonStyle(_WITH_WORDS)
        self.output.chosen.connect(self.output_chosen)
        self.source.chosen.connect(self.compared_chosen)
        self.source.menu().aboutToShow.connect(self.sources_asked)
        self.compare.chosen.connect(self.compare_chosen)
        self.gain.chosen.connect(self.gain_chosen)
        self.alpha.chosen.connect(self.alpha_chosen)
        self.detail.chosen.connect(self.detail_chosen)
        self.set_outputs((), "")
        self.set_sources(())
        self.gain.show_choice(4)
        self.gain.setText("× 4")
        self.show_alpha(AlphaView.CHECKERBOARD)
        self.detail.show_choice(AUTOMATIC)
        self.show_scale(1.0)
        self.show_compare(CompareMode.OFF, possible=False)

    def show_name(self, name: str) -> None:
        """Say what is looked at."""
        self.name.show_text(name)
        self.name.setToolTip(name)

    def set_outputs(self, outputs: Sequence[tuple[str, str]], current: str) -> None:
        """Offer the outputs with a picture (name, words), where there are several."""
        self.output.value = current
        self.output.set_choices(outputs)
        self.output.setText(self.output.label)
        self.output.setVisible(len(outputs) > 1)

    def set_sources(self, sources: Sequence[Source]) -> None:
        """Offer these to compare with."""
        nothing = (_NOTHING, tr("Nothing"))
        self.source.set_choices([nothing, *((one.key, one.words) for one in sources)])

    def show_compare(self, mode: CompareMode, *, possible: bool) -> None:
        """Say which way of comparing is on, where there is something to compare with."""
        self.compare.show_choice(mode)
        self.compare.setText(self.compare.label)
        self.compare.setVisible(possible)
        self.gain.setVisible(possible and mode is CompareMode.DIFFERENCE)
        if not possible:
            self.source.show_choice(_NOTHING)

    def show_gain(self, gain: int) -> None:
        """Say how much a difference is amplified."""
        self.gain.show_choice(gain)
        self.gain.setText(self.gain.label)

    def show_alpha(self, alpha: AlphaView) -> None:
        """Say how transparency is shown, in words where it is not as usual."""
        self.alpha.show_choice(alpha)
        is_usual = alpha is AlphaView.CHECKERBOARD
        self.alpha.setText("" if is_usual else self.alpha.label)
        self.alpha.setToolButtonStyle(_ICON_ALONE if is_usual else _WITH_WORDS)

    def show_scale(self, scale: float, *, is_proxied: bool = False) -> None:
        """Say which working scale the picture was made at, and whether it is a proxy's."""
        words = scale_words(scale)
        self.detail.setText(tr("{scale} proxy", scale=words) if is_proxied else words)

    def show_zoom(self, zoom: float | None) -> None:
        """Say how large a pixel is shown."""
        self.zoom.setText(f"{zoom * 100:.0f} %" if zoom is not None else "")

    @Slot(bool)
    def _on_lock_toggled(self, locked: bool) -> None:
        self.set_icon(self._locking, "lock" if locked else "lock-open-variant-outline")


def scale_words(scale: float) -> str:
    """A working scale: "1", "1/2" or "1/4"."""
    return str(Fraction(scale).limit_denominator(8))
