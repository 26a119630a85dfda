"""Where a viewer's frames come from, as the viewer sees it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class FrameSupply(QObject):
    """The frames of one output, asked for one at a time. The newest request counts."""

    frame_arrived = Signal(object)
    """An ArrivedFrame: what became of a request. Some requests are never answered, because a newer
    one came."""
    output_changed = Signal()
    """The frames are others now; whoever shows one asks again."""

    def request(self, frame: int, size: tuple[int, int]) -> None:
        """Ask for a frame, scaled down to fit (width, height) where it is larger."""
        raise NotImplementedError
