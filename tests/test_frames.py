"""Frames are made on demand, without recursion, each once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, PictureFrames, derived_key, read, select
from pipelines.values import Mask


class Brighter(FrameSource):
    """Each frame one level brighter than the source's."""

    def __init__(self, source: FrameSource) -> None:
        self.source = source
        self.made = 0

    def __len__(self) -> int:
        return len(self.source)

    def key(self, index: int) -> Digest:
        return derived_key("brighter", self.source.key(index))

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self.source, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        self.made += 1
        return Mask((inputs[0].pixels + 1).astype(np.uint8))


def two_frames() -> PictureFrames:
    frames = [Mask(np.full((2, 2), value, np.uint8)) for value in (10, 20)]
    return PictureFrames(frames, [Digest("a"), Digest("b")])


def test_a_chain_of_50000_sources_is_read_without_recursion() -> None:
    source: FrameSource = two_frames()
    for _ in range(50_000):
        source = Brighter(source)
    assert read(source, 1).pixels[0, 0] == (20 + 50_000) % 256


def test_a_frame_needed_twice_is_made_once() -> None:
    class Sum(Brighter):
        def needs(self, index: int) -> Sequence[FrameRef]:
            return (FrameRef(self.source, index), FrameRef(self.source, index))

    shared = Brighter(two_frames())
    assert read(Sum(shared), 0).pixels[0, 0] == 12
    assert shared.made == 1


def test_a_known_frame_is_not_made_again() -> None:
    below = Brighter(two_frames())
    above = Brighter(below)
    known = Mask(np.full((2, 2), 99, np.uint8))
    frame = read(above, 0, lookup=lambda ref: known if ref.source is below else None)
    assert frame.pixels[0, 0] == 100
    assert below.made == 0


def test_a_selection_of_a_selection_keeps_keys_and_goes_straight_to_the_source() -> None:
    source = two_frames()
    chosen = select(select(source, [1, 0]), [0, 0, 1])
    assert [chosen.key(i) for i in range(3)] == ["b", "b", "a"]
    assert chosen.resolve(0) == FrameRef(source, 1)


def test_frames_are_read_only() -> None:
    assert not two_frames().make(0, ()).pixels.flags.writeable
