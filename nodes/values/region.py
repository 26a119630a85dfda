"""Region: a part of a film that moves with a mask, as handles to the film and its masks."""

from __future__ import annotations

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.region.region import Region


def _encode(region: Region) -> StoredValue | None:
    return None  # cheap to lay out again; where its masks are is kept apart


def _decode(stored: StoredValue, store: ResultStore) -> Region | None:
    return None


VALUE = ValueType(
    name="region",
    python=(Region,),
    colour="#8e7cc3",
    encode=_encode,
    decode=_decode,
    nbytes=lambda region: 1024 + 64 * len(region),
)
