"""Boxes: boxes that a hand drew around things."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.pointing import Boxes


def _encode(value: Boxes) -> StoredValue:
    return StoredValue("boxes", msgspec.json.encode(value), {})


def _decode(stored: StoredValue, store: ResultStore) -> Boxes:
    return msgspec.json.decode(stored.meta, type=Boxes)


VALUE = ValueType(name="boxes", python=(Boxes,), colour="#e0a458", encode=_encode, decode=_decode)
