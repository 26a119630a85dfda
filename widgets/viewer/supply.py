"""Where a viewer's frames come from, as the viewer sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal


class FrameSupply(QObject):
    """The frames of one output, asked for one at a time. The newest request counts.

    Only `request` has to be there: what is read ahead, probed or heard is extra.
    """

    frame_arrived = Signal(object)
    """An ArrivedFrame: what became of a request. Some requests are never answered, because a newer
    one came."""
    pixel_probed = Signal(object)
    """A PixelAnswer."""
    sound_arrived = Signal(object)
    """A SoundAnswer."""
    peaks_arrived = Signal(object)
    """A PeaksAnswer."""
    output_changed = Signal()
    """The frames are others now; whoever shows one asks again."""

    scale = 1.0
    """The working scale of a draft, allowed where a frame would have to be made in full."""

    def request(self, frame: int, size: tuple[int, int]) -> None:
        """Ask for a frame, scaled down to fit (width, height) where it is larger."""
        raise NotImplementedError

    def read_ahead(self, frames: Sequence[int], size: tuple[int, int]) -> None:
        """Say what will be asked for soon, in place of what was said before."""

    def probe(self, frame: int, x: int, y: int) -> None:
        """Ask for the values of a pixel in the picture's own depth."""

    def ask_sound(self, seconds: Sequence[int], rate: int) -> None:
        """Ask for whole seconds of the sound, in place of what was asked and has not come."""

    def ask_peaks(self, first: int, stop: int) -> None:
        """Ask how loud the sound is from one whole second to another, in place of what was asked
        and has not come."""
