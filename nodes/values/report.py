"""Report: what a node found out, as Markdown."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.values import Report


def _encode(report: Report) -> StoredValue:
    return StoredValue("report", msgspec.json.encode(report), {})


def _decode(stored: StoredValue, store: ResultStore) -> Report:
    return msgspec.json.decode(stored.meta, type=Report)


VALUE = ValueType(name="report", python=(Report,), colour="#b58b6a", encode=_encode, decode=_decode)
