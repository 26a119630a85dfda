"""Image: one picture."""

from __future__ import annotations

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.digest import digest_array
from pipelines.scaling import scale_image
from pipelines.values import Image


def _encode(image: Image) -> StoredValue:
    return StoredValue("image", b"{}", {"pixels": image.pixels})


def _decode(stored: StoredValue, store: ResultStore) -> Image:
    return Image(stored.arrays["pixels"])


VALUE = ValueType(
    name="image",
    python=(Image,),
    colour="#e0a13a",
    lifted="clip",
    encode=_encode,
    decode=_decode,
    digest=lambda image: digest_array(image.pixels),
    nbytes=lambda image: image.pixels.nbytes,
    rescale=scale_image,
)
