"""A node written for one frame, over a whole clip: each frame keyed by the frames that it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nodes.spec import NodeSpec
from pipelines.digest import Digest
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.values import Clip, ClipFormat, Image, Mask, MaskClip


@dataclass(frozen=True, slots=True)
class MovingInput:
    """A socket that is fed frame by frame. `at` is its place among a variadic socket's links."""

    socket: str
    at: int
    frames: FrameSource


class LiftedFrames(FrameSource):
    """The frames of a FRAME node over its moving inputs. `identity` spells all that is constant."""

    def __init__(
        self,
        call: Callable[[Mapping[tuple[str, int], Any]], Any],
        moving: Sequence[MovingInput],
        identity: str,
        spec: NodeSpec,
    ) -> None:
        self._call = call
        self._moving = tuple(moving)
        self._identity = identity
        self._reads = spec.reads
        self._length = len(moving[0].frames)

    def __len__(self) -> int:
        return self._length

    def key(self, index: int) -> Digest:
        keys = [ref.source.key(ref.at) for ref in self.needs(index)]
        return derived_key(self._identity, *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        if self._reads is None:
            return [FrameRef(moving.frames, index) for moving in self._moving]
        read = [min(max(i, 0), self._length - 1) for i in self._reads(index, self._length)]
        return [FrameRef(moving.frames, at) for moving in self._moving for at in read]

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        width = 1 if self._reads is None else len(inputs) // len(self._moving)
        given = {
            (moving.socket, moving.at): inputs[place]
            if self._reads is None
            else tuple(inputs[place * width : (place + 1) * width])
            for place, moving in enumerate(self._moving)
        }
        return self._call(given)


class OneOutput(FrameSource):
    """One output of frames that are made as several at once."""

    def __init__(self, together: FrameSource, place: int, name: str) -> None:
        self._together = together
        self._place = place
        self._name = name

    def __len__(self) -> int:
        return len(self._together)

    def key(self, index: int) -> Digest:
        return derived_key("output", self._name, self._together.key(index))

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self._together, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        return inputs[0][self._place]


def check_lengths(path: str, clips: Mapping[str, Clip | MaskClip]) -> None:
    """Raise MismatchError unless all moving inputs are as long as each other and not empty."""
    lengths = {name: len(clip) for name, clip in clips.items()}
    if min(lengths.values()) == 0:
        raise MismatchError(f"A clip that “{path}” is given has no frames.")
    if len(set(lengths.values())) > 1:
        said = ", ".join(f"{name} has {length}" for name, length in lengths.items())
        raise MismatchError(
            f"The clips that “{path}” is given differ in length: {said} frames.",
            mend="Put Fit Length or Trim before the shorter or longer one.",
        )


def format_like(template: ClipFormat, frame: Image | Mask) -> ClipFormat:
    """The format of a clip whose frames look like this one, at the template's rate and time."""
    if isinstance(frame, Mask):
        return replace(template, width=frame.width, height=frame.height, channels=1, bits=8)
    return replace(
        template,
        width=frame.width,
        height=frame.height,
        channels=frame.channels,
        bits=frame.bits,
    )
