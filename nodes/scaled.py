"""The working scale of a profile, applied once, to what sources give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.scaling import scaled_side, shrink_image, shrink_mask
from pipelines.sheets import ScaledSheetFrames, Sheets, scaled_sheet
from pipelines.values import Clip, ClipFormat, Image, MaskClip, Storyboard

Moving = TypeVar("Moving", Clip, MaskClip)


class ScaledFrames(FrameSource):
    """Every frame of a source at a smaller size, read from a smaller copy where there is one."""

    def __init__(self, source: FrameSource, width: int, height: int) -> None:
        self._source = source.reduced(width, height) or source
        self._size = (width, height)

    def __len__(self) -> int:
        return len(self._source)

    def key(self, index: int) -> Digest:
        return derived_key("scaled", str(self._size), self._source.key(index))

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self._source, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        frame = inputs[0]
        return (
            shrink_image(frame, *self._size)
            if isinstance(frame, Image)
            else shrink_mask(frame, *self._size)
        )


def scaled_frames(clip: Moving, scale: float) -> Moving:
    """The clip at the working scale."""
    small = _scaled_format(clip.format, scale)
    return replace(clip, format=small, frames=ScaledFrames(clip.frames, small.width, small.height))


def scaled_storyboard(storyboard: Storyboard, scale: float) -> Storyboard:
    """The storyboard with its pictures and sheets at the working scale."""
    small = _scaled_format(storyboard.format, scale)
    size = (small.width, small.height)
    sheets = storyboard.sheets
    return replace(
        storyboard,
        format=small,
        pictures=ScaledFrames(storyboard.pictures, *size),
        sheets=None if sheets is None else _scaled_sheets(sheets, size, scale),
    )


def _scaled_sheets(sheets: Sheets, size: tuple[int, int], scale: float) -> Sheets:
    made: dict[FrameSource, ScaledSheetFrames] = {}

    def small(ref: FrameRef) -> FrameRef:
        return FrameRef(made.setdefault(ref.source, ScaledSheetFrames(ref.source, size)), ref.at)

    layers = tuple(
        tuple(scaled_sheet(sheet, small(sheet.picture), scale) for sheet in row)
        for row in sheets.layers
    )
    return Sheets(ScaledFrames(sheets.grounds, *size), layers)


def _scaled_format(format: ClipFormat, scale: float) -> ClipFormat:
    return replace(
        format, width=scaled_side(format.width, scale), height=scaled_side(format.height, scale)
    )
