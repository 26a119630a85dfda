"""Small films made for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from pipelines.media.codecs import VideoCodec
from pipelines.media.writing import WrittenFile, write_video
from pipelines.values import Audio, ClipFormat, Image

PATCHES = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128))
"""Pure colours, each 16 pixels wide, side by side."""


def film_format(**changes: Any) -> ClipFormat:
    settings: dict[str, Any] = {"width": 64, "height": 48, "fps": Fraction(24), **changes}
    return ClipFormat(**settings)


def patches(clip_format: ClipFormat, shade: int = 0) -> Image:
    """The patches, with a mark of 8 rows whose gray tells frames apart."""
    pixels = np.zeros((clip_format.height, clip_format.width, 4), np.uint8)
    for at, colour in enumerate(PATCHES):
        pixels[:, at * 16 : at * 16 + 16, :3] = colour
    pixels[:8, :, :3] = shade
    pixels[..., 3] = 255
    pixels[: clip_format.height // 2, :, 3] = 77
    kept = pixels[..., : clip_format.channels]
    return Image(kept.astype(np.uint16) * np.uint16(257) if clip_format.bits == 16 else kept)


def shade_of(index: int) -> int:
    return 16 + index * 7 % 224


def frames(clip_format: ClipFormat, count: int) -> Iterator[Image]:
    for index in range(count):
        yield patches(clip_format, shade_of(index))


def write_film(
    path: Path, count: int = 10, codec: VideoCodec = VideoCodec.H264, **changes: Any
) -> WrittenFile:
    clip_format = film_format(**changes)
    return write_video(path, clip_format, frames(clip_format, count), codec)


def tone(seconds: float, *, hertz: float = 440, rate: int = 48000, channels: int = 2) -> Audio:
    times = np.arange(round(seconds * rate)) / rate
    wave = (0.5 * np.sin(2 * np.pi * hertz * times)).astype(np.float32)
    return Audio(np.tile(wave, (channels, 1)), rate)


def pitch_of(audio: Audio) -> float:
    """The strongest frequency of the first channel."""
    spectrum = np.abs(np.fft.rfft(audio.samples[0]))
    return float(np.argmax(spectrum) * audio.rate / audio.samples.shape[1])
