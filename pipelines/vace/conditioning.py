"""The parts that VACE can be given, as handles, and where on the film each of them lies.

Nothing is read here: `laying` makes the frames, at whatever size and number a generation wants.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from pipelines.errors import MismatchError
from pipelines.frames import FrameRef
from pipelines.framing import Fit
from pipelines.vace.boards import kept_panels
from pipelines.vace.sizes import TRAINED_LENGTH, check_length, model_size
from pipelines.vace.source_mode import SourceMode, settled
from pipelines.values import Clip, MaskClip, Storyboard

_OWN_RATE = Fraction(16)
"""Frames a second of the films that the model learned from."""


class Task(StrEnum):
    """What VACE is asked to do; several at once are a combination."""

    TEXT = "text to video"
    REFERENCE = "reference"
    INPAINT = "inpaint"
    OUTPAINT = "outpaint"
    KEYFRAMES = "keyframes"
    CLIPS = "frames and clips"
    CONTROL = "control"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Conditioning:
    """What VACE is to go by.

    `clip` is kept where the mask is black and it is opaque; its first frame lies at `start`, which
    below 0 counts from the end. `ending` is a clip whose last frame is the film's. Panels of the
    storyboard are kept where they hold. Panels and stills are kept for at least `hold` frames.
    `control` (depth, pose, scribble, gray, flow, layout) guides what is made, within `region` where
    there is one. Every frame of the `references` that differs is one. `length` is in frames, 0 for
    what follows from the parts. `margin` is in pixels of the model's picture.
    """

    clip: Clip | None = None
    masks: MaskClip | None = None
    ending: Clip | None = None
    storyboard: Storyboard | None = None
    control: Clip | None = None
    region: MaskClip | None = None
    references: tuple[Clip, ...] = ()
    width: int = 832
    height: int = 480
    length: int = 0
    start: int = 0
    hold: int = 1
    fit: Fit = Fit.FILL
    source_mode: SourceMode = SourceMode.AUTOMATIC
    margin: int = 16
    count: int = field(init=False)
    """The frames of the film."""

    def __post_init__(self) -> None:
        count = self.length or _natural_length(self)
        check_length(count)
        object.__setattr__(self, "count", count)
        _check_masks(self)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height as the model takes them."""
        return model_size(self.width, self.height)

    @property
    def mode(self) -> SourceMode:
        """How the source is treated under the mask."""
        return settled(self.source_mode, has_reference=bool(self.references))

    @property
    def fps(self) -> Fraction:
        """The rate of what there is, or that of the model's own films."""
        for part in (self.clip, self.storyboard, self.control, self.ending):
            if part is not None and not (isinstance(part, Clip) and len(part) == 1):
                return part.format.fps
        return _OWN_RATE

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What is asked for, by what is connected."""
        asked = {
            Task.INPAINT: self.masks is not None and _has_source(self),
            Task.OUTPAINT: self.clip is not None and _leaves_room(self.clip, self),
            Task.KEYFRAMES: self.storyboard is not None,
            Task.CLIPS: (self.clip is not None and self.masks is None) or self.ending is not None,
            Task.CONTROL: self.control is not None,
            Task.REFERENCE: bool(self.references),
        }
        return tuple(task for task, is_so in asked.items() if is_so) or (Task.TEXT,)


def source_at(given: Conditioning) -> dict[int, FrameRef]:
    """Which picture lies at which frame of the film; nothing is known of the others. A panel lies
    over a clip, and the ending over both."""
    placed: dict[int, FrameRef] = {}
    if given.clip is not None:
        start = given.start if given.start >= 0 else given.count + given.start
        placed |= {start + at: ref for at, ref in enumerate(_shown(given.clip, given.hold))}
    if given.storyboard is not None:
        placed |= kept_panels(given.storyboard, hold=given.hold)
    if given.ending is not None:
        shown = _shown(given.ending, given.hold)
        placed |= {given.count - len(shown) + at: ref for at, ref in enumerate(shown)}
    return {at: placed[at] for at in sorted(placed) if 0 <= at < given.count}


def frame_of(clip: Clip | MaskClip | None, index: int) -> FrameRef | None:
    """A frame of a part; a still stands for all of them, and after the end there is none."""
    if clip is None or not len(clip):
        return None
    if len(clip) == 1:
        return FrameRef(clip.frames, 0)
    return FrameRef(clip.frames, index) if index < len(clip) else None


def _shown(clip: Clip, hold: int) -> list[FrameRef]:
    """The frames of a clip; a still is held."""
    if len(clip) == 1:
        return [FrameRef(clip.frames, 0)] * hold
    return [FrameRef(clip.frames, at) for at in range(len(clip))]


def _natural_length(given: Conditioning) -> int:
    """As long as a board, a masked clip or a control is; otherwise what the model was made for."""
    if given.storyboard is not None:
        return given.storyboard.length
    if given.clip is not None and given.masks is not None:
        return len(given.clip)
    if given.control is not None and len(given.control) > 1:
        return len(given.control)
    return TRAINED_LENGTH


def _check_masks(given: Conditioning) -> None:
    """Masks that are of another clip would cover the wrong things."""
    if given.masks is None or not _has_source(given):
        return
    lengths = {1, given.count}
    lengths |= {len(given.clip)} if given.clip is not None else set()
    lengths |= {given.storyboard.length} if given.storyboard is not None else set()
    if len(given.masks) not in lengths:
        raise MismatchError(
            f"The mask has {len(given.masks)} frames, the film {given.count}.",
            mend="Make the mask from this clip, or fit its length.",
        )


def _has_source(given: Conditioning) -> bool:
    return any(part is not None for part in (given.clip, given.storyboard, given.ending))


def _leaves_room(clip: Clip, given: Conditioning) -> bool:
    """Whether the picture does not cover all of the canvas."""
    if clip.format.channels == 4:
        return True
    width, height = clip.format.width, clip.format.height
    if given.fit is Fit.NONE:
        return width < given.size[0] or height < given.size[1]
    return given.fit is Fit.FIT and width * given.size[1] != height * given.size[0]
