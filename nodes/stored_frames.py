"""Clips whose frames lie in the result store: the manifest and the source that reads it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import msgspec

from nodes.store import ResultStore
from pipelines.digest import Digest
from pipelines.errors import MissingFileError
from pipelines.frames import FrameSource
from pipelines.values import ClipFormat, ColourTags, Image, Marks, Mask, Shot


class ClipManifest(msgspec.Struct, frozen=True):
    """What a stored clip consists of: its format and the keys of its frames, in order."""

    width: int
    height: int
    channels: int
    bits: int
    fps: tuple[int, int]
    colour: ColourTags
    start_timecode: str
    frames: tuple[Digest, ...]
    rate: int = 0
    marks: Marks | None = None
    shots: tuple[Shot, ...] = ()

    @property
    def format(self) -> ClipFormat:
        return ClipFormat(
            self.width,
            self.height,
            self.channels,
            self.bits,
            Fraction(*self.fps),
            self.colour,
            self.start_timecode,
        )


def manifest(
    clip_format: ClipFormat,
    frames: Sequence[Digest],
    *,
    rate: int = 0,
    marks: Marks | None = None,
    shots: tuple[Shot, ...] = (),
) -> ClipManifest:
    """The manifest of a clip; `rate` is that of its sound, 0 for none."""
    return ClipManifest(
        clip_format.width,
        clip_format.height,
        clip_format.channels,
        clip_format.bits,
        (clip_format.fps.numerator, clip_format.fps.denominator),
        clip_format.colour,
        clip_format.start_timecode,
        tuple(frames),
        rate,
        marks,
        shots,
    )


class StoredFrames(FrameSource):
    """Frames read from the store by their keys."""

    def __init__(self, keys: Sequence[Digest], store: ResultStore) -> None:
        self._keys = tuple(keys)
        self._store = store

    def __len__(self) -> int:
        return len(self._keys)

    def key(self, index: int) -> Digest:
        return self._keys[index]

    def make(self, index: int, inputs: Sequence[Any]) -> Image | Mask:
        frame = self._store.get_frame(self._keys[index])
        if frame is None:
            raise MissingFileError(
                f"Frame {index} of a stored clip is gone from the result store.",
                mend="Run again: only what is missing is made.",
            )
        return frame


def all_stored(keys: Sequence[Digest], store: ResultStore) -> bool:
    """Whether every frame of a manifest is still there."""
    return all(store.has_frame(key) for key in keys)
