"""A stream of samples to a loudspeaker: what is needed of one, and sounddevice's."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray


class BufferTimes(Protocol):
    """When a buffer is heard, by the stream's own clock, in seconds."""

    @property
    def currentTime(self) -> float: ...  # noqa: N802 - PortAudio's name
    @property
    def outputBufferDacTime(self) -> float: ...  # noqa: N802 - PortAudio's name


Fill = Callable[[NDArray[np.float32], int, BufferTimes, Any], None]
"""Writes (count, 2) samples; called in a thread of the device."""


class Stream(Protocol):
    """An open device."""

    def start(self) -> None: ...
    def close(self) -> None: ...


OpenStream = Callable[[int, Fill], Stream]
"""Opens a device at a sample rate. Raises OSError where there is none."""


def open_device(rate: int, fill: Fill) -> Stream:
    """The machine's own loudspeaker. Raises OSError where there is no library or no device."""
    try:
        sounddevice = import_module("sounddevice")
    except ImportError as error:
        raise OSError("There is no sounddevice.") from error
    try:
        return sounddevice.OutputStream(
            samplerate=rate, channels=2, dtype="float32", latency="low", callback=fill
        )
    except sounddevice.PortAudioError as error:
        raise OSError(str(error)) from error
