"""The device that models work on: its memory, the numbers it counts with, and letting go of it.

The only place that moves weights and empties a device's cache.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Any

import psutil

from pipelines.models.catalogue import Precision
from pipelines.models.placement import Device, Memory


def free_memory() -> Memory:
    """What is free now."""
    torch = _torch()
    device = int(torch.cuda.mem_get_info()[0]) if torch.cuda.is_available() else 0
    return Memory(device, psutil.virtual_memory().available)


def peak_memory() -> Memory:
    """The most that this process has taken: on the graphics card (0 where torch was not needed),
    and of the machine's own memory, since it started."""
    torch: Any = sys.modules.get("torch")
    device = 0
    if torch is not None and torch.cuda.is_available():
        device = int(torch.cuda.max_memory_allocated())
    told: Any = psutil.Process().memory_info()
    if hasattr(told, "peak_wset"):
        return Memory(device, int(told.peak_wset))
    most = import_module("resource").getrusage(import_module("resource").RUSAGE_SELF).ru_maxrss
    return Memory(device, most if sys.platform == "darwin" else most * 1024)


def number_type(precision: Precision) -> Any:
    """torch's type for the numbers that are computed with; weights in FP8 are read as BF16."""
    torch = _torch()
    return torch.float32 if precision is Precision.FP32 else torch.bfloat16


def kept_type() -> Any:
    """torch's type for weights that are kept in FP8."""
    return _torch().float8_e4m3fn


def memory_errors() -> tuple[type[BaseException], ...]:
    """What is raised where memory is full. Asked for when something was raised, so torch is there.

    A failed allocation of the CPU's is an ordinary RuntimeError of torch's, and stays one.
    """
    return (MemoryError, _torch().OutOfMemoryError)


def device_lost_errors() -> tuple[type[BaseException], ...]:
    """What is raised where the device's context is lost."""
    return (_torch().AcceleratorError,)


def device_of(device: Device) -> Any:
    """torch's own."""
    return _torch().device(device.value)


def moved(weights: Any, device: Device) -> Any:
    """The same module or pipeline on a device."""
    return weights.to(device.value)


def let_go() -> None:
    """Give memory back after weights were dropped."""
    torch = _torch()
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def _torch() -> Any:
    return import_module("torch")
