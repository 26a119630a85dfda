"""Node: a clip as numbered pictures."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import FrameRange, Saves, Slider
from nodes.spec import Kind
from nodes.work import Work
from pipelines.conversions import Bits
from pipelines.digest import digest_file
from pipelines.errors import MismatchError
from pipelines.frame_ranges import chosen
from pipelines.media.folders import make_folder
from pipelines.media.numbered import write_numbered
from pipelines.values import Clip, Written, WrittenFile

_NAME = re.compile(r"[^/\\:*?\"<>|%#]*#+[^/\\:*?\"<>|%#]*")


class Depth(StrEnum):
    """Bits of each channel of a written picture."""

    AS_CLIP = "as the clip"
    BITS_8 = "8"
    BITS_16 = "16"


@node(
    "export.frames",
    icon="mdi6.folder-multiple-image",
    kind=Kind.CLIP,
    effect=True,
    title="Export Frames",
    shows=("path",),
    example=Example(
        {"film": "load.clip", "frames": ("export.frames", {"name": "shot01_####"})},
        "film > frames.clip",
    ),
)
def frames(
    clip: Clip,
    work: Work,
    *,
    path: Annotated[str, Saves(("folder",))] = "exports/frames",
    name: str = "frame_####",
    number: Annotated[int, Slider(0, 2000), Meta(ge=0, le=99_999_999)] = 0,
    depth: Depth = Depth.AS_CLIP,
    frames: FrameRange = "",
    marks: bool = True,
) -> Written:
    """Write a clip as numbered PNG pictures, with alpha where it has any.

    Use it for compositing elsewhere: PNG loses nothing. It runs only when you press Run on it.
    Every run goes into a new folder (frames, frames-2, ...), which appears when all of it is
    written.

    path: the folder to make, within the project's folder; outside it you are asked first.
    name: the name of each picture; the # signs become its number, frame_0007.png.
    number: the number of the first frame of the clip.
    depth: 8 or 16 bits for each channel, or those of the clip.
    frames: the first and last frame, such as 12-48, counted from 0; empty for all.
    marks: keep to the in and out marks of the clip, where no frames are given.

    Example: a clip at exports/frames and name shot01_#### is written as shot01_0000.png and on.
    """
    part = chosen(clip, frames, marks=marks)
    first = number + part.first
    names = [_named(name, first + index) for index in range(len(part.clip))]
    target = work.output_path(path)
    make_folder(target.parent)
    files = write_numbered(
        target,
        part.clip.format,
        work.frames(part.clip),
        names=names,
        count=len(names),
        bits=_bits(clip, depth),
        progress=work.progress,
    )
    return Written(tuple(WrittenFile(file, digest_file(file)) for file in files))


def _named(pattern: str, number: int) -> str:
    """The file name of one number: the first run of # is its digits."""
    if not _NAME.fullmatch(pattern):
        raise MismatchError(
            f"“{pattern}” does not name numbered pictures.",
            mend="Write a name with # for the number, such as frame_####.",
        )
    stem = pattern.removesuffix(".png")
    return re.sub("#+", lambda run: str(number).zfill(len(run[0])), stem) + ".png"


def _bits(clip: Clip, depth: Depth) -> Bits:
    if depth is Depth.AS_CLIP:
        return 16 if clip.format.bits == 16 else 8
    return 16 if depth is Depth.BITS_16 else 8
