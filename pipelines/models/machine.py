"""What this machine has for models: its memory, and that of its first NVIDIA GPU.

Asks the driver itself, so that the window needs no torch to know.
"""

from __future__ import annotations

import ctypes
import sys
from typing import NamedTuple

import psutil

from pipelines.models.placement import Memory

_LIBRARY = "nvml.dll" if sys.platform == "win32" else "libnvidia-ml.so.1"
_NAME_LENGTH = 96


class Machine(NamedTuple):
    """All memory, whoever uses it now, and the name of the GPU, empty where there is none."""

    memory: Memory
    gpu: str = ""


def this_machine() -> Machine:
    """Look at it; a few milliseconds."""
    name, graphics = _first_gpu()
    return Machine(Memory(graphics, psutil.virtual_memory().total), name)


class _NvmlMemory(ctypes.Structure):
    """nvmlMemory_t of NVIDIA's management library."""

    _fields_ = (
        ("total", ctypes.c_ulonglong),
        ("free", ctypes.c_ulonglong),
        ("used", ctypes.c_ulonglong),
    )


def _first_gpu() -> tuple[str, int]:
    """Its name and bytes; nothing where no driver answers."""
    try:
        nvml = ctypes.CDLL(_LIBRARY)
    except OSError:
        return "", 0
    if nvml.nvmlInit_v2():
        return "", 0
    try:
        device, memory = ctypes.c_void_p(), _NvmlMemory()
        name = ctypes.create_string_buffer(_NAME_LENGTH)
        failed = (
            nvml.nvmlDeviceGetHandleByIndex_v2(0, ctypes.byref(device))
            or nvml.nvmlDeviceGetMemoryInfo(device, ctypes.byref(memory))
            or nvml.nvmlDeviceGetName(device, name, _NAME_LENGTH)
        )
        return ("", 0) if failed else (name.value.decode(errors="replace"), int(memory.total))
    finally:
        nvml.nvmlShutdown()
