"""More small kinds of node, and graphs built unchecked, as a damaged file holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import sleep
from typing import Annotated, Any, NamedTuple

import numpy as np
from msgspec import Meta
from msgspec.structs import replace

from nodes.document import Document
from nodes.graph import GROUP, Graph, Link, Node, Port
from nodes.node import node
from nodes.parameters import InPixels, Opens, Pixels, Unkeyed
from nodes.registry import Registry
from nodes.segments import Between, GapMaker
from nodes.spec import Kind
from nodes.store import StoredValue
from nodes.work import Work
from pipelines.frames import FrameRef
from pipelines.values import Audio, Clip, ClipFormat, Image, Marks, Mask, Shot
from tests import fakes
from tests.fakes import CALLS, clip_of

SLOW = 0.03
"""Seconds: long enough for a tiny result to be worth a disk."""


class Mode(Enum):
    """A choice."""

    SOFT = "soft"
    HARD = "hard"


class Pair(NamedTuple):
    """Two pictures."""

    first: Image
    second: Image


def picture(level: int, width: int = 4, height: int = 4, channels: int = 3) -> Image:
    """A gray picture."""
    return Image(np.full((height, width, channels), level, np.uint8))


def level_of(image: Any) -> int:
    """The level of a gray picture."""
    return int(image.pixels.flat[0])


@node("kind.choices", icon="i")
def choices(
    *,
    count: Annotated[int, Meta(ge=1, le=9)] = 3,
    mode: Mode = Mode.SOFT,
    on: bool = False,
    name: str = "x",
    amount: float = 0,
    wide: Annotated[int, InPixels(), Meta(ge=2)] = 8,
    shown: Annotated[int, Unkeyed()] = 1,
) -> str:
    """Every type of parameter."""
    CALLS.append("choices")
    return f"{count!r} {mode.value} {on!r} {name} {amount!r} {wide}"


@node("kind.flag", icon="i")
def flag(*, on: bool = True) -> bool:
    """Yes or no."""
    return on


@node("kind.loose", icon="i")
def loose(a: float | None = None, b: float | None = None, *rest: float) -> float:
    """A sum of what there is."""
    CALLS.append("loose")
    return (a or 0) + 10 * (b or 0) + 100 * sum((at + 1) * one for at, one in enumerate(rest))


@node("kind.overlay", icon="i")
def overlay(image: Image, *, path: Annotated[str, Opens(("text",))] = "") -> Image:
    """Every pixel brighter by what a file says."""
    CALLS.append("overlay")
    return picture(level_of(image) + int(Path(path).read_text()))


@node("kind.luck", icon="i", deterministic=False)
def luck(image: Image) -> Image:
    """Another picture each time."""
    CALLS.append("luck")
    return picture(level_of(image) + len(CALLS))


@node("kind.layers", icon="i")
def layers(a: Image, b: Image | None = None, c: Image | None = None) -> Image:
    """The sum of one, ten and a hundred times."""
    return picture(level_of(a) + (2 * level_of(b) if b else 0) + (3 * level_of(c) if c else 0))


@node("kind.stack", icon="i")
def stack(*images: Image) -> Image:
    """The sum of pictures, each weighing one more."""
    return picture(sum((at + 1) * level_of(one) for at, one in enumerate(images)))


@node("kind.window", icon="i", reads=lambda i, count: (i - 2, i, i + 1))
def window(image: Image, other: Image | None = None) -> Image:
    """The picture whose digits are the levels of the frames read."""
    frames: Any = image
    CALLS.append("window " + " ".join(str(level_of(one)) for one in frames))
    return frames[1]


@node("kind.pair", icon="i")
def pair(image: Image) -> Pair:
    """A picture, and a brighter one, slowly."""
    CALLS.append("pair")
    sleep(SLOW)
    return Pair(image, picture(level_of(image) + 1))


@node("kind.cropped", icon="i")
def cropped(image: Image) -> Image:
    """The picture, narrower the brighter it is."""
    return picture(level_of(image), width=4 if level_of(image) < 20 else 3)


@node("kind.red", icon="i")
def red(image: Image) -> Mask:
    """The red channel."""
    CALLS.append("red")
    return Mask(np.ascontiguousarray(image.pixels[..., 0]).astype(np.uint8))


@node("kind.fill", icon="i")
def fill(mask: Mask) -> Image:
    """A mask as a picture."""
    return picture(level_of(mask))


@node("kind.film", icon="i", kind=Kind.SEGMENT)
def film(*, count: int = 3, step: int = 10, width: Pixels = 8) -> Clip:
    """A clip with sound, marks and a shot."""
    CALLS.append("film")
    clip = clip_of([at * step for at in range(count)], size=(width, 4))
    audio = Audio(np.zeros((1, 100), np.float32), 100)
    return Clip(clip.format, clip.frames, audio, Marks(1, 2), (Shot("s", "One", 0, count),))


@node("kind.still_source", icon="i")
def still_source(*, level: int = 10) -> Image:
    """A picture of 8 pixels that knows no scale."""
    CALLS.append("still_source")
    return picture(level, width=8, height=8)


@node("kind.wide", icon="i")
def wide(image: Image, *, width: Pixels = 8) -> Image:
    """A picture as wide as told."""
    CALLS.append("wide")
    return picture(level_of(image), width=width)


@node("kind.slow", icon="i")
def slow(a: float | None = None, *, seconds: float = SLOW, value: float = 1.0) -> float:
    """A number that takes time."""
    CALLS.append(f"slow {value:g}")
    sleep(seconds)
    return (a or 0.0) + value


@node("kind.slow_frame", icon="i")
def slow_frame(image: Image, *, by: int = 1) -> Image:
    """A brighter picture that takes time."""
    CALLS.append(f"slow_frame {level_of(image)}")
    sleep(SLOW)
    return picture(level_of(image) + by)


@node("kind.liar", icon="i")
def liar(a: float, *, how: str = "type") -> fakes.TwoNumbers:
    """Gives something else than it declares."""
    lies: dict[str, Any] = {"type": ("one", "two"), "count": (1.0,), "none": None}
    return lies[how]


@node("kind.lying_frame", icon="i")
def lying_frame(image: Image) -> Image:
    """Gives no picture."""
    nothing: Any = None
    return nothing


@node("kind.impure", icon="i")
def impure(image: Image) -> Image:
    """Changes what it was given, through the array behind it."""
    base: Any = image.pixels.base
    base[...] = 9
    return picture(1)


@node("kind.borrowed", icon="i")
def borrowed(*, level: int = 5) -> Image:
    """A picture whose array is a view of one that may be written."""
    return Image(np.full((2, 4, 4, 3), level, np.uint8)[0])


@node("kind.impure_window", icon="i", reads=lambda i, count: (i, i))
def impure_window(image: Image) -> Image:
    """Changes the frames that it reads."""
    frames: Any = image
    frames[0].pixels.base[...] = 9
    return picture(1)


@node("kind.views", icon="i", kind=Kind.SEGMENT)
def views() -> Clip:
    """A clip of views."""
    from pipelines.digest import digest_array
    from pipelines.frames import PictureFrames

    frames = [Image(np.full((2, 4, 4, 3), level, np.uint8)[0]) for level in (1, 2)]
    return Clip(ClipFormat(4, 4), PictureFrames(frames, [digest_array(f.pixels) for f in frames]))


@node("kind.wild_stream", icon="i", kind=Kind.CLIP)
def wild_stream(clip: Clip, work: Work) -> Clip:
    """A clip whose frames grow."""
    frames = (picture(0, width=4 + index // 2) for index in range(len(clip)))
    return work.store_clip(ClipFormat(4, 4), frames)


@node("kind.gaps", icon="i", kind=Kind.SEGMENT)
def gaps(clip: Clip, work: Work, *, ease: float = 1.0, note: str = "") -> Clip:
    """Two frames between each two frames of a clip."""
    count = len(clip)
    keys = [FrameRef(clip.frames, at) for at in range(count)]
    layout: list[FrameRef | Between] = []
    for at in range(count - 1):
        layout += [keys[at], Between(at, 0.25), Between(at, 0.75)]
    layout.append(keys[-1])

    def prepare(first: Image, second: Image) -> tuple[int, int]:
        CALLS.append(f"prepare {level_of(first)} {level_of(second)}")
        sleep(SLOW)
        return level_of(first), level_of(second)

    def render(prepared: tuple[int, int], frames: Sequence[Image], t: float) -> Image:
        low, high = prepared
        CALLS.append(f"render {low} {t}")
        assert [level_of(frame) for frame in frames] == [low, high]
        return picture(round(low + (high - low) * t * ease), *_size(frames[0]))

    maker = GapMaker(
        prepare,
        render,
        encode=lambda prepared: StoredValue("gap", repr(list(prepared)).encode(), {}),
        decode=lambda stored: tuple(int(n) for n in stored.meta.decode()[1:-1].split(",")),
        identity=f"{work.identity}|{ease}",
        prepare_identity="gaps 1",
        note=lambda index, prepared: note and f"{note} {index}: {prepared}",
    )
    return Clip(clip.format, work.lay_out(layout, list(pairwise(keys)), maker))


def _size(image: Image) -> tuple[int, int]:
    return image.width, image.height


SPECS = [
    function.spec
    for function in dict[str, Any](globals()).values()
    if hasattr(function, "spec") and function.__module__ == __name__
]


@cache
def registry() -> Registry:
    """The library, the nodes of tests.fakes and the nodes above."""
    return fakes.registry().with_specs(SPECS)


Nodes = Mapping[str, str | tuple[str, dict[str, Any]] | Node]


def graph_of(nodes: Nodes, links: Sequence[str] = ()) -> Graph:
    """A graph of nodes {id: type or (type, parameters)} and links "a.out > b.socket", unchecked.

    Type ids without a dot are of this file.
    """
    inputs: dict[str, dict[str, tuple[Link, ...]]] = {}
    for number, line in enumerate(links):
        source, target = (part.strip() for part in line.split(">"))
        source_id, _, output = source.partition(".")
        target_id, _, socket = target.partition(".")
        fed = inputs.setdefault(target_id, {})
        fed[socket] = (*fed.get(socket, ()), Link(f"l{number}", source_id, output or "out"))
    made: dict[str, Node] = {}
    for node_id, given in nodes.items():
        if not isinstance(given, Node):
            type_id, parameters = (given, {}) if isinstance(given, str) else given
            type_id = type_id if "." in type_id else f"kind.{type_id}"
            given = Node(id=node_id, type=type_id, parameters=parameters)
        made[node_id] = replace(given, id=node_id, inputs=inputs.get(node_id, {}))
    return Graph(made)


def group(
    graph: Graph,
    *,
    inputs: Sequence[str] = (),
    outputs: Sequence[str] = (),
    shows: Sequence[str] = (),
    parameters: Mapping[str, Any] | None = None,
    bypassed: bool = False,
) -> Node:
    """A group around a graph; ports are written "name node.inner"."""

    def ports(lines: Sequence[str]) -> tuple[Port, ...]:
        split = [(line.split()[0], *line.split()[1].split(".")) for line in lines]
        return tuple(Port(*parts) for parts in split)

    return Node(
        id="",
        type=GROUP,
        graph=graph,
        input_ports=ports(inputs),
        output_ports=ports(outputs),
        parameter_ports=ports(shows),
        parameters=parameters or {},
        bypassed=bypassed,
    )


def made_of(nodes: Nodes, links: Sequence[str] = ()) -> Document:
    """A document of such a graph."""
    return Document(registry(), graph_of(nodes, links))
