"""LoRAs: files of weights that a model is bent with, as names of files."""

from __future__ import annotations

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.vace.loras import LoraStack


def _encode(stack: LoraStack) -> StoredValue | None:
    return None  # where the files lie is asked for anew


def _decode(stored: StoredValue, store: ResultStore) -> LoraStack | None:
    return None


VALUE = ValueType(
    name="loras",
    python=(LoraStack,),
    colour="#8a6fd1",
    encode=_encode,
    decode=_decode,
)
