"""A region of a film as a value: which part of which clip, on each frame. Its pixels are made by
`cropping`, its way back by `pasting`."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.framing import Box
from pipelines.values import Clip, ClipFormat, MaskClip


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A part of `clip`: `boxes[i]` of its frame i, seen at `size` (width, height).

    `masks` are of the clip's own size and say what was masked; what is made is wider by `margin`
    pixels of the clip.
    """

    clip: Clip
    masks: MaskClip
    size: tuple[int, int]
    boxes: tuple[Box, ...]
    margin: int = 0

    @property
    def source(self) -> ClipFormat:
        """The format of the clip that it is a part of."""
        return self.clip.format

    def __len__(self) -> int:
        return len(self.boxes)
