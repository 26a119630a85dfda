"""Where a model is put: device, numbers, what is offloaded, how attention is computed. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import NamedTuple

from pipelines.models.catalogue import Family, Model, Precision
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


_OF_PARTS = (Family.WAN_VACE, Family.WAN_TEXT, Family.LTX)
"""Their text encoder, transformer and decoder can take turns on the device."""


class Attention(StrEnum):
    """How attention is computed. FLEX takes much memory where it is not compiled."""

    NATIVE = "native"
    FLEX = "flex"


class Device(StrEnum):
    """What a model works on. Which graphics card that is, is its worker's."""

    CPU = "cpu"
    CUDA = "cuda"


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
    device: Device | None = None

    def over(self, other: Wish) -> Wish:
        """This, and where it leaves something open what another one says."""
        return Wish(
            other.precision if self.precision is None else self.precision,
            other.offload if self.offload is None else self.offload,
            other.attention if self.attention is None else self.attention,
            other.device if self.device is None else self.device,
        )


OPEN = Wish()
"""Everything is left to the machine."""


class Placement(NamedTuple):
    """What was chosen. Recorded with a result; what a person chose of it may be in the key."""

    device: Device
    precision: Precision
    offload: Offload
    attention: Attention = Attention.NATIVE

    def grants(self, wish: Wish) -> bool:
        """Whether it is as somebody wishes."""
        return all(
            wanted in (None, mine)
            for wanted, mine in (
                (wish.precision, self.precision),
                (wish.offload, self.offload),
                (wish.attention, self.attention),
                (wish.device, self.device),
            )
        )


def place(model: Model, free: Memory, wish: Wish | None = None) -> Placement:
    """Choose by what is free now. Raises TooLargeForMemoryError with what would help.

    Of the precisions that fit without offloading the best is taken; else offloading is, with the
    best precision that fits so. What is offloaded must fit the machine's own memory. A CPU
    offloads nothing by itself, and a model of one part has no parts to take turns.
    """
    wish = wish or Wish()
    device = _device(free, wish)
    precisions = [wish.precision] if wish.precision else _best_first(model.memory)
    levels = _levels(model, device, wish)
    limit = _room(free.device if device is Device.CUDA else free.machine)
    ways = [(level, precision) for level in levels for precision in precisions]
    held = [way for way in ways if _is_held(model, *way, free)]
    for level, precision in held:
        if _needed(model.memory, precision, level) <= limit:
            return Placement(device, precision, level, wish.attention or Attention.NATIVE)
    if not held:
        ways, limit = [(Offload.NONE, one) for one in precisions], _room(free.machine)
    least = min(_needed(model.memory, one, level) for level, one in held or ways)
    raise TooLargeForMemoryError(
        f"“{model.title}” needs about {least / 2**30:.1f} GiB, "
        f"and {limit / 2**30:.1f} GiB are free.",
        mend="Close other programs, choose a smaller model or size, or let parts be offloaded.",
    )


def next_wish(model: Model, wish: Wish, placement: Placement) -> Wish | None:
    """What to wish for where a placement turned out too large; None where nothing is left open."""
    levels = _levels(model, placement.device, wish)
    further = [level for level in levels if level > placement.offload]
    return wish._replace(offload=further[0]) if further else None


def fit(model: Model, total: Memory) -> Fit:
    """Whether a model fits a machine that does nothing else."""
    try:
        found = place(model, total)
    except TooLargeForMemoryError:
        return Fit.NOT
    return Fit.WITH_OFFLOAD if found.offload else Fit.FITS


def _device(free: Memory, wish: Wish) -> Device:
    if wish.device is Device.CUDA and not free.device:
        raise TooLargeForMemoryError(
            "A graphics card was asked for, and none can be used here.",
            mend="Choose the CPU or leave it to the program, or look at “storyloom doctor”.",
        )
    return Device.CUDA if free.device and wish.device is not Device.CPU else Device.CPU


def _levels(model: Model, device: Device, wish: Wish) -> list[Offload]:
    """What can be chosen, the quickest first."""
    if wish.offload is Offload.PARTS and (model.family not in _OF_PARTS or device is Device.CPU):
        return [Offload.NONE]
    if wish.offload is not None:
        return [wish.offload]
    if device is Device.CPU:
        return [Offload.NONE]
    return list(Offload) if model.family in _OF_PARTS else [Offload.NONE, Offload.BLOCKS]


def _is_held(model: Model, level: Offload, precision: Precision, free: Memory) -> bool:
    """Whether what is offloaded has room in the machine's own memory."""
    return not level or _needed(model.memory, precision) <= _room(free.machine)


def _room(free: int) -> int:
    return round(free * _ROOM)


def _best_first(memory: Mapping[Precision, int]) -> list[Precision]:
    order = list(Precision)
    return sorted(memory, key=order.index) or [Precision.FP32]


def _needed(
    memory: Mapping[Precision, int], precision: Precision, level: Offload = Offload.NONE
) -> int:
    """About the bytes on the device; a precision that the catalogue is silent about counts as the
    nearest one that it has, by the bytes of a number."""
    size = {Precision.FP32: 4, Precision.BF16: 2, Precision.FP8: 1}
    if not memory:
        return 0
    known = precision if precision in memory else min(memory, key=lambda one: size[one])
    return round(memory[known] * size[precision] / size[known] * _BY_OFFLOAD[level])
