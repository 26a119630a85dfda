"""Small real kinds of node, and graphs of them, for tests of the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import numpy as np

from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.node import node
from nodes.parameters import Opens, Pixels, Saves, Slider
from nodes.registry import Registry, library
from nodes.spec import Kind
from nodes.work import Work
from pipelines.digest import Digest, digest_array, digest_file
from pipelines.errors import OutputError
from pipelines.frames import PictureFrames
from pipelines.panels import Panel
from pipelines.values import Clip, ClipFormat, Image, Mask, Written, WrittenFile

CALLS: list[str] = []
"""What was called, in order; tests clear it."""


class TwoNumbers(NamedTuple):
    """Two outputs."""

    low: float
    high: float


class Split(NamedTuple):
    """Two outputs per frame."""

    colour: Image
    alpha: Mask


@node("test.number", icon="mdi6.numeric")
def number(*, value: Annotated[float, Slider(0, 10)] = 0.0) -> float:
    """A number."""
    CALLS.append("number")
    return value


@node("test.add", icon="mdi6.plus", aliases=("test.plus",))
def add(a: float, b: float | None = None, *, amount: float = 0.0) -> float:
    """The sum."""
    CALLS.append("add")
    return a + (b or 0.0) + amount


@node("test.total", icon="mdi6.sigma")
def total(*numbers: float) -> float:
    """The sum of any number of numbers, the first weighing one, the next two ..."""
    CALLS.append("total")
    return sum((place + 1) * value for place, value in enumerate(numbers))


@node("test.halves", icon="mdi6.call-split")
def halves(a: float) -> TwoNumbers:
    """The number and its double."""
    CALLS.append("halves")
    return TwoNumbers(a, a * 2)


@node("test.fail", icon="mdi6.alert")
def fail(a: float) -> float:
    """Always fails."""
    raise OutputError("It went wrong.", mend="Try something else.")


@node("test.text", icon="mdi6.text")
def text(*, value: str = "") -> str:
    """A text."""
    return value


@node("test.board", icon="mdi6.view-grid")
def board(*, panels: tuple[Panel, ...] = ()) -> float:
    """How many panels there are."""
    return float(len(panels))


@node("test.gray", icon="mdi6.image")
def gray(*, level: int = 100, width: Pixels = 8) -> Image:
    """A gray picture."""
    CALLS.append("gray")
    return Image(np.full((8, width, 3), level, np.uint8))


@node("test.ramp", icon="mdi6.movie", kind=Kind.SEGMENT)
def ramp(*, count: int = 5, first: int = 0, step: int = 10) -> Clip:
    """A clip whose frame i is gray of level first + i * step."""
    CALLS.append("ramp")
    return clip_of([first + index * step for index in range(count)])


@node("test.brighten", icon="mdi6.brightness-5")
def brighten(image: Image, *, by: int = 1) -> Image:
    """Every pixel brighter."""
    CALLS.append(f"brighten {image.pixels[0, 0, 0]}")
    if image.pixels[0, 0, 0] == 13:
        raise OutputError("Unlucky.")
    return Image((image.pixels + by).astype(np.uint8))


@node("test.mix", icon="mdi6.layers")
def mix(a: Image, b: Image, mask: Mask | None = None) -> Image:
    """The mean of two pictures."""
    CALLS.append("mix")
    return Image(((a.pixels.astype(int) + b.pixels) // 2).astype(np.uint8))


@node("test.split", icon="mdi6.call-split")
def split(image: Image) -> Split:
    """The picture, and its red channel as a mask."""
    return Split(image, Mask(image.pixels[..., 0].astype(np.uint8)))


@node("test.smooth", icon="mdi6.blur", reads=lambda i, count: (i - 1, i, i + 1))
def smooth(image: Image) -> Image:
    """The mean of a frame and its neighbours (each frame comes as three)."""
    CALLS.append("smooth")
    frames: Sequence[Image] = image  # type: ignore[assignment] - `reads` hands over several
    mean = np.mean([frame.pixels for frame in frames], axis=0)
    return Image(mean.astype(np.uint8))


@node("test.stream", icon="mdi6.movie-play", kind=Kind.CLIP)
def stream(clip: Clip, work: Work, *, by: int = 100) -> Clip:
    """Every frame brighter, made in one go."""
    CALLS.append("stream")
    frames = (Image((frame.pixels + by).astype(np.uint8)) for frame in work.frames(clip))
    return work.store_clip(clip.format, frames, total=len(clip))


@node("test.trim", icon="mdi6.content-cut", kind=Kind.SEGMENT)
def trim(clip: Clip, *, count: int = 2) -> Clip:
    """The first frames."""
    from dataclasses import replace

    from pipelines.frames import select

    return replace(clip, frames=select(clip.frames, range(count)))


@node("test.read", icon="mdi6.file")
def read_file(*, path: Annotated[str, Opens(("text",))] = "") -> str:
    """The text of a file."""
    CALLS.append("read")
    return Path(path).read_text()


@node("test.write", icon="mdi6.export", effect=True, kind=Kind.CLIP)
def write(clip: Clip, work: Work, *, path: Annotated[str, Saves(("text",))] = "out.txt") -> Written:
    """The first levels of every frame, as a text file."""
    CALLS.append("write")
    target = work.output_path(path)
    levels = [str(frame.pixels[0, 0, 0]) for frame in work.frames(clip)]
    target.write_text(" ".join(levels))
    return Written((WrittenFile(target, digest_file(target)),))


SPECS = [
    function.spec  # type: ignore[attr-defined] - set by @node
    for function in (
        number,
        add,
        total,
        halves,
        fail,
        text,
        board,
        gray,
        ramp,
        brighten,
        mix,
        split,
        smooth,
        stream,
        trim,
        read_file,
        write,
    )
]


def clip_of(levels: Sequence[int], *, size: tuple[int, int] = (8, 8)) -> Clip:
    """A clip of gray frames in memory."""
    width, height = size
    frames = [Image(np.full((height, width, 3), level, np.uint8)) for level in levels]
    keys: list[Digest] = [digest_array(frame.pixels) for frame in frames]
    return Clip(ClipFormat(width, height), PictureFrames(frames, keys))


@cache
def registry() -> Registry:
    """The library and the nodes above."""
    return library().with_specs(SPECS)


def document(
    nodes: Mapping[str, str | tuple[str, dict[str, Any]]], links: Sequence[str] = ()
) -> Document:
    """A document of nodes {id: type or (type, parameters)} and links "a.out > b.socket"."""
    made = Document(registry())
    for node_id, given in nodes.items():
        type_id, parameters = (given, {}) if isinstance(given, str) else given
        made.apply(AddNode(node=Node(id=node_id, type=type_id, parameters=parameters)))
    for number_, line in enumerate(links):
        source, target = (part.strip() for part in line.split(">"))
        source_id, _, output = source.partition(".")
        target_id, _, socket = target.partition(".")
        link = Link(f"l{number_}", source_id, output or "out")
        made.apply(Connect(node=target_id, socket=socket, link=link))
    return made
