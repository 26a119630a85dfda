"""Nodes whose pictures are deep or whose clip sounds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nodes.node import node
from nodes.registry import Registry
from nodes.spec import Kind
from pipelines.values import Audio, Clip, Image
from tests.fakes import clip_of, registry


@node("test.deep", icon="mdi6.image")
def deep() -> Image:
    """A picture of 16 bits, with a value of its own at (3, 2)."""
    pixels = np.full((48, 64, 3), 1000, np.uint16)
    pixels[2, 3] = (1, 300, 65535)
    return Image(pixels)


@node("test.song", icon="mdi6.music", kind=Kind.SEGMENT)
def song(*, seconds: int = 2) -> Clip:
    """Ten frames with a tone of 441 Hz on one channel."""
    times = np.arange(seconds * 22050) / 22050
    tone = np.sin(2 * np.pi * 441 * times).astype(np.float32)[None]
    return replace(clip_of(range(10)), audio=Audio(tone * np.float32(0.5), 22050))


def kinds() -> Registry:
    """The test registry and the nodes above."""
    specs = [
        function.spec  # type: ignore[attr-defined] - set by @node
        for function in (deep, song)
    ]
    return registry().with_specs(specs)
