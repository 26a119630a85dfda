"""Mask: what of one picture to keep and what to generate."""

from __future__ import annotations

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.digest import digest_array
from pipelines.scaling import scale_mask
from pipelines.values import Mask


def _encode(mask: Mask) -> StoredValue:
    return StoredValue("mask", b"{}", {"pixels": mask.pixels})


def _decode(stored: StoredValue, store: ResultStore) -> Mask:
    return Mask(stored.arrays["pixels"])


VALUE = ValueType(
    name="mask",
    python=(Mask,),
    colour="#d9d9d9",
    lifted="mask_clip",
    encode=_encode,
    decode=_decode,
    digest=lambda mask: digest_array(mask.pixels),
    nbytes=lambda mask: mask.pixels.nbytes,
    rescale=scale_mask,
)
