"""Strokes: lines that a hand drew along or around things."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.pointing import Strokes


def _encode(value: Strokes) -> StoredValue:
    return StoredValue("strokes", msgspec.json.encode(value), {})


def _decode(stored: StoredValue, store: ResultStore) -> Strokes:
    return msgspec.json.decode(stored.meta, type=Strokes)


VALUE = ValueType(
    name="strokes", python=(Strokes,), colour="#7fb069", encode=_encode, decode=_decode
)
