"""A device that plays as many samples as it is told to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.sound.stream import Fill, Stream


@dataclass(frozen=True)
class Times:
    """By the device's clock."""

    currentTime: float  # noqa: N815 - PortAudio's name
    outputBufferDacTime: float  # noqa: N815 - PortAudio's name


class Machine:
    """The machine's clock, which stands still until it is set."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class FakeDevice:
    """Opens one stream, whose callback is called by `pull`."""

    def __init__(self, machine: Machine, latency: float = 0.0, *, is_there: bool = True) -> None:
        self.machine = machine
        self.latency = latency
        self.is_there = is_there
        self.opened = 0
        self.closed = 0
        self.fill: Fill | None = None

    def open(self, rate: int, fill: Fill) -> Stream:
        """What a SoundOutput is given."""
        self.opened += 1
        if not self.is_there:
            raise OSError("no device")
        self.rate = rate
        self.fill = fill
        return self

    def start(self) -> None:
        """Ready to be pulled."""

    def close(self) -> None:
        self.closed += 1

    def pull(self, count: int) -> NDArray[np.float32]:
        """The next samples; the machine's clock goes on by as long as they take."""
        assert self.fill is not None
        out = np.full((count, 2), np.nan, np.float32)
        self.fill(out, count, Times(7.0, 7.0 + self.latency), None)
        self.machine.seconds += count / self.rate
        return out
