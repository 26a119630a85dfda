"""Objects: things that were found in a clip, and where they are over time."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.detection.found import FoundObjects


def _encode(value: FoundObjects) -> StoredValue:
    return StoredValue("objects", msgspec.json.encode(value), {})


def _decode(stored: StoredValue, store: ResultStore) -> FoundObjects:
    return msgspec.json.decode(stored.meta, type=FoundObjects)


VALUE = ValueType(
    name="objects", python=(FoundObjects,), colour="#4db6ac", encode=_encode, decode=_decode
)
