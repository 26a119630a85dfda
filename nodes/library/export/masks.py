"""Node: masks as files for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Saves
from nodes.spec import Kind
from nodes.work import Work
from pipelines.coco_masks import annotated, spelled
from pipelines.conversions import as_image
from pipelines.digest import digest_file
from pipelines.media.folders import make_folder
from pipelines.media.numbered import write_numbered
from pipelines.media.outputs import place, temporary_beside
from pipelines.values import Image, Mask, MaskClip, Written, WrittenFile


class MaskFormat(StrEnum):
    """What masks are written as."""

    PNG = "png"
    COCO = "coco"


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
    work: Work,
    *,
    path: Annotated[str, Saves(("folder",))] = "exports/masks",
    format: MaskFormat = MaskFormat.PNG,
    label: str = "object",
) -> Written:
    """Write masks as numbered pictures, or as one file of run lengths for training.

    PNG keeps every level to the last bit; Load Clip and Mask from Image bring them back. COCO is
    one JSON file with the mask of each frame as compressed run lengths, its area and its box; it
    knows only black and white, soft edges are cut at one half, which the node says; Load Masks
    brings it back. For a matte video wire the mask to Export Video. It runs only when you press
    Run on it, and never takes the name of another file.

    path: the folder of the pictures, or the name of the file without .json, within the project's
    folder; outside it you are asked first.
    format: png or coco.
    label: what the thing is called in a COCO file.

    Example: 300 propagated masks of a player as coco, to train a detector.
    """
    target = work.output_path(path)
    make_folder(target.parent)
    files = (
        _pictures(masks, work, target)
        if format is MaskFormat.PNG
        else (_run_lengths(masks, work, target, label),)
    )
    return Written(tuple(WrittenFile(file, digest_file(file)) for file in files))


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
