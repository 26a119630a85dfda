"""MaskClip: a mask for each frame of a clip."""

from __future__ import annotations

import msgspec

from nodes.scaled import scaled_frames
from nodes.store import ResultStore, StoredValue
from nodes.stored_frames import ClipManifest, StoredFrames, manifest
from nodes.value_types import ValueType
from pipelines.values import MaskClip


def _encode(clip: MaskClip) -> StoredValue:
    frames = tuple(clip.frames.key(index) for index in range(len(clip)))
    made = manifest(clip.format, frames, marks=clip.marks)
    return StoredValue("mask_clip", msgspec.json.encode(made), {})


def _decode(stored: StoredValue, store: ResultStore) -> MaskClip:
    kept = msgspec.json.decode(stored.meta, type=ClipManifest)
    return MaskClip(kept.format, StoredFrames(kept.frames, store), kept.marks)


VALUE = ValueType(
    name="mask_clip",
    python=(MaskClip,),
    colour="#a9b4bd",
    encode=_encode,
    decode=_decode,
    nbytes=lambda clip: 512,
    rescale=lambda clip, scale: scaled_frames(clip, scale),
)
