"""Node: the panels of a storyboard, for people who plan and edit."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Saves, Slider
from nodes.spec import Kind
from nodes.work import Work
from pipelines.board_lists import ListFormat, written_list
from pipelines.board_pdf import write_pdf
from pipelines.contact_sheet import SheetFrame, contact_sheet
from pipelines.digest import digest_file
from pipelines.errors import MismatchError
from pipelines.media.folders import make_folder
from pipelines.media.numbered import write_numbered
from pipelines.media.outputs import place, require_space, temporary_beside
from pipelines.media.pictures import write_picture
from pipelines.media.timecode import shifted
from pipelines.timing import lay_out
from pipelines.values import Clip, Storyboard, Written, WrittenFile

_ROOM = 1 << 20
_TILE = 480
"""Pixels that a panel is wide on a contact sheet, where it is as large."""


class PanelFormat(StrEnum):
    """What panels are written as."""

    PDF = "pdf"
    PNG = "png"
    SHEET = "sheet"
    OTIO = "otio"
    EDL = "edl"
    CSV = "csv"


@node(
    "export.panels",
    icon="mdi6.file-document-multiple-outline",
    kind=Kind.CLIP,
    effect=True,
    title="Export Panels",
    example=Example(
        {"board": "story.storyboard", "sheet": "export.panels"}, "board > sheet.storyboard"
    ),
)
def panels(
    storyboard: Storyboard,
    work: Work,
    *,
    path: Annotated[str, Saves(("document",))] = "exports/board",
    format: PanelFormat = PanelFormat.PDF,
    columns: Annotated[int, Slider(1, 6), Meta(ge=1, le=8)] = 3,
    words: bool = True,
) -> Written:
    """Write the panels of a storyboard: as a PDF, as pictures, or as a list for editing.

    It runs only when you press Run on it and never overwrites: a second PDF becomes board-2.

    path: where it goes, within the project's folder; the ending follows the format.
    format: PDF with pictures and words; PNG, one picture a panel in a new folder; sheet, all panels
    on one picture; OpenTimelineIO or EDL for an editing program, a clip for each panel; CSV for a
    table.
    columns: how many panels stand side by side on a page or sheet.
    words: print dialogue and notes below each panel, or the prompt where there are no notes.

    Example: wire Storyboard to it, leave PDF, and press Run Exports to get exports/board.pdf.
    """
    if not storyboard.panels:
        raise MismatchError("The storyboard has no panels yet.", mend="Draw one first.")
    target = work.output_path(path)
    make_folder(target.parent)
    if format is PanelFormat.PNG:
        written = _pictures(target, storyboard, work)
    elif format is PanelFormat.SHEET:
        written = (_sheet(target.with_suffix(".png"), storyboard, work, columns=columns),)
    else:
        with_ending = target.with_suffix(f".{format.value}")
        if format is PanelFormat.PDF:
            written = (_pages(with_ending, storyboard, work, columns=columns, words=words),)
        else:
            written = (_list(with_ending, storyboard, ListFormat(format.value)),)
    return Written(tuple(WrittenFile(file, digest_file(file)) for file in written))


def _pictures(target: Path, board: Storyboard, work: Work) -> tuple[Path, ...]:
    digits = max(3, len(str(len(board.panels))))
    names = [
        f"panel_{number:0{digits}d}_{panel.id}.png"
        for number, panel in enumerate(board.panels, start=1)
    ]
    return write_numbered(
        target.with_suffix(""),
        board.format,
        work.frames(_as_clip(board)),
        names=names,
        count=len(names),
        progress=work.progress,
    )


def _sheet(target: Path, board: Storyboard, work: Work, *, columns: int) -> Path:
    starts = lay_out(board.panels, shot_names=board.shot_names).starts
    form = board.format

    def frames() -> Iterator[SheetFrame]:
        pictures = zip(board.panels, starts, work.frames(_as_clip(board)), strict=True)
        for number, (panel, start, picture) in enumerate(pictures, 1):
            timecode = shifted(form.start_timecode, start, form.fps)
            yield SheetFrame(picture, f"{number}   {timecode}   {panel.duration} f")
            work.progress(number, len(board.panels))

    sheet = contact_sheet(
        frames(),
        count=len(board.panels),
        aspect=form.width / form.height,
        columns=columns,
        tile_width=min(form.width, _TILE),
    )
    with temporary_beside(target) as temporary:
        write_picture(temporary, sheet)
        return place(temporary, target)


def _pages(target: Path, board: Storyboard, work: Work, *, columns: int, words: bool) -> Path:
    require_space(target.parent, _ROOM)
    with temporary_beside(target) as temporary:
        write_pdf(
            temporary,
            board,
            work.frames(_as_clip(board)),
            title=target.stem,
            columns=columns,
            words=words,
            progress=work.progress,
        )
        return place(temporary, target)


def _list(target: Path, board: Storyboard, kind: ListFormat) -> Path:
    require_space(target.parent, _ROOM)
    with temporary_beside(target) as temporary:
        text = written_list(board, kind, title=target.stem)
        temporary.write_text(text, encoding="utf-8", newline="")
        return place(temporary, target)


def _as_clip(board: Storyboard) -> Clip:
    """The pictures of the panels, one frame each."""
    return Clip(board.format, board.pictures)
