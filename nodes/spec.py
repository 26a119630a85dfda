"""What the engine knows of a kind of node: read from a function's signature by nodes.node."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Annotated, Any, get_args, get_origin

import msgspec
from msgspec import Meta

from nodes.example import Example
from nodes.model_state import ModelState
from nodes.parameters import InPixels, NamesModel, Opens, Refers, Unkeyed
from nodes.refusals import BadParameterError

PLAIN_TYPES = (bool, int, float, str)
ONE_PICTURE = ("image", "mask")
MANY_PICTURES = ("clip", "mask_clip", "storyboard")


class Kind(StrEnum):
    """How a node meets clips.

    FRAME: written for one frame and lifted over clips by the evaluator. SEGMENT: lays out frames,
    each keyed by the frames that it reads; nothing is made until a frame is asked for. CLIP: whole
    and sequential, its frames streamed to the store.
    """

    FRAME = "frame"
    SEGMENT = "segment"
    CLIP = "clip"


@dataclass(frozen=True, slots=True)
class SocketSpec:
    """A positional argument: where a value comes in."""

    name: str
    value: str
    optional: bool = False
    variadic: bool = False


@dataclass(frozen=True, slots=True)
class OutputSpec:
    """Something that the function returns."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """A keyword-only argument: something that the person chooses.

    `marks` are the annotations of nodes.parameters; `socket` is the value that may be wired to it
    instead, empty where none can. `refers` says that a value may name files besides one that it
    `opens`; `names_model` that it names a model; `plain` is the type whose values need no
    converting, None where limits hold.
    """

    name: str
    type: Any
    default: Any
    marks: tuple[Any, ...] = ()
    socket: str = ""
    opens: bool = field(init=False)
    in_pixels: bool = field(init=False)
    keyed: bool = field(init=False)
    refers: bool = field(init=False)
    names_model: NamesModel | None = field(init=False)
    plain: type | None = field(init=False)
    spelled_default: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "opens", self._has(Opens))
        object.__setattr__(self, "in_pixels", self._has(InPixels))
        object.__setattr__(self, "keyed", not self._has(Unkeyed) and not self._has(Opens))
        object.__setattr__(self, "refers", self._has(Refers))
        model = next((mark for mark in self.marks if isinstance(mark, NamesModel)), None)
        object.__setattr__(self, "names_model", model)
        is_free = self.bare in PLAIN_TYPES and not self._has(Meta)
        object.__setattr__(self, "plain", self.bare if is_free else None)
        object.__setattr__(self, "spelled_default", self.spelled(self.default))

    def spelled(self, value: Any) -> str:
        """The one spelling of a value, for keys: 1, 1.0, true and "1" all differ."""
        if isinstance(value, float):
            return f"{self.name}={value!r}"
        return f"{self.name}={msgspec.json.encode(value, order='deterministic').decode()}"

    @property
    def bare(self) -> Any:
        """The type without its annotations."""
        return get_args(self.type)[0] if get_origin(self.type) is Annotated else self.type

    def _has(self, kind: type) -> bool:
        return any(isinstance(mark, kind) for mark in self.marks)

    def referred(self, value: Any) -> list[str]:
        """The files that a value of this parameter names, besides one that it opens."""
        finders = [mark.paths for mark in self.marks if isinstance(mark, Refers)]
        return [path for paths in finders for path in paths(value)]

    def scaled(self, value: Any, scale: float) -> Any:
        """A length in pixels at a working scale, within the limits of its type."""
        if value is None:
            return None
        if isinstance(value, float):
            return value * scale
        shorter = round(value * scale)
        least = [mark.ge for mark in self.marks if isinstance(mark, Meta) and mark.ge is not None]
        return max([shorter, *[min(int(limit), value) for limit in least]])

    def convert(self, value: Any) -> Any:
        """The value as the function wants it. Raises BadParameterError."""
        if type(value) is self.plain and (self.plain is not float or math.isfinite(value)):
            return value
        try:
            converted = _typed(value, self.type)
        except msgspec.ValidationError as error:
            raise BadParameterError(
                f"“{self.name}” cannot be {_shown(value)}: {error}.",
                mend="The old value is kept.",
            ) from error
        if isinstance(converted, float) and not math.isfinite(converted):
            raise BadParameterError(f"“{self.name}” must be a finite number.")
        return converted


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeSpec:
    """A kind of node.

    `reads(i, count)` names the input frames of output frame i (FRAME only). `picture_sockets` take
    one picture, so that a clip given to one lifts the node; `gives_frames` says that an output is
    a handle to frames; `scales_itself` that a parameter in pixels brings the working scale;
    `models` are the ids of those that it always needs; `despite_failures` that it is called where
    inputs failed, too, with None in their place.
    """

    id: str
    function: Callable[..., Any]
    title: str
    help: str
    icon: str
    kind: Kind
    sockets: tuple[SocketSpec, ...]
    parameters: Mapping[str, ParameterSpec]
    outputs: tuple[OutputSpec, ...]
    version: int = 1
    aliases: tuple[str, ...] = ()
    migrate: Callable[[int, dict[str, Any]], dict[str, Any]] | None = None
    effect: bool = False
    conversion: bool = False
    deterministic: bool = True
    shows: tuple[str, ...] = ()
    takes_work: str = ""
    reads: Callable[[int, int], tuple[int, ...]] | None = None
    example: Example | None = None
    model: ModelState | None = None
    models: tuple[str, ...] = ()
    despite_failures: bool = False
    required: tuple[SocketSpec, ...] = field(init=False)
    picture_sockets: tuple[str, ...] = field(init=False)
    gives_frames: bool = field(init=False)
    scales_itself: bool = field(init=False)

    def __post_init__(self) -> None:
        pictured = tuple(one.name for one in self.sockets if one.value in ONE_PICTURE)
        gives = any(output.value in MANY_PICTURES for output in self.outputs)
        scales = any(parameter.in_pixels for parameter in self.parameters.values())
        required = tuple(one for one in self.sockets if not one.optional)
        object.__setattr__(self, "required", required)
        object.__setattr__(self, "picture_sockets", pictured)
        object.__setattr__(self, "gives_frames", gives)
        object.__setattr__(self, "scales_itself", scales)

    @property
    def category(self) -> str:
        return self.id.partition(".")[0]

    def socket(self, name: str) -> SocketSpec | None:
        """The socket of this name, parameters that can be wired included."""
        for socket in self.sockets:
            if socket.name == name:
                return socket
        parameter = self.parameters.get(name)
        if parameter is not None and parameter.socket:
            return SocketSpec(name, parameter.socket, optional=True)
        return None

    def output(self, name: str) -> OutputSpec | None:
        return next((output for output in self.outputs if output.name == name), None)


def _typed(value: Any, wanted: Any) -> Any:
    """The value as `wanted`; a whole number that comes over a wire as a float may be a count."""
    try:
        return msgspec.convert(value, wanted)
    except msgspec.ValidationError:
        if not isinstance(value, float) or not value.is_integer():
            raise
        return msgspec.convert(int(value), wanted)


def _shown(value: Any) -> str:
    shown = value.value if isinstance(value, Enum) else value
    text = repr(shown)
    return text if len(text) <= 60 else text[:57] + "..."
