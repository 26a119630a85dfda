"""Timings: the timing curves of moves."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.easing import Timings


def _encode(value: Timings) -> StoredValue:
    return StoredValue("timings", msgspec.json.encode(value), {})


def _decode(stored: StoredValue, store: ResultStore) -> Timings:
    return msgspec.json.decode(stored.meta, type=Timings)


VALUE = ValueType(
    name="timings", python=(Timings,), colour="#d98e5f", encode=_encode, decode=_decode
)
