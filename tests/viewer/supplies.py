"""A supply of frames in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from nodes.frame_serving.messages import (
    ArrivedFrame,
    FrameAnswer,
    FrameState,
    PeaksAnswer,
    PixelAnswer,
    Raster,
    SoundAnswer,
    Strip,
)
from pipelines.media.peaks import Peaks
from pipelines.values import ClipFormat, Marks, Shot
from widgets.viewer.supply import FrameSupply

WIDTH, HEIGHT = 64, 48


class GrayFrames(FrameSupply):
    """Frame i is gray of level i, with a white pixel at (10, 20). Answers when told to."""

    def __init__(self, length: int = 100, *, answers: bool = True, level: int = 0) -> None:
        super().__init__()
        self.asked: list[tuple[int, tuple[int, int]]] = []
        self.answers = answers
        self.level = level
        self.key = ""
        self.is_proxied = False
        shots = (Shot("a", "One", 0, length // 2), Shot("b", "Two", length // 2, length))
        shape = ClipFormat(WIDTH, HEIGHT, fps=Fraction(25), start_timecode="01:00:00:00")
        self.strip = Strip(length, shape, None, shots)

    def request(self, frame: int, size: tuple[int, int]) -> None:
        self.asked.append((frame, size))
        if self.answers:
            self.answer(frame)

    def mark(self, marks: Marks) -> None:
        """The clip brings marks of its own."""
        self.strip = Strip(self.strip.length, self.strip.format, marks, self.strip.shots)

    def answer(self, frame: int, state: FrameState = FrameState.SHOWN) -> None:
        """Bring a frame."""
        raster = Raster(WIDTH, HEIGHT, 3, self.pixels(frame))
        answer = FrameAnswer(
            "",
            0,
            state,
            frame,
            self.strip,
            (HEIGHT, WIDTH, 3),
            key=self.key,
            scale=self.scale,
            is_proxied=self.is_proxied,
        )
        self.frame_arrived.emit(ArrivedFrame(answer, raster))

    def pixels(self, frame: int) -> bytes:
        """A frame, (HEIGHT, WIDTH, 3)."""
        pixels = bytearray([frame + self.level] * (WIDTH * HEIGHT * 3))
        at = (20 * WIDTH + 10) * 3
        pixels[at : at + 3] = b"\xff\xff\xff"
        return bytes(pixels)

    def refuse(self, state: FrameState, words: str) -> None:
        """Bring words."""
        self.frame_arrived.emit(ArrivedFrame(FrameAnswer("", 0, state, words=words)))


class BallFrames(GrayFrames):
    """A red ball on green, 20 wide, that goes to the right by a pixel a frame from (20, 24)."""

    def pixels(self, frame: int) -> bytes:
        rows, columns = np.mgrid[:HEIGHT, :WIDTH] + 0.5
        ball = (columns - 20 - frame) ** 2 + (rows - 24) ** 2 <= 100
        grain = np.random.default_rng(frame).integers(0, 12, (HEIGHT, WIDTH, 3))
        made = np.where(ball[..., None], (200, 40, 30), (40, 110, 50)) + grain
        return made.astype(np.uint8).tobytes()


class RichFrames(GrayFrames):
    """Frames with sound, made at the scale that is asked for, whose pixels can be probed."""

    def __init__(self) -> None:
        super().__init__()
        self.strip = replace(self.strip, sound=1)
        self.scales: list[float] = []
        self.probes: list[tuple[int, int, int]] = []
        self.ahead: list[Sequence[int]] = []
        self.seconds: list[Sequence[int]] = []
        self.stretches: list[tuple[int, int]] = []

    def request(self, frame: int, size: tuple[int, int]) -> None:
        self.scales.append(self.scale)
        super().request(frame, size)

    def probe(self, frame: int, x: int, y: int) -> None:
        self.probes.append((frame, x, y))
        self.pixel_probed.emit(PixelAnswer("", frame, x, y, (1, 300, 65535), 16))

    def read_ahead(self, frames: Sequence[int], size: tuple[int, int]) -> None:
        self.ahead.append(frames)

    def ask_sound(self, seconds: Sequence[int], rate: int) -> None:
        self.seconds.append(seconds)
        for second in seconds:
            samples = np.full((rate, 2), 0.25, np.float32).tobytes()
            self.sound_arrived.emit(SoundAnswer("", 1, second, rate, samples))

    def ask_peaks(self, first: int, stop: int) -> None:
        self.stretches.append((first, stop))
        level = np.full((stop - first) * 200, 0.25, np.float32)
        self.peaks_arrived.emit(PeaksAnswer("", 1, first, Peaks(-level, level)))
