"""Audio: sound."""

from __future__ import annotations

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.digest import digest_array
from pipelines.values import Audio


def _encode(audio: Audio) -> StoredValue:
    return StoredValue("audio", msgspec.json.encode({"rate": audio.rate}), {"audio": audio.samples})


def _decode(stored: StoredValue, store: ResultStore) -> Audio:
    return Audio(stored.arrays["audio"], msgspec.json.decode(stored.meta)["rate"])


VALUE = ValueType(
    name="audio",
    python=(Audio,),
    colour="#6fbf73",
    encode=_encode,
    decode=_decode,
    digest=lambda audio: digest_array(audio.samples),
    nbytes=lambda audio: audio.samples.nbytes,
)
