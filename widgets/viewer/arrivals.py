"""What comes to a viewer from its two supplies: frames, and values of pixels."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from nodes.frame_serving.messages import ArrivedFrame, FrameState, PixelAnswer, Strip
from widgets.viewer.asking import Asking
from widgets.viewer.picture_view import PictureView
from widgets.viewer.playback import Playback
from widgets.viewer.sounding import Sounding
from widgets.viewer.supply import FrameSupply


class Arrivals(QObject):
    """Listens to what is looked at and to what it is compared with, and hands on what comes."""

    strip_changed = Signal()
    """The frames are frames of something else, or of nothing: see `strip`."""
    frame_taken = Signal()
    """Another picture is shown."""

    def __init__(
        self,
        playback: Playback,
        picture: PictureView,
        sounding: Sounding,
        asking: Asking,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.strip: Strip | None = None
        """What the frames are frames of."""
        self._playback = playback
        self._picture = picture
        self._sounding = sounding
        self._asking = asking
        self._supply: FrameSupply | None = None
        self._compared: FrameSupply | None = None
        picture.pixel_pointed.connect(self._on_pixel_pointed)

    @property
    def is_compared(self) -> bool:
        """Whether there is something to compare with."""
        return self._compared is not None

    def set_supply(self, supply: FrameSupply | None) -> None:
        """Listen to another supply; None to none."""
        if self._supply is not None:
            self._supply.frame_arrived.disconnect(self._on_frame_arrived)
            self._supply.output_changed.disconnect(self._asking.refresh)
            self._supply.pixel_probed.disconnect(self._on_pixel_probed)
        self._supply = supply
        self._picture.show_preview(None)
        self._picture.clear()
        self._sounding.set_supply(supply)
        if supply is not None:
            supply.frame_arrived.connect(self._on_frame_arrived)
            supply.output_changed.connect(self._asking.refresh)
            supply.pixel_probed.connect(self._on_pixel_probed)
        self._asking.set_supplies(supply, self._compared)

    def set_compared(self, supply: FrameSupply | None) -> None:
        """Listen to another supply to compare with; None to none."""
        if self._compared is not None:
            self._compared.frame_arrived.disconnect(self._on_compared_arrived)
            self._compared.output_changed.disconnect(self._asking.refresh)
            self._compared.pixel_probed.disconnect(self._on_compared_probed)
        self._compared = supply
        self._picture.clear(compared=True)
        if supply is not None:
            supply.frame_arrived.connect(self._on_compared_arrived)
            supply.output_changed.connect(self._asking.refresh)
            supply.pixel_probed.connect(self._on_compared_probed)
        self._asking.set_supplies(self._supply, supply)

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        if answer.strip is not None and answer.strip != self.strip:
            self.strip = answer.strip
            self.strip_changed.emit()
        elif answer.state is FrameState.EMPTY:
            self.strip = None
            self.strip_changed.emit()
        elif answer.state is FrameState.LOST:
            self._sounding.forget_asked()
        self._picture.show_arrived(arrived)
        self._asking.take(arrived)
        self.frame_taken.emit()
        if not self._playback.is_playing:
            self._probe()

    @Slot(object)
    def _on_compared_arrived(self, arrived: ArrivedFrame) -> None:
        self._picture.show_arrived(arrived, compared=True)

    @Slot(int, int)
    def _on_pixel_pointed(self, x: int, y: int) -> None:
        if not self._playback.is_playing:
            self._probe()

    @Slot(object)
    def _on_pixel_probed(self, told: PixelAnswer) -> None:
        self._picture.show_values(told)

    @Slot(object)
    def _on_compared_probed(self, told: PixelAnswer) -> None:
        self._picture.show_values(told, compared=True)

    def _probe(self) -> None:
        """Ask for the values of the pixel under the pointer, where they are not all here."""
        pixel = self._picture.pixel()
        if pixel is None:
            return
        if self._supply is not None and self._picture.needs_values():
            self._supply.probe(self._playback.frame, *pixel)
        if self._compared is not None and self._picture.needs_values(compared=True):
            self._compared.probe(self._playback.frame, *pixel)
