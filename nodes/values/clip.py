"""Clip: moving pictures with their sound. Stored as a manifest that names frames in the store."""

from __future__ import annotations

import msgspec

from nodes.scaled import scaled_frames
from nodes.store import ResultStore, StoredValue
from nodes.stored_frames import ClipManifest, StoredFrames, manifest
from nodes.value_types import ValueType
from pipelines.values import Audio, Clip


def _encode(clip: Clip) -> StoredValue:
    audio = clip.audio
    frames = [clip.frames.key(index) for index in range(len(clip))]
    rate = audio.rate if audio is not None else 0
    made = manifest(clip.format, frames, rate=rate, marks=clip.marks, shots=clip.shots)
    arrays = {"audio": audio.samples} if audio is not None else {}
    return StoredValue("clip", msgspec.json.encode(made), arrays)


def _decode(stored: StoredValue, store: ResultStore) -> Clip:
    kept = msgspec.json.decode(stored.meta, type=ClipManifest)
    samples = stored.arrays.get("audio")
    audio = Audio(samples, kept.rate) if samples is not None else None
    frames = StoredFrames(kept.frames, store)
    return Clip(kept.format, frames, audio, kept.marks, kept.shots)


VALUE = ValueType(
    name="clip",
    python=(Clip,),
    colour="#4fa3e0",
    encode=_encode,
    decode=_decode,
    nbytes=lambda clip: 512 + (clip.audio.samples.nbytes if clip.audio is not None else 0),
    rescale=lambda clip, scale: scaled_frames(clip, scale),
)
