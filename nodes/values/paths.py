"""Paths: how a hand has layers travel between panels."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.motion_paths import MotionPaths


def _encode(value: MotionPaths) -> StoredValue:
    return StoredValue("paths", msgspec.json.encode(value), {})


def _decode(stored: StoredValue, store: ResultStore) -> MotionPaths:
    return msgspec.json.decode(stored.meta, type=MotionPaths)


VALUE = ValueType(
    name="paths", python=(MotionPaths,), colour="#9a86e0", encode=_encode, decode=_decode
)
