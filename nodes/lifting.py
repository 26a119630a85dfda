"""A node written for one frame, over a whole clip: each frame keyed by the frames that it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nodes.frame_keys import KeyedFrames
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


class LiftedFrames(KeyedFrames):
    """The frames of a FRAME node over its moving inputs. `identity` spells all that is constant;
    `call` answers a value for each output, and so does a frame where there are several."""

    def __init__(
        self,
        call: Callable[[Mapping[tuple[str, int], Any]], tuple[Any, ...]],
        moving: Sequence[MovingInput],
        identity: str,
        spec: NodeSpec,
    ) -> None:
        super().__init__()
        self._call = call
        self._moving = tuple(moving)
        self._identity = identity
        self._reads = spec.reads
        self._length = len(moving[0].frames)
        self._names = [output.name for output in spec.outputs]
        self._formats: Sequence[ClipFormat] = ()

    def __len__(self) -> int:
        return self._length

    def expect(self, formats: Sequence[ClipFormat]) -> None:
        """Refuse frames that differ from what their clips are said to hold, one for each output."""
        self._formats = formats

    def parts(self, index: int, frame: tuple[Any, ...]) -> list[tuple[Digest, Any]]:
        """A frame of several outputs as one picture for each, with its key."""
        key = self.key(index)
        return [
            (derived_key("output", name, key), part)
            for name, part in zip(self._names, frame, strict=True)
        ]

    def derive(self, index: int) -> Digest:
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
        values = self._call(given)
        for value, wanted in zip(values, self._formats, strict=False):
            check_format(index, value, wanted)
        return values if len(self._names) > 1 else values[0]


class OneOutput(KeyedFrames):
    """One output of frames that are made as several at once."""

    def __init__(self, together: FrameSource, place: int, name: str) -> None:
        super().__init__()
        self._together = together
        self._place = place
        self._name = name

    def __len__(self) -> int:
        return len(self._together)

    def derive(self, index: int) -> Digest:
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


def check_format(index: int, frame: Image | Mask, wanted: ClipFormat) -> None:
    """Raise MismatchError unless a frame is what its clip is said to hold."""
    given = format_like(wanted, frame)
    if given != wanted:
        raise MismatchError(
            f"Frame {index} is {_shape(given)} but the clip is {_shape(wanted)}.",
            mend="Make every frame alike, for instance with Resize.",
        )


def _shape(given: ClipFormat) -> str:
    return f"{given.width}x{given.height}, {given.channels} channels of {given.bits} bits"


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
