"""Films beside each other, each with its name below; what ends sooner holds its last frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipelines.contact_sheet import SheetFrame, contact_sheet
from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.values import Clip, ClipFormat, Image

_VERSION = "side by side/1"


class SideBySide(FrameSource):
    """The frames of several clips on one picture. `tile` is the size of each, both even, so that
    the whole has even sides as well."""

    def __init__(
        self, clips: Sequence[Clip], names: Sequence[str], *, columns: int, tile: tuple[int, int]
    ) -> None:
        self._clips = tuple(clips)
        self._names = tuple(names)
        self._columns = columns
        self._tile = tile

    def __len__(self) -> int:
        return max(len(clip) for clip in self._clips)

    def key(self, index: int) -> Digest:
        keys = [ref.source.key(ref.at) for ref in self.needs(index)]
        return derived_key(_VERSION, repr((self._names, self._columns, self._tile)), *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        return [FrameRef(clip.frames, min(index, len(clip) - 1)) for clip in self._clips]

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        wide, high = self._tile
        sheet = zip(inputs, self._names, strict=True)
        return contact_sheet(
            (SheetFrame(picture, name) for picture, name in sheet),
            count=len(self._clips),
            aspect=wide / high,
            columns=self._columns,
            tile_width=wide,
        )


def side_by_side(clips: Sequence[Clip], names: Sequence[str], *, columns: int, width: int) -> Clip:
    """Clips of one frame at least as one film; the first says proportions and pace."""
    first = clips[0].format
    wide = max(16, width // 2 * 2)
    high = max(2, round(wide * first.height / first.width / 2) * 2)
    frames = SideBySide(clips, names, columns=columns, tile=(wide, high))
    sheet = contact_sheet(
        (), count=len(clips), aspect=wide / high, columns=columns, tile_width=wide
    )
    whole = ClipFormat(sheet.width, sheet.height, fps=first.fps)
    return Clip(whole, frames, clips[0].audio)
