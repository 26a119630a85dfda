"""A storyboard on paper: a PDF with the picture of each panel and, if wanted, its words."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from pipelines.board_lists import shot_name
from pipelines.conversions import fitted
from pipelines.errors import MismatchError
from pipelines.hex_colours import rgb
from pipelines.media.timecode import shifted
from pipelines.progress import Progress, silent
from pipelines.timing import lay_out
from pipelines.values import Image, PanelTiming, Storyboard

_MARGIN = 10.0
_GAP = 5.0
_LINE = 3.9
_LETTERS = 8.5
_INK, _DIM = (0, 0, 0), (80, 80, 80)
_ROOM = 210.0 - 2 * _MARGIN - 2 * _LINE
"""Of a page, below its head."""
_SCALES = (1.0, 0.95, 0.9, 0.85)
"""How much smaller pictures may be where fewer pages do for it."""
_PAGE = (297.0, 210.0)
"""Millimetres: A4, across."""
_FONTS = (
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
    Path("/System/Library/Fonts/Supplemental/Arial Unicode.ttf"),
    Path("C:/Windows/Fonts/arial.ttf"),
)
"""Fonts with more letters than a PDF viewer brings; without any, what is missing becomes "?"."""


class _Line(NamedTuple):
    """A line of words; what is spoken is darker."""

    words: str
    is_spoken: bool


class _Cell(NamedTuple):
    """A panel on its page: its place in the board, where it lies, and the lines below it. What has
    no room there goes on in a cell without a picture."""

    place: int
    left: float
    top: float
    lines: Sequence[_Line]
    goes_on: bool = False


def write_pdf(
    path: Path,
    board: Storyboard,
    pictures: Iterable[Image],
    *,
    title: str,
    columns: int = 3,
    words: bool = True,
    progress: Progress = silent,
) -> None:
    """Write panels row by row, each with its number, shot, place and length, and, with `words`, all
    of its dialogue and notes.

    `pictures` are those of the panels, in order. Raises OSError.
    """
    with _opened(title) as pdf:
        _fill(pdf, board, pictures, title, columns, words=words, progress=progress)
        pdf.output(str(path))


@contextmanager
def _opened(title: str) -> Generator[Any]:
    """An empty document. fpdf2 leaves the files of its fonts open: they are closed."""
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

    pdf = FPDF(orientation="landscape", unit="mm", format="A4")
    pdf.set_title(title)
    pdf.set_creator("Storyloom")
    pdf.set_auto_page_break(False)
    pdf.set_margin(_MARGIN)
    pdf.c_margin = 0
    try:
        yield pdf
    finally:
        for font in pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()


def _fill(
    pdf: Any,
    board: Storyboard,
    pictures: Iterable[Image],
    title: str,
    columns: int,
    *,
    words: bool,
    progress: Progress,
) -> None:
    family, has_all = _font(pdf)
    pdf.set_font(family, size=_LETTERS)
    pdf.add_page()  # words are measured on a page only
    width = (_PAGE[0] - 2 * _MARGIN - _GAP * (columns - 1)) / columns
    height = width * board.format.height / board.format.width
    lines = [_lines(pdf, panel, width, has_all=has_all) if words else () for panel in board.panels]
    laid_out = [_laid_out(lines, columns, width, height * scale) for scale in _SCALES]
    scale, pages = min(zip(_SCALES, laid_out, strict=True), key=lambda one: (len(one[1]), -one[0]))
    size = (width * scale, height * scale)
    timeline = lay_out(board.panels, shot_names=board.shot_names)
    shown = iter(pictures)
    for number, cells in enumerate(pages, 1):
        if number > 1:
            pdf.add_page()
        _head(pdf, family, title, number, len(pages))
        for cell in cells:
            panel, start = board.panels[cell.place], timeline.starts[cell.place]
            line = f"{cell.place + 1}   {shot_name(timeline, start)}"
            top = cell.top
            if cell.goes_on:
                line = f"{cell.place + 1}   (...)"
            else:
                timecode = shifted(board.format.start_timecode, start, board.format.fps)
                label = "" if _colour(panel.label) else panel.label
                line = f"{line}   {timecode}   {panel.duration} f   {label}"
                _draw_picture(pdf, next(shown), cell, size)
                progress(cell.place + 1, len(board.panels))
                top += size[1] + _LINE * 0.2
            pdf.set_font(family, size=_LETTERS)
            left = cell.left + _draw_label(pdf, panel.label, cell.left, top)
            _write(pdf, left, top, _said(line, has_all=has_all), _INK)
            for at, one in enumerate(cell.lines, 1):
                _write(pdf, cell.left, top + at * _LINE, one.words, _INK if one.is_spoken else _DIM)


def _laid_out(
    lines: Sequence[Sequence[_Line]], columns: int, width: float, height: float
) -> list[list[_Cell]]:
    """The cells of each page. A row is as high as its words; those that fill a page go on."""
    pages: list[list[_Cell]] = [[]]
    y = 0.0
    for first in range(0, len(lines), columns):
        row = {place: lines[place] for place in range(first, min(first + columns, len(lines)))}
        picture = height + _LINE * 0.2
        while row:
            needs = picture + _LINE * (1 + max(len(one) for one in row.values()))
            if y and y + needs > _ROOM:
                pages.append([])
                y = 0.0
            fit = max(int((_ROOM - y - picture) / _LINE) - 1, 0)
            top = _MARGIN + 2 * _LINE + y
            pages[-1] += [
                _Cell(
                    place, _MARGIN + place % columns * (width + _GAP), top, one[:fit], not picture
                )
                for place, one in row.items()
            ]
            row = {place: one[fit:] for place, one in row.items() if len(one) > fit}
            y = _ROOM if row else y + needs + _GAP
            picture = 0.0
    return pages


def _lines(pdf: Any, panel: PanelTiming, width: float, *, has_all: bool) -> tuple[_Line, ...]:
    """What is said below a panel, in lines: dialogue, and notes or else the prompt."""
    dialogue = f"“{panel.dialogue.strip()}”" if panel.dialogue.strip() else ""
    told = ((dialogue, True), (panel.notes.strip() or panel.prompt.strip(), False))
    return tuple(
        _Line(line, is_spoken)
        for words, is_spoken in told
        if words
        for line in pdf.multi_cell(
            width, _LINE, _said(words, has_all=has_all), align="L", dry_run=True, output="LINES"
        )
    )


def _draw_picture(pdf: Any, picture: Image, cell: _Cell, size: tuple[float, float]) -> None:
    pdf.image(_page_picture(picture), cell.left, cell.top, *size)
    pdf.set_draw_color(120, 120, 120)
    pdf.rect(cell.left, cell.top, *size)


def _draw_label(pdf: Any, label: str, left: float, top: float) -> float:
    """A square in the colour of a label; the room that it takes."""
    colour = _colour(label)
    if colour is None:
        return 0.0
    side = _LINE * 0.6
    pdf.set_fill_color(*colour)
    pdf.rect(left, top + (_LINE - side) / 2, side, side, style="F")
    return side + 1.5


def _colour(label: str) -> tuple[int, int, int] | None:
    """The colour of a label that is written as one."""
    try:
        return rgb(label)
    except MismatchError:
        return None


def _write(pdf: Any, left: float, top: float, words: str, ink: tuple[int, int, int]) -> None:
    pdf.set_xy(left, top)
    pdf.set_text_color(*ink)
    pdf.cell(0, _LINE, words)


def _head(pdf: Any, family: str, title: str, page: int, pages: int) -> None:
    pdf.set_font(family, size=_LETTERS + 2)
    pdf.set_text_color(*_INK)
    pdf.set_xy(_MARGIN, _MARGIN - 2)
    room = _PAGE[0] - 2 * _MARGIN
    has_all = family != "helvetica"
    pdf.cell(room / 2, _LINE, _said(title, has_all=has_all))
    pdf.cell(room / 2, _LINE, f"{page} / {pages}", align="R")


def _font(pdf: Any) -> tuple[str, bool]:
    for font in _FONTS:
        if font.is_file():
            pdf.add_font("board", fname=str(font))
            return "board", True
    return "helvetica", False


def _page_picture(picture: Image) -> Any:
    """As paper shows it: alpha over white, 8 bits."""
    from PIL import Image as Pillow

    small = fitted(picture, channels=picture.channels, bits=8).pixels
    shown = Pillow.fromarray(small)
    if picture.channels == 4:
        paper = Pillow.new("RGBA", shown.size, "white")
        shown = Pillow.alpha_composite(paper, shown).convert("RGB")
    return shown


def _said(words: str, *, has_all: bool) -> str:
    return words if has_all else words.encode("latin-1", "replace").decode("latin-1")
