"""What the window and the frame server say to each other. Pixels travel beside it, in slots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from nodes.graph import Graph
from nodes.serving.messages import Consents
from nodes.serving.sent_snapshot import TilePlace
from nodes.snapshot import Snapshot
from pipelines.media.peaks import Peaks
from pipelines.models.placement import OPEN, Wish
from pipelines.values import ClipFormat, Marks, Shot

BYTES_PER_PIXEL = 4
"""The most that a pixel takes in a slot."""


class Slot(NamedTuple):
    """A place in shared memory for one picture. The window made it and takes it back."""

    memory: str
    offset: int
    size: int


_NO_CONSENT = Consents()
NO_SLOT = Slot("", 0, 0)


@dataclass(frozen=True, slots=True)
class Scene:
    """What frames are made of: a graph and its setting. A later scene of that name replaces it.

    `tiles` says where painted tiles lie, all of which are there; `consents` what the person
    allowed.
    """

    graph: Graph
    tiles: TilePlace | None = None
    folder: Path | None = None
    overrides: Mapping[str, Any] = field(default_factory=dict[str, Any])
    scale: float = 1.0
    consents: Consents = _NO_CONSENT
    name: str = ""
    wish: Wish = OPEN
    absent: frozenset[str] = frozenset()


def scene_of(
    snapshot: Snapshot,
    tiles: TilePlace | None = None,
    *,
    consents: Consents = _NO_CONSENT,
    name: str = "",
) -> Scene:
    """A snapshot as a scene."""
    overrides, scale = dict(snapshot.setting.overrides), snapshot.scale
    return Scene(
        snapshot.graph,
        tiles,
        snapshot.folder,
        overrides,
        scale,
        consents,
        name,
        snapshot.setting.wish,
        frozenset(snapshot.setting.absent),
    )


@dataclass(frozen=True, slots=True)
class FrameRequest:
    """One frame of one output, for one view. Its next request replaces this one.

    `path` is a node's path or a group's; an empty `output` is the first that has a picture. The
    picture is scaled down to fit `size` (width, height), never up. A `patient` request (thumbnails)
    waits for all others. With a `panel`, the picture is that of this panel of a storyboard
    (an id), wherever it lies by then. A `scale` below 1 allows a draft at that working scale where
    the frame is not at hand in full.
    """

    view: str
    serial: int
    path: str
    output: str
    frame: int
    size: tuple[int, int]
    scene: str = ""
    patient: bool = False
    slot: Slot = NO_SLOT
    panel: str = ""
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class ReadAhead:
    """Frames that will be asked for soon: made while nothing else is wanted. The next replaces it;
    so does a CancelView."""

    view: str
    path: str
    output: str
    frames: tuple[int, ...]
    size: tuple[int, int]
    scene: str = ""
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class NamesRequest:
    """What the pictures of some frames are named by; none of them is made for it."""

    view: str
    path: str
    output: str
    frames: tuple[int, ...]
    scene: str = ""


@dataclass(frozen=True, slots=True)
class PixelRequest:
    """The values of one pixel of a frame, in the depth of the picture itself."""

    view: str
    path: str
    output: str
    frame: int
    x: int
    y: int
    scene: str = ""


@dataclass(frozen=True, slots=True)
class SoundRequest:
    """Whole seconds of a clip's sound, counted from its start, at a sample rate."""

    view: str
    path: str
    output: str
    seconds: tuple[int, ...]
    rate: int
    scene: str = ""


@dataclass(frozen=True, slots=True)
class PeaksRequest:
    """How loud a clip's sound is from one whole second of it to another."""

    view: str
    path: str
    output: str
    first: int
    stop: int
    scene: str = ""


@dataclass(frozen=True, slots=True)
class Recall:
    """A node as it was shown before this server was started: of a scene that may be an older one of
    its name. Where the node has not run since, that is what is shown, as stale."""

    scene: Scene
    path: str
    output: str


class CancelView(NamedTuple):
    """A view is gone, or no longer wants its frame."""

    view: str


class Ready(NamedTuple):
    """The server has loaded what it needs."""


class Unready(NamedTuple):
    """The server cannot work, and ends."""

    words: str
    mend: str


class FrameState(StrEnum):
    """How an answer stands to what was asked."""

    SHOWN = "shown"
    STALE = "stale"
    NOT_RUN = "not run"
    EMPTY = "empty"
    FAILED = "failed"
    OVERTAKEN = "overtaken"
    LOST = "lost"
    """The server died over it, and another one starts."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The frames that a picture is one of: how many, their format in full size, marks, shots.

    `sound` is 0 for a silent clip, otherwise another number for each sound.
    """

    length: int
    format: ClipFormat
    marks: Marks | None = None
    shots: tuple[Shot, ...] = ()
    sound: int = 0


@dataclass(frozen=True, slots=True)
class FrameAnswer:
    """What became of a request.

    `shape` (height, width, channels) is that of the picture in the slot, rows without gaps, None
    where there is none; 1 channel is a mask. `words` say why, `mend` what to do. `scale` is the
    working scale that it was made at. `node` is what the node is called that failed. `doubtful` are
    ids of panels behind which, as far as was looked, a move holds because it is not sure enough,
    and `reasons` say so for each.
    """

    view: str
    serial: int
    state: FrameState
    frame: int = 0
    strip: Strip | None = None
    shape: tuple[int, int, int] | None = None
    words: str = ""
    mend: str = ""
    node: str = ""
    scale: float = 1.0
    key: str = ""
    """Names the content of the picture, whatever size was sent of it; empty for a draft."""
    doubtful: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    is_proxied: bool = False
    """Whether a draft was read from a small copy of a video."""


@dataclass(frozen=True, slots=True)
class PixelAnswer:
    """The values of one pixel: gray, RGB or RGBA, whole numbers of `bits` bits."""

    view: str
    frame: int
    x: int
    y: int
    values: tuple[int, ...]
    bits: int


@dataclass(frozen=True, slots=True)
class NamesAnswer:
    """The names of the pictures of frames, as a FrameAnswer's `key`; frames beyond the end have
    none."""

    view: str
    path: str
    output: str
    names: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class SoundAnswer:
    """One second of sound: `samples` is little-endian float32, left and right in turn; silence
    beyond the end. `sound` is the number that the strip says."""

    view: str
    sound: int
    second: int
    rate: int
    samples: bytes


@dataclass(frozen=True, slots=True)
class PeaksAnswer:
    """How loud a sound is from its second `first` on, as far as was asked and it goes. `sound` is
    the number that the strip says."""

    view: str
    sound: int
    first: int
    peaks: Peaks


Asked = FrameRequest | NamesRequest | PixelRequest | SoundRequest | PeaksRequest | ReadAhead


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels for a screen: rows of 8-bit gray (1 channel), RGB (3) or RGB and straight alpha (4),
    top row first, without gaps."""

    width: int
    height: int
    channels: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class ArrivedFrame:
    """An answer with its picture copied out of the slot."""

    answer: FrameAnswer
    raster: Raster | None = None
