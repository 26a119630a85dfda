"""Node: masks as files for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from nodes.agreement import require_alike
from nodes.example import Example
from nodes.node import node
from nodes.parameters import Saves
from nodes.spec import Kind
from nodes.work import Work
from pipelines.coco_masks import annotated, spelled
from pipelines.conversions import add_alpha, as_image
from pipelines.digest import digest_file
from pipelines.errors import MismatchError
from pipelines.media.codecs import CODECS, VideoCodec
from pipelines.media.folders import make_folder
from pipelines.media.numbered import write_numbered
from pipelines.media.outputs import place, temporary_beside
from pipelines.media.writing import write_video
from pipelines.values import (
    Audio,
    Clip,
    ClipFormat,
    Image,
    Mask,
    MaskClip,
    Picture,
    Written,
    WrittenFile,
)


class MaskFormat(StrEnum):
    """What masks are written as."""

    PNG = "png"
    COCO = "coco"
    FFV1 = "ffv1"
    H264 = "h264"
    PRORES = "prores"
    PRORES_4444_ALPHA = "prores-4444-alpha"
    FFV1_ALPHA = "ffv1-alpha"


_MATTES = {
    MaskFormat.FFV1: VideoCodec.FFV1,
    MaskFormat.H264: VideoCodec.H264,
    MaskFormat.PRORES: VideoCodec.PRORES_HQ,
}
"""Films that show a mask in grey."""
_CUT_OUTS = {
    MaskFormat.PRORES_4444_ALPHA: VideoCodec.PRORES_4444,
    MaskFormat.FFV1_ALPHA: VideoCodec.FFV1,
}
"""Films of a clip whose alpha is the mask."""


@node(
    "export.masks",
    icon="mdi6.image-move",
    kind=Kind.CLIP,
    effect=True,
    title="Export Masks",
    shows=("path", "format"),
    example=Example(
        {"film": "load.clip", "masks": "mask.paint", "files": "export.masks"},
        "film > masks.clip, masks.mask > files.masks",
    ),
)
def masks(
    masks: MaskClip,
    clip: Clip | None = None,
    *,
    work: Work,
    path: Annotated[str, Saves(("folder",))] = "exports/masks",
    format: MaskFormat = MaskFormat.PNG,
    label: str = "object",
) -> Written:
    """Write masks as numbered pictures, as films, or as run lengths for training.

    It runs only when you press Run on it, and never takes the name of another file; Load Masks
    brings all of them back.

    path: the folder of the pictures, or the name of the file, whose ending may be left out, within
    the project's folder; outside it you are asked first.
    format: png, one picture a frame, and ffv1, a grey film, keep every level to the last bit. h264
    and prores are grey films that lose a little at soft edges: some levels of 255 in ProRes, a
    tenth of the range in H.264. prores-4444-alpha and ffv1-alpha are films of the clip that is
    wired in, with the mask as their alpha: the alpha is kept to the last bit by both, the colours
    by FFV1 only. coco is a JSON file with the mask of each frame as compressed run lengths, its
    area and its box; it knows only black and white, soft edges are cut at one half.
    label: what the thing is called in a COCO file.

    Example: 300 propagated masks of a player as coco, to train a detector; or film and mask as
    prores-4444-alpha, to cut her out in an editing program.
    """
    target = work.output_path(path)
    make_folder(target.parent)
    if format is MaskFormat.PNG:
        files = _pictures(masks, work, target)
    elif format is MaskFormat.COCO:
        files = (_run_lengths(masks, work, target, label),)
    elif format in _MATTES:
        files = (_matte(masks, work, target, _MATTES[format]),)
    else:
        files = (_cut_out(clip, masks, work, target, _CUT_OUTS[format]),)
    return Written(tuple(WrittenFile(file, digest_file(file)) for file in files))


def _matte(masks: MaskClip, work: Work, target: Path, codec: VideoCodec) -> Path:
    if not CODECS[codec].lossless:
        work.warn(
            f"{CODECS[codec].label} changes the levels at soft edges a little; FFV1 does not."
        )
    return _film(masks.format, work.frames(masks), len(masks), work, target, codec)


def _cut_out(
    clip: Clip | None, masks: MaskClip, work: Work, target: Path, codec: VideoCodec
) -> Path:
    if clip is None:
        raise MismatchError(
            "There are no pictures that the mask could be the alpha of.",
            mend="Wire a clip to clip, or choose ffv1 for the mask alone.",
        )
    require_alike(clip, masks)
    if clip.format.channels == 4:
        work.warn("The mask stands in place of the alpha that the clip has.")

    def pictures() -> Iterator[Image]:
        for picture, mask in zip(work.frames(clip), work.frames(masks), strict=True):
            yield add_alpha(picture, mask)

    given = replace(clip.format, channels=4)
    return _film(given, pictures(), len(clip), work, target, codec, audio=clip.audio)


def _film(
    given: ClipFormat,
    pictures: Iterable[Picture],
    count: int,
    work: Work,
    target: Path,
    codec: VideoCodec,
    *,
    audio: Audio | None = None,
) -> Path:
    written = write_video(
        target, given, pictures, codec, audio=audio, frame_count=count, progress=work.progress
    )
    for note in written.notes:
        work.warn(note)
    return written.path


def _pictures(masks: MaskClip, work: Work, target: Path) -> tuple[Path, ...]:
    def pictures() -> Iterator[Image]:
        for mask in work.frames(masks):
            yield as_image(mask)

    return write_numbered(
        target,
        masks.format,
        pictures(),
        names=[f"mask_{index:06d}.png" for index in range(len(masks))],
        count=len(masks),
        bits=8,
        progress=work.progress,
    )


def _run_lengths(masks: MaskClip, work: Work, target: Path, label: str) -> Path:
    soft: list[int] = []

    def told() -> Iterator[Mask]:
        for index, mask in enumerate(work.frames(masks)):
            if ((mask.pixels > 0) & (mask.pixels < 255)).any():
                soft.append(index)
            work.progress(index + 1, len(masks))
            yield mask

    text = spelled(annotated(told(), label=label))
    if soft:
        work.warn(f"{len(soft)} masks have soft edges; run lengths cut them at one half.")
    named = target.with_name(target.name.removesuffix(".json") + ".json")
    with temporary_beside(named) as temporary:
        temporary.write_bytes(text)
        return place(temporary, named)
