"""The bar under a picture: where one is, playing, and how loud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontDatabase, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from widgets.elided_label import ElidedLabel
from widgets.viewer.bar import Bar
from widgets.viewer.playback import SPEEDS
from widgets.words import counted, tr

_LOUDEST = 100


class JumpField(QLineEdit):
    """Shows where one is; typed into, it says where one wants to be."""

    jumped = Signal(str)

    def __init__(self, name: str, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        digits = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        digits.setPointSizeF(self.font().pointSizeF())
        self.setFont(digits)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(widest + "0") + 8)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(name)
        self.setToolTip(tr("{name}: type to go there", name=name))
        self._shown = ""
        self.returnPressed.connect(self._on_return_pressed)
        self.editingFinished.connect(self._on_editing_finished)

    def show_place(self, text: str) -> None:
        """Say where one is, unless something else is being typed."""
        self._shown = text
        if not (self.hasFocus() and self.isModified()):
            self.setText(text)

    @Slot()
    def _on_return_pressed(self) -> None:
        typed = self.text().strip()
        self.setModified(False)
        if typed:
            self.jumped.emit(typed)
        self.setText(self._shown)
        self.selectAll()

    @Slot()
    def _on_editing_finished(self) -> None:
        self.setText(self._shown)


class TransportBar(Bar):
    """Buttons and numbers. It decides nothing: it says what is wanted."""

    timecode_wanted = Signal(str)
    frame_wanted = Signal(str)
    speed_chosen = Signal(object)
    volume_changed = Signal(float)

    def __init__(self, commands: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timecode = JumpField(tr("Timecode"), "00:00:00:00", self)
        self.timecode.jumped.connect(self.timecode_wanted)
        self.frame = JumpField(tr("Frame"), "00000", self)
        self.frame.jumped.connect(self.frame_wanted)
        self.length = QLabel(self)
        self.length.setTextFormat(Qt.TextFormat.PlainText)
        self.length.setAccessibleName(tr("Last frame"))
        self.length.setMinimumWidth(self.fontMetrics().horizontalAdvance("/ 0000"))
        for part in (self.timecode, self.frame, self.length):
            self.row.addWidget(part)
        self.row.addStretch(1)
        self._play = commands["play"]
        self.first = self.add_command(commands["first_frame"], "skip-previous")
        self.add_command(commands["step_back"], "step-backward")
        self.play_button = self.add_command(self._play, "play")
        self.add_command(commands["step_on"], "step-forward")
        self.last = self.add_command(commands["last_frame"], "skip-next")
        self.loop = self.add_command(commands["loop"], "repeat")
        self.more = self.add_menu(tr("More"), "dots-horizontal")
        self.more.hide()
        self.dropped = ElidedLabel()
        self.dropped.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.dropped, 1)  # as wide as the stretch on the left: nothing moves
        speeds = [(speed, _speed_words(speed)) for speed in SPEEDS]
        speeds += [(-1.0, tr("Backwards"))]
        self.speed = self.add_choice(tr("Speed"), speeds)
        self.speed.chosen.connect(self.speed_chosen)
        self.speed.setMinimumWidth(self._widest([words for _, words in speeds[:-1]]))
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self._mute = commands["mute"]
        self.sound = self._sound_button()
        self.more_menu = QMenu(self.more)
        for part in (self.first, self.last, self.loop):
            self.more_menu.addAction(part.defaultAction())
        speeds = self.speed.menu()
        speeds.setTitle(tr("Speed"))
        self.more_menu.addMenu(speeds)
        self.more.setMenu(self.more_menu)
        self.show_speed(1.0)
        self.show_sound(volume=1.0, is_muted=False, is_there=False)

    def minimumSizeHint(self) -> QSize:
        """Room for what always stays: where one is, steps and playing, more, speed and sound."""
        least = super().minimumSizeHint()
        spared = self._spared()
        width = least.width() + self._width_of(self.more) * self.more.isHidden()
        width -= sum(self._width_of(part) for part in spared if not part.isHidden())
        return QSize(width, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where there is too little room, what can be spared goes into a menu."""
        spared = self._spared()
        kept = self.minimumSizeHint().width() - self._width_of(self.more)
        left = self.width() - kept
        fits = left >= sum(self._width_of(part) for part in spared)
        if fits == self.first.isHidden():
            for part in spared:
                part.setVisible(fits)
            self.more.setVisible(not fits)

    def _spared(self) -> tuple[QWidget, ...]:
        return (self.length, self.first, self.last, self.loop, self.speed)

    def _widest(self, words: Sequence[str]) -> int:
        """How wide the speed's button becomes at most, so that it does not push the others."""
        widths: list[int] = []
        for one in words:
            self.speed.setText(one)
            widths.append(self.speed.sizeHint().width())
        return max(widths)

    def _width_of(self, part: QWidget) -> int:
        return max(part.minimumSizeHint().width(), part.minimumWidth()) + self.row.spacing()

    def show_playing(self, *, plays: bool) -> None:
        """Offer to stop, or to play."""
        self.set_icon(self._play, "pause" if plays else "play")
        self._play.setText(tr("Stop") if plays else tr("Play"))
        self._play.setToolTip(tr("Stop (Space)") if plays else tr("Play (Space)"))

    def show_dropped(self, dropped: int) -> None:
        """Say how many frames were left out since playing began."""
        words = counted("{count} dropped", "{count} dropped", dropped) if dropped else ""
        self.dropped.show_text(words)

    @Slot(float)
    def show_speed(self, speed: float) -> None:
        """Say how fast it plays."""
        self.speed.show_choice(speed)
        self.speed.setText(_speed_words(speed))

    def show_sound(self, *, volume: float, is_muted: bool, is_there: bool) -> None:
        """Say how loud it is."""
        self.volume.blockSignals(True)
        self.volume.setValue(round(volume * _LOUDEST))
        self.volume.blockSignals(False)
        self._mute.setChecked(is_muted)
        self.set_icon(self._mute, "volume-off" if is_muted else "volume-high")
        self.sound.setEnabled(is_there)

    def _sound_button(self) -> QToolButton:
        button = self.add_command(self._mute, "volume-high")
        self.volume.setRange(0, _LOUDEST)
        self.volume.setPageStep(10)
        self.volume.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 16)
        self.volume.setAccessibleName(tr("Volume"))
        self.volume.valueChanged.connect(self._on_volume_changed)
        held = QWidgetAction(self)
        held.setDefaultWidget(self.volume)
        button.addAction(held)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        return button

    @Slot(int)
    def _on_volume_changed(self, value: int) -> None:
        self.volume_changed.emit(value / _LOUDEST)


def _speed_words(speed: float) -> str:
    return f"{speed:g} ×".replace("-", "−")
