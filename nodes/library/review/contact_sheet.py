"""Node: many frames on one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import InPixels, Slider
from nodes.spec import Kind
from nodes.work import Work
from pipelines.contact_sheet import SheetFrame
from pipelines.contact_sheet import contact_sheet as laid_out
from pipelines.errors import MismatchError
from pipelines.media.timecode import shifted
from pipelines.values import Clip, Image


@node(
    "review.contact_sheet",
    icon="mdi6.view-comfy",
    kind=Kind.CLIP,
    shows=("columns", "every"),
    example=Example(
        {"film": "load.clip", "sheet": ("review.contact_sheet", {"columns": 6, "every": 12})},
        "film > sheet.clip",
    ),
)
def contact_sheet(
    clip: Clip,
    work: Work,
    *,
    columns: Annotated[int, Slider(1, 12), Meta(ge=1, le=100)] = 6,
    tile_width: Annotated[int, InPixels(), Slider(64, 640), Meta(ge=16)] = 240,
    every: Annotated[int, Slider(1, 48), Meta(ge=1)] = 1,
    holds: bool = False,
) -> Image:
    """Lay the frames of a clip on one sheet, each with its number and timecode.

    Use it to check a shot at a glance, or to print a storyboard: a frame that only holds the one
    before is left out, so a board shows one picture for each panel. The sheet is 8 bits and has
    no alpha.

    columns: pictures in a row.
    tile_width: the width of each picture in pixels.
    every: take only every n-th frame.
    holds: also show frames that repeat the one before.

    Example: every 12 with 6 columns shows a minute at 24 frames a second on one sheet of 120.
    """
    shown = _shown(clip, every, holds=holds)
    if not shown:
        raise MismatchError("The clip has no frames.", mend="Connect a clip with a frame at least.")
    aspect = clip.format.width / clip.format.height

    def frames() -> Iterator[SheetFrame]:
        for done, index in enumerate(shown, 1):
            timecode = shifted(clip.format.start_timecode, index, clip.format.fps)
            yield SheetFrame(work.frame(clip, index), f"{index}  {timecode}")
            work.progress(done, len(shown))

    return laid_out(
        frames(), count=len(shown), aspect=aspect, columns=columns, tile_width=tile_width
    )


def _shown(clip: Clip, every: int, *, holds: bool) -> list[int]:
    indices = range(0, len(clip), every)
    if holds:
        return list(indices)
    keys = [clip.frames.key(index) for index in indices]
    return [index for at, index in enumerate(indices) if at == 0 or keys[at] != keys[at - 1]]
