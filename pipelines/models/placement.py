"""Where a model is put: device, numbers, what is offloaded, how attention is computed. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import NamedTuple

from pipelines.models.catalogue import Model, Precision
from pipelines.models.refusals import ModelError

_ROOM = 0.9
"""So much of the free memory may be planned with; the rest is for what the libraries keep."""
_BY_OFFLOAD = {0: 1.0, 1: 0.7, 2: 0.35}
"""About what a model needs on the device, by offload level, of what it needs without."""


class TooLargeForMemoryError(ModelError):
    """A model does not fit, however it is put."""


class Offload(IntEnum):
    """What waits in the machine's own memory while it is not computed with."""

    NONE = 0
    PARTS = 1
    """Whole parts: the text encoder, the transformer, the decoder, one at a time on the device."""
    BLOCKS = 2
    """The blocks of the largest part, one after another. Slow."""


class Attention(StrEnum):
    """How attention is computed."""

    NATIVE = "native"
    FLEX = "flex"


class Fit(StrEnum):
    """Whether a model fits this machine's memory."""

    FITS = "fits"
    WITH_OFFLOAD = "fits with offload"
    NOT = "does not fit"


class Memory(NamedTuple):
    """Bytes on the device and in the machine, 0 on the device where there is none but the CPU."""

    device: int
    machine: int


class Wish(NamedTuple):
    """What the person chose; None is left to the machine."""

    precision: Precision | None = None
    offload: Offload | None = None
    attention: Attention | None = None


class Placement(NamedTuple):
    """What was chosen. Recorded with a result, and no part of its key but the precision."""

    device: str
    precision: Precision
    offload: Offload
    attention: Attention = Attention.NATIVE


def place(model: Model, free: Memory, wish: Wish | None = None) -> Placement:
    """Choose by what is free now. Raises TooLargeForMemoryError with what would help.

    Of the precisions that fit without offloading the best is taken; else offloading is, with the
    best precision that fits so. On a CPU nothing is offloaded, and numbers are FP32 unless only
    others fit.
    """
    wish = wish or Wish()
    precisions = [wish.precision] if wish.precision else _best_first(model.memory)
    device = "cuda" if free.device else "cpu"
    limit = round((free.device or free.machine) * _ROOM)
    levels = [Offload.NONE] if not free.device else list(Offload)
    if wish.offload is not None and free.device:
        levels = [wish.offload]
    for level in levels:
        for precision in precisions:
            if _needed(model.memory, precision, level) <= limit:
                attention = wish.attention or Attention.NATIVE
                return Placement(device, precision, level, attention)
    least = min(_needed(model.memory, one, levels[-1]) for one in precisions)
    raise TooLargeForMemoryError(
        f"“{model.title}” needs about {least / 1e9:.1f} GB, and {limit / 1e9:.1f} GB are free.",
        mend="Close other programs, choose a smaller model or size, or let parts be offloaded.",
    )


def fit(model: Model, total: Memory) -> Fit:
    """Whether a model fits a machine that does nothing else."""
    try:
        found = place(model, total)
    except TooLargeForMemoryError:
        return Fit.NOT
    return Fit.WITH_OFFLOAD if found.offload else Fit.FITS


def _best_first(memory: Mapping[Precision, int]) -> list[Precision]:
    order = list(Precision)
    return sorted(memory, key=order.index) or [Precision.FP32]


def _needed(memory: Mapping[Precision, int], precision: Precision, level: Offload) -> int:
    """About the bytes on the device; a precision that the catalogue is silent about counts as the
    nearest one that it has, by the bytes of a number."""
    size = {Precision.FP32: 4, Precision.BF16: 2, Precision.FP8: 1}
    if not memory:
        return 0
    known = precision if precision in memory else min(memory, key=lambda one: size[one])
    return round(memory[known] * size[precision] / size[known] * _BY_OFFLOAD[level])
