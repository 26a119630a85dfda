"""The frames that VACE is given, laid out at a size: made one by one, when they are asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pipelines.conversions import add_alpha, to_bits
from pipelines.digest import Digest
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.framing import Filter, Fit, place, plan
from pipelines.vace.composing import Composed, composed, generated, kept_of, shown_stream
from pipelines.vace.conditioning import Conditioning, frame_of, source_at
from pipelines.vace.latents import sampled_frames
from pipelines.vace.motion import motion_picture
from pipelines.vace.references import MOST, is_blank
from pipelines.vace.sizes import model_length
from pipelines.vace.source_mode import SourceMode
from pipelines.values import Image, Mask

_VERSION = "1"
Size = tuple[int, int]


class Frame(NamedTuple):
    """What one frame of the film is made of, each part where there is one."""

    source: FrameRef | None
    following: FrameRef | None
    """The next frame of the source, for its motion."""
    mask: FrameRef | None
    control: FrameRef | None
    region: FrameRef | None


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """What VACE is given, frame by frame: `content` gives Images with alpha, `generate` Masks.

    `times` are the frames of the film that they stand for. `references` are as they came.
    """

    size: Size
    times: tuple[int, ...]
    mode: SourceMode
    content: FrameSource
    generate: FrameSource
    references: tuple[FrameRef, ...]
    kept: FrameSource
    """The source as Images whose alpha says how much of it is kept, soft where its mask is."""


def laid_out(given: Conditioning, *, size: Size, times: Sequence[int]) -> Laid:
    """The conditioning at a size, at some of its frames. A picture that lies between two of these
    is taken to the nearer one, so that no key is lost in a draft."""
    placed = source_at(given)
    frames = [_frame(given, placed, time) for time in _taken(placed, times)]
    style = _Style(size, given.fit, given.mode, given.margin)
    return Laid(
        size,
        tuple(times),
        given.mode,
        ContentFrames(frames, style),
        GenerateFrames(frames, style),
        _references(given),
        KeptFrames(frames, style),
    )


class _Style(NamedTuple):
    """How the parts of every frame are put together."""

    size: Size
    fit: Fit
    mode: SourceMode
    margin: int


class ComposedFrames(FrameSource):
    """Frames made of parts that are brought to the model's size."""

    name = ""
    masks_by = Filter.NEAREST

    def __init__(self, frames: Sequence[Frame], style: _Style) -> None:
        self._frames = tuple(frames)
        self._style = style

    def __len__(self) -> int:
        return len(self._frames)

    def key(self, index: int) -> Digest:
        frame = self._used(index)
        keys = ["" if ref is None else ref.source.key(ref.at) for ref in frame]
        return derived_key("vace", self.name, _VERSION, repr(self._style), *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        return [ref for ref in self._used(index) if ref is not None]

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        given = iter(inputs)
        frame = self._used(index)
        source, following, mask, control, region = (
            None if ref is None else self._placed(next(given)) for ref in frame
        )
        return self._made(source, following, mask, control, region)

    def _used(self, index: int) -> Frame:
        return self._frames[index]

    @abstractmethod
    def _made(
        self,
        source: Image | None,
        following: Image | None,
        mask: Mask | None,
        control: Image | None,
        region: Mask | None,
    ) -> Image | Mask:
        """A frame of its parts, all of the model's size; None for what is not there."""

    def _placed(self, picture: Any) -> Any:
        """A part on the model's canvas: clear where it does not reach."""
        if isinstance(picture, Image):
            picture = add_alpha(to_bits(picture, 8))
        placement = plan(
            picture.width, picture.height, canvas=self._style.size, fit=self._style.fit
        )
        how = self.masks_by if isinstance(picture, Mask) else Filter.BEST
        return place(picture, placement, how=how)


class ContentFrames(ComposedFrames):
    """What is known of each frame, an Image whose alpha is 0 where nothing is."""

    name = "content"

    def _made(
        self,
        source: Image | None,
        following: Image | None,
        mask: Mask | None,
        control: Image | None,
        region: Mask | None,
    ) -> Image:
        size, _, mode, margin = self._style
        if control is not None and _is_bare(control):
            control = None
        if mode is SourceMode.MOTION and control is None and source is not None:
            control = motion_picture(source, following or source)
        return composed(
            size,
            source=source,
            mask=mask,
            control=control,
            region=region,
            mode=mode,
            margin=margin,
        ).content


class GenerateFrames(ComposedFrames):
    """Where each frame is to be made, a Mask of black and white."""

    name = "generate"

    def _used(self, index: int) -> Frame:
        return self._frames[index]._replace(following=None, control=None, region=None)

    def _made(
        self,
        source: Image | None,
        following: Image | None,
        mask: Mask | None,
        control: Image | None,
        region: Mask | None,
    ) -> Mask:
        size, _, mode, margin = self._style
        return generated(size, source=source, mask=mask, mode=mode, margin=margin)


class KeptFrames(ComposedFrames):
    """The source of each frame, an Image whose alpha is how much of it comes back: all of it
    outside the mask, nothing within, a share along the mask's soft edge."""

    name = "kept"
    masks_by = Filter.AREA

    def _used(self, index: int) -> Frame:
        return self._frames[index]._replace(following=None, control=None, region=None)

    def _made(
        self,
        source: Image | None,
        following: Image | None,
        mask: Mask | None,
        control: Image | None,
        region: Mask | None,
    ) -> Image:
        size, _, mode, margin = self._style
        return kept_of(size, source=source, mask=mask, mode=mode, margin=margin)


class StreamFrames(FrameSource):
    """A stream as a person sees it: mid gray where it holds nothing."""

    def __init__(self, laid: Laid, *, reactive: bool) -> None:
        self._laid = laid
        self._reactive = reactive

    def __len__(self) -> int:
        return len(self._laid.times)

    def key(self, index: int) -> Digest:
        keys = [ref.source.key(ref.at) for ref in self.needs(index)]
        return derived_key("vace stream", _VERSION, str(self._reactive), *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self._laid.content, index), FrameRef(self._laid.generate, index))

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        return shown_stream(Composed(*inputs), reactive=self._reactive)


def told_masks(count: int) -> list[int]:
    """For each frame the one whose mask the model is told in its place. What is padded holds the
    last frame."""
    sampled = sampled_frames(model_length(count))
    return [min(sampled[(frame + 3) // 4], count - 1) for frame in range(count)]


def _is_bare(control: Image) -> bool:
    """Whether a control is bare paper, as a panel's layer is on which nobody drew. Black says
    something: there is no pose, no line."""
    return is_blank(control) and bool(control.pixels[..., :3].any())


def _taken(placed: dict[int, FrameRef], times: Sequence[int]) -> list[int]:
    """The frame of the film that each of `times` shows: its own, or a key that lies nearest."""
    taken = list(times)
    lost = [frame for frame in placed if frame not in set(times)]
    for frame in lost:
        nearest = min(range(len(times)), key=lambda at: abs(times[at] - frame))
        if times[nearest] not in placed:
            taken[nearest] = frame
    return taken


def _frame(given: Conditioning, placed: dict[int, FrameRef], time: int) -> Frame:
    source, following = placed.get(time), None
    if given.mode is SourceMode.MOTION and source is not None:
        following = placed.get(time + 1, source)
    control = frame_of(given.control, time)
    region = frame_of(given.region, time) if control is not None else None
    return Frame(
        source,
        following,
        frame_of(given.masks, time) if source is not None else None,
        control,
        region,
    )


def _references(given: Conditioning) -> tuple[FrameRef, ...]:
    """Every frame of the references that differs from the others, in order."""
    found: dict[Digest, FrameRef] = {}
    for clip in given.references:
        for at in range(len(clip)):
            found.setdefault(clip.frames.key(at), FrameRef(clip.frames, at))
    if len(found) > 2 * MOST:
        raise MismatchError(
            f"{len(found)} references are more than VACE can follow.",
            mend=f"Give it up to {MOST} pictures of the thing; a whole clip goes to another input.",
        )
    return tuple(found.values())


ReadFrame = Callable[[FrameRef], Any]
"""Reads a frame, making what it needs."""
