"""Conditioning: what VACE is to go by, as handles to the parts."""

from __future__ import annotations

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.vace.conditioning import Conditioning


def _encode(conditioning: Conditioning) -> StoredValue | None:
    return None  # cheap to put together again; its frames are kept as frames


def _decode(stored: StoredValue, store: ResultStore) -> Conditioning | None:
    return None


VALUE = ValueType(
    name="conditioning",
    python=(Conditioning,),
    colour="#c9485b",
    encode=_encode,
    decode=_decode,
    nbytes=lambda conditioning: 1024,
)
