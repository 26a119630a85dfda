"""Text: a text."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType


def _encode(value: object) -> StoredValue:
    return StoredValue("text", msgspec.json.encode(value), {})


def _decode(stored: StoredValue, store: ResultStore) -> object:
    return msgspec.json.decode(stored.meta)


VALUE = ValueType(name="text", python=(str,), colour="#e8d44d", encode=_encode, decode=_decode)
