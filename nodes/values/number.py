"""Number: a number, or yes and no."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType


def _encode(value: object) -> StoredValue:
    return StoredValue("number", msgspec.json.encode(value), {})


def _decode(stored: StoredValue, store: ResultStore) -> object:
    return msgspec.json.decode(stored.meta)


VALUE = ValueType(
    name="number", python=(float, int, bool), colour="#8f9aa5", encode=_encode, decode=_decode
)
