"""What is known of a film as VACE sees it, and which of its frames a strip of some width shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QPixmap

from pipelines.vace.latents import runs, sampled_frames
from pipelines.vace.laying import told_masks
from pipelines.vace.sizes import model_length
from widgets.time_ruler.content import RulerScale


class Row(StrEnum):
    """A row of the strip: the name of an output of VACE Conditioning."""

    KEPT = "inactive"
    GUIDES = "reactive"
    TOLD = "mask"


class Column(NamedTuple):
    """A frame that stands for those around it, and where it lies."""

    frame: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class SeenFilm:
    """Pictures by row and frame, as far as they have come. `kept` are the frames of which nothing
    is made."""

    length: int
    aspect: float
    pictures: Mapping[tuple[Row, int], QPixmap] = field(
        default_factory=dict[tuple[Row, int], QPixmap]
    )
    kept: frozenset[int] = frozenset()

    @property
    def told(self) -> list[int]:
        """For each frame the one whose mask the model is told in its place."""
        return told_masks(self.length)

    @property
    def sampled(self) -> tuple[int, ...]:
        """The frames whose masks the model is told."""
        last = self.length - 1
        frames = sampled_frames(model_length(self.length))
        return tuple(sorted({min(frame, last) for frame in frames}))

    @property
    def untold(self) -> frozenset[int]:
        """Keys of which no latent frame samples any, so that the mask never says they are kept."""
        sampled = set(self.sampled)
        spans = (range(first, stop) for first, stop in runs(self.kept))
        return frozenset(at for span in spans if sampled.isdisjoint(span) for at in span)

    def picture(self, row: Row, frame: int) -> QPixmap | None:
        """What a row shows in the place of a frame."""
        return self.pictures.get((row, self.told[frame] if row is Row.TOLD else frame))

    def columns(self, scale: RulerScale, width: float) -> list[Column]:
        """Columns about `width` wide, side by side over all that is seen. Each shows the frame in
        its middle, or one that is kept where that one is not."""
        start, stop = scale.x_of(0), scale.x_of(self.length)
        count = max(1, min(self.length, int((stop - start) / max(width, 1.0))))
        step = (stop - start) / count
        found: list[Column] = []
        for number in range(count):
            left, right = start + number * step, start + (number + 1) * step
            if right < 0 or left > scale.width:
                continue
            frames = range(
                number * self.length // count, max((number + 1) * self.length // count, 1)
            )
            found.append(Column(self._shown_of(frames), left, right))
        return found

    def _shown_of(self, frames: range) -> int:
        if self.length - 1 in frames and self.length - 1 in self.kept:
            return self.length - 1
        middle = frames[len(frames) // 2]
        kept = [frame for frame in frames if frame in self.kept]
        return middle if middle in self.kept or not kept else kept[0]
