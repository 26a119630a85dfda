"""A storyboard on paper: a PDF with the picture of each panel and, if wanted, its words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipelines.board_lists import shot_name
from pipelines.conversions import fitted
from pipelines.media.timecode import shifted
from pipelines.progress import Progress, silent
from pipelines.timing import lay_out
from pipelines.values import Image, PanelTiming, Storyboard

_MARGIN = 12.0
_GAP = 6.0
_LINE = 4.2
_WORD_LINES = 6
_LETTERS = 9
_PAGE = (297.0, 210.0)
"""Millimetres: A4, across."""
_FONTS = (
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
    Path("/System/Library/Fonts/Supplemental/Arial Unicode.ttf"),
    Path("C:/Windows/Fonts/arial.ttf"),
)
"""Fonts with more letters than a PDF viewer brings; without any, what is missing becomes "?"."""


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
    """Write panels row by row, each with its number, shot, place and length, and, with `words`,
    its dialogue and notes (six lines at most).

    `pictures` are those of the panels, in order. Raises OSError.
    """
    from fpdf import FPDF
    from fpdf.enums import XPos, YPos
    from fpdf.fonts import TTFFont

    pdf = FPDF(orientation="landscape", unit="mm", format="A4")
    pdf.set_title(title)
    pdf.set_creator("Storyloom")
    pdf.set_auto_page_break(False)
    pdf.set_margin(_MARGIN)
    family, has_all = _font(pdf)
    timeline = lay_out(board.panels, shot_names=board.shot_names)
    width = (_PAGE[0] - 2 * _MARGIN - _GAP * (columns - 1)) / columns
    height = width * board.format.height / board.format.width
    cell = height + _LINE * (1 + (_WORD_LINES if words else 0)) + _GAP
    rows = max(1, int((_PAGE[1] - 2 * _MARGIN - 2 * _LINE) // cell))
    for place, (panel, picture) in enumerate(zip(board.panels, pictures, strict=True)):
        on_page = place % (rows * columns)
        if on_page == 0:
            pdf.add_page()
            _head(pdf, family, title, pdf.page_no(), -(-len(board.panels) // (rows * columns)))
        left = _MARGIN + on_page % columns * (width + _GAP)
        top = _MARGIN + 2 * _LINE + on_page // columns * cell
        pdf.image(_page_picture(picture), left, top, width, height)
        pdf.set_draw_color(120, 120, 120)
        pdf.rect(left, top, width, height)
        start = timeline.starts[place]
        timecode = shifted(board.format.start_timecode, start, board.format.fps)
        line = f"{place + 1}   {shot_name(timeline, start)}   {timecode}   {panel.duration} f"
        pdf.set_font(family, size=_LETTERS)
        pdf.set_xy(left, top + height + 0.6)
        pdf.cell(width, _LINE, _said(line, has_all=has_all), new_x=XPos.LEFT, new_y=YPos.NEXT)
        if words:
            pdf.set_x(left)
            told = _shortened(pdf, _words(panel), width, has_all=has_all)
            pdf.set_text_color(70, 70, 70)
            pdf.multi_cell(width, _LINE, told, align="L")
            pdf.set_text_color(0, 0, 0)
        progress(place + 1, len(board.panels))
    pdf.output(str(path))
    for font in pdf.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()  # fpdf2 leaves the file open


def _head(pdf: Any, family: str, title: str, page: int, pages: int) -> None:
    pdf.set_font(family, size=_LETTERS + 2)
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


def _words(panel: PanelTiming) -> str:
    dialogue = f"“{panel.dialogue.strip()}”" if panel.dialogue.strip() else ""
    return "\n".join(filter(None, (dialogue, panel.notes.strip() or panel.prompt.strip())))


def _shortened(pdf: Any, words: str, width: float, *, has_all: bool) -> str:
    """The first lines that fit, with a mark where there were more."""
    if not words:
        return ""
    lines = pdf.multi_cell(
        width, _LINE, _said(words, has_all=has_all), align="L", dry_run=True, output="LINES"
    )
    if len(lines) <= _WORD_LINES:
        return "\n".join(lines)
    return "\n".join([*lines[: _WORD_LINES - 1], lines[_WORD_LINES - 1][:-1] + "..."])


def _said(words: str, *, has_all: bool) -> str:
    return words if has_all else words.encode("latin-1", "replace").decode("latin-1")
