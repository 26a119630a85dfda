"""Which way finds things with a model that was lent."""

from __future__ import annotations

from collections.abc import Callable

from pipelines.detection.chatting import QwenVL
from pipelines.detection.detector import Detector
from pipelines.detection.grounding_dino import GroundingDino
from pipelines.errors import InputError
from pipelines.models.lending import Lease

FAMILIES = ("grounding-dino", "qwen2.5-vl", "qwen3-vl")
"""The families of the catalogue that find things by words."""

_WAYS: dict[str, Callable[[Lease], Detector]] = {
    "grounding-dino": GroundingDino,
    "qwen2_5_vl": QwenVL,
    "qwen3_vl": QwenVL,
}


def detector_of(lease: Lease) -> Detector:
    """The way for a model. Raises InputError where it finds nothing by words."""
    way = _WAYS.get(str(getattr(getattr(lease.network, "config", None), "model_type", "")))
    if way is None:
        raise InputError(
            f"“{lease.title}” does not find things by words.",
            mend="Choose Grounding DINO or a Qwen-VL model.",
        )
    return way(lease)
