"""The working scale of a profile, applied once, to what sources give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.scaling import scale_image, scale_mask, scaled_side
from pipelines.values import Clip, ClipFormat, Image, MaskClip, Storyboard

Moving = TypeVar("Moving", Clip, MaskClip)


class ScaledFrames(FrameSource):
    """Every frame of a source at a fraction of its size."""

    def __init__(self, source: FrameSource, scale: float) -> None:
        self._source = source
        self._scale = scale

    def __len__(self) -> int:
        return len(self._source)

    def key(self, index: int) -> Digest:
        return derived_key("scaled", repr(self._scale), self._source.key(index))

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self._source, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        frame = inputs[0]
        if isinstance(frame, Image):
            return scale_image(frame, self._scale)
        return scale_mask(frame, self._scale)


def scaled_frames(clip: Moving, scale: float) -> Moving:
    """The clip at the working scale."""
    return replace(
        clip,
        format=_scaled_format(clip.format, scale),
        frames=ScaledFrames(clip.frames, scale),
    )


def scaled_storyboard(storyboard: Storyboard, scale: float) -> Storyboard:
    """The storyboard with its pictures at the working scale."""
    return replace(
        storyboard,
        format=_scaled_format(storyboard.format, scale),
        pictures=ScaledFrames(storyboard.pictures, scale),
    )


def _scaled_format(format: ClipFormat, scale: float) -> ClipFormat:
    return replace(
        format, width=scaled_side(format.width, scale), height=scaled_side(format.height, scale)
    )
