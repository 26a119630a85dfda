"""What travels between nodes: frozen values, arrays read-only. Not how they are stored or shown.

Pixels are display-referred RGB in full range with straight alpha, top row first; every picture
array is indexed (row, column, channel).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from pipelines.digest import Digest
from pipelines.errors import MismatchError

if TYPE_CHECKING:
    from pipelines.frames import FrameSource
    from pipelines.sheets import Sheets

Pixels8 = NDArray[np.uint8]
Pixels = NDArray[np.uint8] | NDArray[np.uint16]


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """One picture: (H, W, 3 or 4) uint8 or uint16, RGB or RGB with straight alpha."""

    pixels: Pixels

    def __post_init__(self) -> None:
        ok = self.pixels.ndim == 3 and self.pixels.shape[2] in (3, 4)
        _require(ok and self.pixels.dtype.str[1:] in ("u1", "u2"), "An image", self.pixels)
        object.__setattr__(self, "pixels", read_only(self.pixels))

    @property
    def width(self) -> int:
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        return self.pixels.shape[0]

    @property
    def channels(self) -> int:
        """3, or 4 with alpha."""
        return self.pixels.shape[2]

    @property
    def bits(self) -> int:
        """8 or 16 per channel."""
        return self.pixels.dtype.itemsize * 8


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """What to keep and what to generate: (H, W) uint8, 0 keep .. 255 generate."""

    pixels: Pixels8

    def __post_init__(self) -> None:
        _require(self.pixels.ndim == 2 and self.pixels.dtype == np.uint8, "A mask", self.pixels)
        object.__setattr__(self, "pixels", read_only(self.pixels))

    @property
    def width(self) -> int:
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        return self.pixels.shape[0]


Picture = Image | Mask
"""One frame of a clip or of a mask clip."""


@dataclass(frozen=True, slots=True)
class ColourTags:
    """How the numbers of a source were meant, in the terms of ITU-T H.273.

    Frames in memory are always full-range RGB of these primaries and this transfer.
    """

    primaries: str = "bt709"
    transfer: str = "bt709"


@dataclass(frozen=True, slots=True)
class Shot:
    """Frames [start, stop) between two cuts. The id survives edits and names takes and files."""

    id: str
    name: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class ClipFormat:
    """What every frame of a clip has in common.

    `channels` is 3, 4 (straight alpha), or 1 for a mask clip; `bits` is 8 or 16; `fps` is a
    constant rational rate; `start_timecode` is the source's, "HH:MM:SS:FF" (";" before the frames
    for drop-frame), of frame 0.
    """

    width: int
    height: int
    channels: int = 3
    bits: int = 8
    fps: Fraction = Fraction(24)
    colour: ColourTags = ColourTags()
    start_timecode: str = "00:00:00:00"


@dataclass(frozen=True, slots=True)
class Marks:
    """In and out marks: frames [first, stop) of a clip."""

    first: int
    stop: int


@dataclass(frozen=True, slots=True, eq=False)
class Audio:
    """Sound: (channels, samples) float32 in -1..1 at `rate` samples a second."""

    samples: NDArray[np.float32]
    rate: int

    def __post_init__(self) -> None:
        ok = self.samples.ndim == 2 and self.samples.dtype == np.float32
        _require(ok, "A sound", self.samples)
        object.__setattr__(self, "samples", read_only(self.samples))

    @property
    def seconds(self) -> float:
        return self.samples.shape[1] / self.rate


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """A handle to moving pictures: what its frames have in common and where they come from.

    Frames are asked for one at a time (`pipelines.frames.read`, or `Work.frames` within a node),
    never held here.
    """

    format: ClipFormat
    frames: FrameSource
    audio: Audio | None = None
    marks: Marks | None = None
    shots: tuple[Shot, ...] = ()

    def __len__(self) -> int:
        return len(self.frames)


@dataclass(frozen=True, slots=True, eq=False)
class MaskClip:
    """A handle to a mask for each frame. `format.channels` is 1 and `format.bits` 8."""

    format: ClipFormat
    frames: FrameSource
    marks: Marks | None = None

    def __len__(self) -> int:
        return len(self.frames)


class JointMode(StrEnum):
    """How one panel becomes the next."""

    CUT = "cut"
    HOLD = "hold"
    FADE = "fade"
    IN_BETWEEN = "in-between"


@dataclass(frozen=True, slots=True)
class Joint:
    """The boundary after a panel: its mode, and the frames of the panel that the move takes.

    The rest of the panel holds. `move` is clamped to what the panel has.
    """

    mode: JointMode = JointMode.CUT
    move: int = 0


@dataclass(frozen=True, slots=True)
class PanelTiming:
    """One panel of a storyboard as the graph sees it: how long it lasts and how it ends."""

    id: str
    duration: int
    joint: Joint = Joint()
    prompt: str = ""
    shot: str = ""
    notes: str = ""
    dialogue: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Storyboard:
    """Panels in order. Frame i of `pictures` is the picture of panel i; `sheets` are the layers
    that they are painted of, None where a storyboard was not drawn in layers."""

    format: ClipFormat
    pictures: FrameSource
    panels: tuple[PanelTiming, ...]
    shot_names: tuple[tuple[str, str], ...] = field(default=())
    sheets: Sheets | None = None

    @property
    def length(self) -> int:
        """Frames in all."""
        return sum(panel.duration for panel in self.panels)


class Worst(StrEnum):
    """At which end of a curve the frames lie that one looks at first."""

    LOW = "low"
    HIGH = "high"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Axis:
    """How a curve is read: what it measures, in which unit, and whose it is (`line`) among several
    that measure the same. `low` and `high` are ends that are shown in any case."""

    title: str
    unit: str = ""
    line: str = ""
    worst: Worst = Worst.LOW
    low: float | None = None
    high: float | None = None


Curve = tuple[float | None, ...]
"""A number for each frame, None where there is none."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a node found out, for reading: a Markdown text.

    `curves` are the numbers behind it, by a name; `axes` say how they are read, by the same names.
    """

    markdown: str
    curves: Mapping[str, Curve] = field(default_factory=dict[str, Curve])
    axes: Mapping[str, Axis] = field(default_factory=dict[str, Axis])


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file as it was when an effect node had written and verified it."""

    path: Path
    digest: Digest


@dataclass(frozen=True, slots=True)
class Written:
    """What an effect node left on the disk."""

    files: tuple[WrittenFile, ...]


def read_only(array: NDArray[Any]) -> NDArray[Any]:
    """The same array, closed for writing: an array given to a value is handed over to it."""
    array.flags.writeable = False
    return array


def _require(ok: bool, what: str, array: NDArray[Any]) -> None:
    if not ok:
        raise MismatchError(f"{what} cannot be an array of shape {array.shape}, {array.dtype}.")
