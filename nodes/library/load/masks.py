"""Node: masks from a film, from numbered pictures, or from a file of run lengths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from nodes.node import node
from nodes.opened_clips import opened_clip
from nodes.parameters import Opens
from nodes.spec import Kind
from nodes.work import Work
from pipelines.coco_masks import RunLengths, mask_of, parsed
from pipelines.digest import Digest, digest_text
from pipelines.errors import MismatchError, MissingFileError, TooLargeError
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.masks import from_alpha, from_luminance
from pipelines.media.paths import local_file
from pipelines.rates import FrameRate
from pipelines.values import Clip, ClipFormat, Mask, MaskClip

_MOST = 512 << 20


class MatteSource(StrEnum):
    """What of a film is its mask."""

    AUTO = "auto"
    ALPHA = "alpha"
    BRIGHTNESS = "brightness"


@node(
    "load.masks",
    icon="mdi6.image-multiple-outline",
    kind=Kind.SEGMENT,
    title="Load Masks",
    shows=("path", "source"),
)
def masks(
    work: Work,
    *,
    path: Annotated[str, Opens(("video", "masks"))] = "",
    source: MatteSource = MatteSource.AUTO,
    fps: FrameRate = FrameRate.FPS_24,
) -> MaskClip:
    """Load masks that were made or corrected elsewhere, as Export Masks writes them.

    A film or a folder of numbered pictures becomes a mask by its alpha or its brightness. A JSON
    file in COCO's form holds run lengths: each image in it is a frame, in the order of their ids,
    and several things on one frame are joined. Mask from Image has thresholds as well.

    path: the film, the folder of numbered pictures or their pattern, or the JSON file. One outside
    the project's folder is read only after you agree.
    source: what of a film or of pictures is the mask. Auto takes alpha where there is any, and
    brightness elsewhere.
    fps: the rate of pictures and run lengths; a film keeps its own.

    Example: plates/player.mov, ProRes 4444 whose alpha is the player, wired to Composite as mask.
    """
    if not path:
        raise MissingFileError(
            "No masks are chosen yet.", mend="Choose a film, a folder of pictures or a JSON file."
        )
    if path.lower().endswith(".json"):
        return _run_lengths(local_file(Path(path)), fps, work)
    opened = opened_clip(path, fps, sound=False)
    for note in opened.notes:
        work.warn(note)
    return _matte(opened.clip, source, Path(path).name, work)


def _matte(clip: Clip, source: MatteSource, name: str, work: Work) -> MaskClip:
    has_alpha = clip.format.channels == 4
    if source is MatteSource.ALPHA and not has_alpha:
        raise MismatchError(
            f"“{name}” has no alpha.",
            mend="Choose brightness as its source, or export it with alpha: ProRes 4444, FFV1.",
        )
    by_alpha = has_alpha and source is not MatteSource.BRIGHTNESS
    frames = MatteFrames(clip.frames, by_alpha=by_alpha)
    work.own(frames)
    return MaskClip(replace(clip.format, channels=1, bits=8), frames, clip.marks)


def _run_lengths(file: Path, fps: FrameRate, work: Work) -> MaskClip:
    if file.stat().st_size > _MOST:
        raise TooLargeError(
            f"“{file.name}” is larger than {_MOST >> 20} MB.", mend="Split it into parts."
        )
    told = parsed(file.read_bytes(), file.name)
    things = defaultdict[int, list[RunLengths]](list)
    for one in told.annotations:
        things[one.image_id].append(one.segmentation)
    frames = sorted(told.images, key=lambda image: image.id)
    width, height = frames[0].width, frames[0].height
    source = RunLengthFrames([things[image.id] for image in frames], width, height, file.name)
    work.own(source)
    return MaskClip(ClipFormat(width, height, channels=1, fps=fps.fps), source)


class MatteFrames(FrameSource):
    """Each frame of a film as a mask: its alpha, or how bright it is."""

    def __init__(self, frames: FrameSource, *, by_alpha: bool) -> None:
        self._frames = frames
        self._by_alpha = by_alpha

    def __len__(self) -> int:
        return len(self._frames)

    def key(self, index: int) -> Digest:
        return derived_key("matte", "1", str(self._by_alpha), self._frames.key(index))

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self._frames, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        return from_alpha(inputs[0]) if self._by_alpha else from_luminance(inputs[0])


class RunLengthFrames(FrameSource):
    """Masks unrolled when they are asked for."""

    def __init__(
        self, found: Sequence[Sequence[RunLengths]], width: int, height: int, name: str
    ) -> None:
        self._found = tuple(found)
        self._width, self._height, self._name = width, height, name

    def __len__(self) -> int:
        return len(self._found)

    def key(self, index: int) -> Digest:
        runs = digest_text(repr(self._found[index]))
        return derived_key("run lengths", "1", f"{self._width}x{self._height}", runs)

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        return mask_of(self._found[index], self._width, self._height, self._name)
