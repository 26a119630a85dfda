"""Clicks: points of a picture that a hand chose."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.pointing import Clicks


def _encode(value: Clicks) -> StoredValue:
    return StoredValue("clicks", msgspec.json.encode(value), {})


def _decode(stored: StoredValue, store: ResultStore) -> Clicks:
    return msgspec.json.decode(stored.meta, type=Clicks)


VALUE = ValueType(name="clicks", python=(Clicks,), colour="#e58fb1", encode=_encode, decode=_decode)
