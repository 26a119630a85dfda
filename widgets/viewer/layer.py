"""One of the two pictures of a viewer, as it arrived and as it is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from nodes.frame_serving.messages import ArrivedFrame, FrameState, PixelAnswer, Raster
from pipelines.values import ClipFormat
from widgets.pictures import AlphaView, pixel_at, to_qimage


@dataclass(slots=True)
class Layer:
    """A frame or words, what they are a frame of, and a preview in their place."""

    arrived: ArrivedFrame | None = None
    image: QImage | None = None
    format: ClipFormat | None = None
    preview: QImage | None = None
    probed: PixelAnswer | None = None

    def take(self, arrived: ArrivedFrame, alpha: AlphaView) -> None:
        """Another frame, or words; while one fails, the format is still that of the others."""
        self.arrived = arrived
        if arrived.answer.strip is not None:
            self.format = arrived.answer.strip.format
        elif arrived.answer.state is FrameState.EMPTY:
            self.format = None
        self.convert(alpha)

    def convert(self, alpha: AlphaView) -> None:
        """Make the picture for painting."""
        raster = self.raster
        self.image = to_qimage(raster, alpha) if raster is not None else None

    def clear(self) -> None:
        """Nothing is looked at."""
        self.arrived = self.image = self.format = self.preview = self.probed = None

    @property
    def shown(self) -> QImage | None:
        """What is painted: the preview of what is being made, or the frame."""
        return self.preview if self.preview is not None else self.image

    @property
    def raster(self) -> Raster | None:
        return self.arrived.raster if self.arrived is not None else None

    @property
    def state(self) -> FrameState | None:
        return self.arrived.answer.state if self.arrived is not None else None

    @property
    def scale(self) -> float:
        """The working scale that it was made at."""
        return self.arrived.answer.scale if self.arrived is not None else 1.0

    @property
    def size(self) -> QSizeF:
        """In the clip's own pixels, whatever was sent of it; that of a preview where it is new."""
        if self.format is not None:
            return QSizeF(self.format.width, self.format.height)
        return QSizeF(self.preview.size()) if self.preview is not None else QSizeF()

    @property
    def has_all_values(self) -> bool:
        """Whether what arrived holds every pixel in its own depth."""
        raster, shape = self.raster, self.format
        if raster is None or shape is None or self.scale != 1.0 or shape.bits != 8:
            return False
        return (raster.width, raster.height) == (shape.width, shape.height)

    def values_at(self, x: int, y: int) -> str:
        """The values of a pixel, in the clip's own depth where they are known."""
        raster, told = self.raster, self.probed
        if raster is None or self.format is None or self.arrived is None:
            return ""
        frame = self.arrived.answer.frame
        if told is not None and (told.frame, told.x, told.y) == (frame, x, y):
            values = " ".join(map(str, told.values))
            return values if told.bits == 8 else f"{values} / {(1 << told.bits) - 1}"
        at_x = min(int(x * raster.width / self.format.width), raster.width - 1)
        at_y = min(int(y * raster.height / self.format.height), raster.height - 1)
        values = " ".join(map(str, pixel_at(raster, at_x, at_y)))
        return values if self.has_all_values else f"≈ {values}"
