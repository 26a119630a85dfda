"""What a person can choose of a model beside which one: parameters of nodes that lease one.

    precision: ModelPrecision = ModelPrecision.AUTOMATIC

The node hands it on: `work.models.lease(model, precision=precision.chosen)`.
"""

from __future__ import annotations

from enum import StrEnum

from pipelines.models.catalogue import Precision
from pipelines.models.placement import Offload


class ModelPrecision(StrEnum):
    """The numbers that a model counts with. What is chosen is part of the key; what the machine
    chooses is recorded with the result."""

    AUTOMATIC = "automatic"
    FP32 = "fp32"
    BF16 = "bf16"
    FP8 = "fp8"

    @property
    def chosen(self) -> Precision | None:
        """As `work.models.lease` takes it."""
        return None if self is ModelPrecision.AUTOMATIC else Precision(self.value)


class ModelOffload(StrEnum):
    """What of a model waits in the machine's own memory. It changes no result: use Unkeyed."""

    AUTOMATIC = "automatic"
    NONE = "none"
    PARTS = "parts"
    BLOCKS = "blocks"

    @property
    def chosen(self) -> Offload | None:
        """As `work.models.lease` takes it."""
        return None if self is ModelOffload.AUTOMATIC else Offload[self.name]
