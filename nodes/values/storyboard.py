"""Storyboard: panels in order, with their pictures and their timing."""

from __future__ import annotations

from nodes.scaled import scaled_storyboard
from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.values import Storyboard


def _encode(storyboard: Storyboard) -> StoredValue | None:
    return None  # cheap to lay out again; its pictures are kept as frames


def _decode(stored: StoredValue, store: ResultStore) -> Storyboard | None:
    return None


VALUE = ValueType(
    name="storyboard",
    python=(Storyboard,),
    colour="#c678b4",
    encode=_encode,
    decode=_decode,
    nbytes=lambda storyboard: 256 * len(storyboard.panels),
    rescale=scaled_storyboard,
)
