"""Where nodes are run in tests: an evaluator that checks for purity, over a store in a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.evaluator import Evaluator, Results
from nodes.events import Event, NodeFinished, NodeWarned
from nodes.graph import Link, Node
from nodes.node import node
from nodes.registry import library
from nodes.snapshot import Snapshot
from nodes.spec import Kind
from nodes.store import ResultStore
from pipelines.detection.found import FoundObjects
from pipelines.digest import digest_array
from pipelines.easing import Timings
from pipelines.frames import PictureFrames, read
from pipelines.motion_paths import MotionPaths
from pipelines.painting.tiles import MemoryTiles, cut
from pipelines.panels import Layer, Panel
from pipelines.region.region import Region
from pipelines.vace.conditioning import Conditioning
from pipelines.vace.loras import LoraStack
from pipelines.values import (
    Audio,
    Clip,
    ClipFormat,
    Image,
    Mask,
    MaskClip,
    Report,
    Shot,
    Storyboard,
)

GIVEN: dict[str, Any] = {}
"""Values that the nodes below hand out by name."""


@node("given.image", icon="mdi6.image")
def given_image(*, name: str = "") -> Image:
    """A picture of the test."""
    return GIVEN[name]


@node("given.mask", icon="mdi6.image")
def given_mask(*, name: str = "") -> Mask:
    """A mask of the test."""
    return GIVEN[name]


@node("given.clip", icon="mdi6.image", kind=Kind.SEGMENT)
def given_clip(*, name: str = "") -> Clip:
    """A clip of the test."""
    return GIVEN[name]


@node("given.mask_clip", icon="mdi6.image", kind=Kind.SEGMENT)
def given_mask_clip(*, name: str = "") -> MaskClip:
    """A mask clip of the test."""
    return GIVEN[name]


@node("given.audio", icon="mdi6.image")
def given_audio(*, name: str = "") -> Audio:
    """A sound of the test."""
    return GIVEN[name]


@node("given.number", icon="mdi6.image")
def given_number(*, name: str = "") -> float:
    """A number of the test."""
    return GIVEN[name]


@node("given.report", icon="mdi6.image")
def given_report(*, name: str = "") -> Report:
    """A report of the test."""
    return GIVEN[name]


@node("given.objects", icon="mdi6.image")
def given_objects(*, name: str = "") -> FoundObjects:
    """Found objects of the test."""
    return GIVEN[name]


@node("given.text", icon="mdi6.image")
def given_text(*, name: str = "") -> str:
    """A text of the test."""
    return GIVEN[name]


@node("given.storyboard", icon="mdi6.image", kind=Kind.SEGMENT)
def given_storyboard(*, name: str = "") -> Storyboard:
    """A storyboard of the test."""
    return GIVEN[name]


@node("given.conditioning", icon="mdi6.image", kind=Kind.SEGMENT)
def given_conditioning(*, name: str = "") -> Conditioning:
    """A conditioning of the test."""
    return GIVEN[name]


@node("given.region", icon="mdi6.image", kind=Kind.SEGMENT)
def given_region(*, name: str = "") -> Region:
    """A region of the test."""
    return GIVEN[name]


@node("given.paths", icon="mdi6.image")
def given_paths(*, name: str = "") -> MotionPaths:
    """Motion paths of the test."""
    return GIVEN[name]


@node("given.timings", icon="mdi6.image")
def given_timings(*, name: str = "") -> Timings:
    """Timing curves of the test."""
    return GIVEN[name]


@node("given.loras", icon="mdi6.image", kind=Kind.SEGMENT)
def given_loras(*, name: str = "") -> LoraStack:
    """LoRAs of the test."""
    return GIVEN[name]


GIVERS = [
    function.spec  # type: ignore[attr-defined] - set by @node
    for function in (
        given_image,
        given_mask,
        given_clip,
        given_mask_clip,
        given_audio,
        given_number,
        given_report,
        given_storyboard,
        given_objects,
        given_text,
        given_conditioning,
        given_region,
        given_paths,
        given_timings,
        given_loras,
    )
]
KINDS = {
    Image: "image",
    Mask: "mask",
    Clip: "clip",
    MaskClip: "mask_clip",
    Audio: "audio",
    float: "number",
    Report: "report",
    Storyboard: "storyboard",
    FoundObjects: "objects",
    str: "text",
    Conditioning: "conditioning",
    Region: "region",
    MotionPaths: "paths",
    Timings: "timings",
    LoraStack: "loras",
}
REGISTRY = library().with_specs(GIVERS)


class Stage:
    """A folder with a store, tiles to paint on, and the events of the last run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.folder.mkdir()
        self.store = ResultStore(folder / "store")
        self.evaluator = Evaluator(self.store, checked=True)
        self.tiles = MemoryTiles()
        self.events: list[Event] = []

    def run(self, made: Document, *sinks: str, scale: float = 1.0, **options: Any) -> Results:
        """Run, having forgotten the events of before."""
        self.events.clear()
        snapshot = Snapshot(made.graph, REGISTRY, tiles=self.tiles, folder=self.folder)
        if scale != 1.0:
            snapshot = snapshot.override({}, scale=scale)
        return self.evaluator.run(snapshot, sinks, self.events.append, **options)

    def value(self, made: Document, sink: str, **options: Any) -> Any:
        """The first result of a node, which must not fail."""
        results = self.run(made, sink, **options)
        assert not results.failures, results.failures
        return next(value for ref, value in results.values.items() if ref.path == sink)

    def call(self, type_id: str, *inputs: Any, **parameters: Any) -> Any:
        """The result of one node for these values."""
        return self.value(graph_of(type_id, inputs, parameters), "it")

    def failure(self, type_id: str, *inputs: Any, **parameters: Any) -> Any:
        """How one node fails."""
        return self.run(graph_of(type_id, inputs, parameters), "it").failures["it"]

    def pictures(self, clip: Clip | MaskClip) -> list[Any]:
        """Every frame of a result, which a run has put into the store."""
        keys = [clip.frames.key(index) for index in range(len(clip))]
        found = [self.store.get_frame(key) for key in keys]
        return [
            frame if frame is not None else read(clip.frames, index)
            for index, frame in enumerate(found)
        ]

    def levels(self, clip: Clip | MaskClip) -> list[int]:
        """The first number of each frame."""
        return [int(picture.pixels.flat[0]) for picture in self.pictures(clip)]

    def warnings(self) -> list[str]:
        """What the last run warned of."""
        return [event.message for event in self.events if isinstance(event, NodeWarned)]

    def made(self, path: str) -> int:
        """How many frames a node made in the last run."""
        finished = [event for event in self.events if isinstance(event, NodeFinished)]
        return sum(event.frames for event in finished if event.path == path)

    def panel(self, name: str, x: int, **attributes: Any) -> Panel:
        """A panel with a black square of 16 pixels, its left side at `x`."""
        ink = np.zeros((16, 16, 4), np.uint8)
        ink[..., 3] = 255
        tiles = cut(Image(ink), self.tiles, at=(x, 16))
        return Panel(id=name, layers=(Layer(id="ink", tiles=tiles),), **attributes)


def graph_of(
    type_id: str, inputs: Sequence[Any] | Mapping[str, Any], parameters: Mapping[str, Any]
) -> Document:
    """A graph of one node "it", its sockets fed with values, in order or by name."""
    spec = REGISTRY.find(type_id)
    assert spec is not None
    made = Document(REGISTRY)
    made.apply(AddNode(node=Node(id="it", type=type_id, parameters=dict(parameters))))
    names = [socket.name for socket in spec.sockets]
    fed = inputs if isinstance(inputs, Mapping) else {}
    values = list(inputs.values()) if isinstance(inputs, Mapping) else inputs
    for place, value in enumerate(values):
        name = f"{type_id} {place} {id(value)}"
        GIVEN[name] = value
        kind = KINDS[type(value)]
        source = Node(id=f"in{place}", type=f"given.{kind}", parameters={"name": name})
        made.apply(AddNode(node=source))
        socket = [*fed][place] if fed else names[min(place, len(names) - 1)]
        link = Link(f"l{place}", f"in{place}", "out")
        made.apply(Connect(node="it", socket=socket, link=link))
    return made


def linked(nodes: Mapping[str, tuple[str, dict[str, Any]]], *links: str) -> Document:
    """A graph of nodes {id: (type, parameters)} and links "a > b.socket" or "a.output > b.socket",
    where a has several."""
    made = Document(REGISTRY)
    for node_id, (type_id, parameters) in nodes.items():
        made.apply(AddNode(node=Node(id=node_id, type=type_id, parameters=parameters)))
    for place, line in enumerate(links):
        source, _, target = line.partition(" > ")
        node_id, _, socket = target.partition(".")
        giver, _, output = source.partition(".")
        link = Link(f"l{place}", giver, output or "out")
        made.apply(Connect(node=node_id, socket=socket, link=link))
    return made


def flat(level: int, *, size: tuple[int, int] = (8, 6), channels: int = 3, bits: int = 8) -> Image:
    """A picture of one level; its alpha, if any, is half."""
    width, height = size
    pixels: Any = np.full((height, width, channels), level, np.uint8 if bits == 8 else np.uint16)
    if channels == 4:
        pixels[..., 3] = (1 << bits) // 2
    return Image(pixels)


def clip_of(
    levels: Sequence[int],
    *,
    size: tuple[int, int] = (8, 6),
    channels: int = 3,
    bits: int = 8,
    fps: Fraction = Fraction(24),
    audio: Audio | None = None,
    shots: tuple[Shot, ...] = (),
    **format_changes: Any,
) -> Clip:
    """A clip whose frames have these levels."""
    pictures = [flat(level, size=size, channels=channels, bits=bits) for level in levels]
    keys = [digest_array(picture.pixels) for picture in pictures]
    clip_format = ClipFormat(*size, channels=channels, bits=bits, fps=fps, **format_changes)
    return Clip(clip_format, PictureFrames(pictures, keys), audio, None, shots)


def mask_clip_of(levels: Sequence[int], *, size: tuple[int, int] = (8, 6)) -> MaskClip:
    """A mask clip whose frames have these levels."""
    width, height = size
    masks = [Mask(np.full((height, width), level, np.uint8)) for level in levels]
    keys = [digest_array(mask.pixels) for mask in masks]
    return MaskClip(ClipFormat(width, height, channels=1), PictureFrames(masks, keys))


def ramp_sound(count: int, *, fps: int = 24, rate: int = 2400) -> Audio:
    """Sound as long as `count` frames, whose samples tell the frame that they belong to."""
    samples = np.repeat(np.arange(1, count + 1) / 100, rate // fps)
    return Audio(samples[None].astype(np.float32), rate)


def heard(audio: Audio | None, *, fps: int = 24) -> list[int]:
    """The frame numbers of `ramp_sound` in the middle of each frame, 0 for silence."""
    assert audio is not None
    step = audio.rate // fps
    return [round(float(level) * 100) for level in audio.samples[0, step // 2 :: step]]
