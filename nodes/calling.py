"""Calling a node's function: its arguments, its outputs, and its lifting over clips."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from nodes.boundary import call_node, checked_call
from nodes.flat_node import FlatNode
from nodes.keys import own_parts
from nodes.lifting import (
    LiftedFrames,
    MovingInput,
    OneOutput,
    check_lengths,
    format_like,
)
from nodes.spec import NodeSpec
from nodes.values import value_types
from nodes.work import Work
from pipelines.errors import StoryloomError
from pipelines.frames import FrameSource
from pipelines.values import Clip, ClipFormat, Image, Mask, MaskClip

Gathered = Mapping[str, tuple[Any, ...]]
"""Values by socket; a socket for one value has one."""
Moving = Mapping[tuple[str, int], Clip | MaskClip]
"""The clips among them that a one-frame socket was given, by socket and place."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Calls node functions for one run. `checked` watches for inputs that are changed in place."""

    scale: float
    checked: bool
    work: Callable[[FlatNode, NodeSpec], Work]
    own: Callable[[str, FrameSource], None]
    read: Callable[[FrameSource, int], Any]
    formats: dict[str, ClipFormat]

    def call(self, node: FlatNode, spec: NodeSpec, gathered: Gathered) -> tuple[Any, ...]:
        """The outputs of a node, called once. Raises NodeError."""
        positional, keyword = self._arguments(node, spec, gathered)
        function = partial(checked_call, spec) if self.checked else spec.function
        result = call_node(node.path, None, function, *positional, **keyword)
        values = call_node(node.path, None, outputs_of, spec, result)
        if self.scale != 1.0 and node.is_source and not spec.scales_itself:
            return tuple(self._rescaled(value) for value in values)
        return values

    def lift(
        self,
        node: FlatNode,
        spec: NodeSpec,
        gathered: Gathered,
        moving: Moving,
        keys: Mapping[str, str],
    ) -> tuple[Any, ...]:
        """The outputs of a node written for one frame, as clips that make frames when asked."""
        named = {f"{name} {at + 1}" if at else name: clip for (name, at), clip in moving.items()}
        call_node(node.path, None, check_lengths, node.path, named)
        still = [
            f"{socket.name}{at}:{keys[ref.path]}.{ref.output}"
            for socket, refs in node.inputs
            for at, ref in enumerate(refs)
            if (socket.name, at) not in moving
        ]
        fed = [f"{name}{at}" for name, at in moving]
        places = [MovingInput(name, at, clip.frames) for (name, at), clip in moving.items()]
        identity = "|".join([spec.id, str(spec.version), *own_parts(node), *still, *fed])
        function = partial(self._call_frame, node, spec, gathered)
        together = LiftedFrames(function, places, identity, spec)
        self.own(node.path, together)
        clips = list(moving.values())
        template = next((clip for clip in clips if isinstance(clip, Clip)), clips[0])
        values: list[Clip | MaskClip] = []
        for place, output in enumerate(spec.outputs):
            frames: FrameSource = together
            if len(spec.outputs) > 1:
                frames = OneOutput(together, place, output.name)
                self.own(node.path, frames)
            key = f"{keys[node.path]}.{output.name}"
            values.append(self._moving_output(frames, template, output.value, key))
        together.expect([value.format for value in values])
        return tuple(values)

    def _moving_output(
        self, frames: FrameSource, template: Clip | MaskClip, value: str, key: str
    ) -> Clip | MaskClip:
        clip_format = self.formats.get(key)
        if clip_format is None:
            first: Image | Mask = self.read(frames, 0)
            clip_format = self.formats[key] = format_like(template.format, first)
        if value == "mask":
            return MaskClip(clip_format, frames, template.marks)
        if isinstance(template, MaskClip):
            return Clip(clip_format, frames, None, template.marks)
        return Clip(clip_format, frames, template.audio, template.marks, template.shots)

    def _call_frame(
        self,
        node: FlatNode,
        spec: NodeSpec,
        gathered: Gathered,
        given: Mapping[tuple[str, int], Any],
    ) -> Any:
        inputs = {
            name: tuple(given.get((name, at), value) for at, value in enumerate(values))
            for name, values in gathered.items()
        }
        positional, keyword = self._arguments(node, spec, inputs)
        function = partial(checked_call, spec) if self.checked else spec.function
        return outputs_of(spec, function(*positional, **keyword))

    def _arguments(
        self, node: FlatNode, spec: NodeSpec, gathered: Gathered
    ) -> tuple[list[Any], dict[str, Any]]:
        positional: list[Any] = []
        keyword = node.parameters
        variadic: tuple[Any, ...] = ()
        for socket in spec.sockets:
            values = gathered.get(socket.name, ())
            if socket.variadic:
                variadic = values
            else:
                positional.append(values[0] if values else None)
        wired = [name for name in gathered if name in spec.parameters]
        if wired or spec.takes_work:
            keyword = dict(keyword)
        for name in wired:
            parameter = spec.parameters[name]
            value = call_node(node.path, None, parameter.convert, gathered[name][0])
            if parameter.in_pixels and self.scale != 1.0:
                value = parameter.scaled(value, self.scale)
            keyword[name] = value
        if spec.takes_work:
            keyword[spec.takes_work] = self.work(node, spec)
        return [*positional, *variadic], keyword

    def _rescaled(self, value: Any) -> Any:
        for kind in value_types().values():
            if isinstance(value, kind.python) and kind.rescale is not None:
                return kind.rescale(value, self.scale)
        return value


class BadResultError(StoryloomError):
    """A node's function gave something else than it declares."""


def outputs_of(spec: NodeSpec, result: Any) -> tuple[Any, ...]:
    """What a function returned, as one value for each output. Raises BadResultError."""
    if not spec.outputs:
        return ()
    values = (result,) if len(spec.outputs) == 1 else tuple(result)
    if len(values) != len(spec.outputs):
        raise BadResultError(f"{spec.title} gave {len(values)} values of {len(spec.outputs)}.")
    for output, value in zip(spec.outputs, values, strict=True):
        if not isinstance(value, value_types()[output.value].python):
            raise BadResultError(
                f"{spec.title} gave {type(value).__name__} for “{output.name}”, "
                f"which is declared as {output.value}."
            )
    return values


def moving_inputs(spec: NodeSpec, gathered: Gathered) -> Moving:
    """The clips that sockets for one picture were given; a FRAME node is lifted over them."""
    return {
        (name, at): value
        for name in spec.picture_sockets
        for at, value in enumerate(gathered.get(name, ()))
        if isinstance(value, (Clip, MaskClip))
    }
