"""Panels written for people: pages, pictures and lists."""

from __future__ import annotations

import csv
import io
import json
import re
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import opentimelineio as otio
import pytest
from msgspec.structs import replace

from nodes.document import Document
from nodes.edits import SetParameter
from nodes.events import Outcome
from nodes.library.export.panels import PanelFormat
from pipelines.media.pictures import read_picture
from pipelines.values import JointMode, Written
from tests.library.stage import Stage, linked

WORDS = {"notes": "She turns.\nSlowly.", "dialogue": "Привет, ça va?", "label": "#c94c3c"}


def board(stage: Stage, **parameters: Any) -> Document:
    """Three panels of six frames in two shots, the first fading into the second."""
    panels = (
        replace(stage.panel("p1", 8, joint=JointMode.FADE, duration=6, move=3), **WORDS),
        stage.panel("p2", 12, duration=6),
        replace(stage.panel("p3", 16, duration=6), prompt="=SUM(A1)"),
    )
    return linked(
        {
            "board": ("story.storyboard", {"panels": panels, "width": 64, "height": 48}),
            "out": ("export.panels", {"path": "out/board", **parameters}),
        },
        "board > out.storyboard",
    )


def written(stage: Stage, document: Document) -> list[Path]:
    value = stage.value(document, "out")
    assert isinstance(value, Written)
    return [file.path for file in value.files]


def test_every_panel_is_a_picture_with_its_number(stage: Stage) -> None:
    made = board(stage, format=PanelFormat.PNG)
    files = written(stage, made)
    assert [file.name for file in files] == [
        "panel_001_p1.png",
        "panel_002_p2.png",
        "panel_003_p3.png",
    ]
    pictures = [read_picture(file).pixels for file in files]
    assert {picture.shape[:2] for picture in pictures} == {(48, 64)}
    assert not np.array_equal(pictures[0], pictures[1])


def test_a_pdf_has_the_panels_and_is_never_overwritten(stage: Stage) -> None:
    (first,) = written(stage, board(stage))
    assert first.name == "board.pdf" and first.read_bytes().startswith(b"%PDF-")
    assert first.read_bytes().count(b"/Subtype /Image") == 3
    before = first.read_bytes()
    (second,) = written(stage, board(stage, columns=2))
    assert second.name == "board-2.pdf" and first.read_bytes() == before


def test_many_panels_take_many_pages(stage: Stage) -> None:
    panels = tuple(stage.panel(f"p{at}", 8, duration=6) for at in range(9))
    made = board(stage, columns=1)
    made.apply(SetParameter(node="board", name="panels", value=panels))
    (file,) = written(stage, made)
    assert file.read_bytes().count(b"/Type /Page\n") >= 9


def test_pictures_are_a_little_smaller_where_a_page_holds_a_row_more_for_it(stage: Stage) -> None:
    panels = tuple(replace(stage.panel(f"p{at}", 8, duration=6), notes="Walks.") for at in range(9))
    made = board(stage, columns=3)
    made.apply(SetParameter(node="board", name="panels", value=panels))
    made.apply(SetParameter(node="board", name="height", value=36))
    (file,) = written(stage, made)
    assert file.read_bytes().count(b"/Type /Page\n") == 1


def test_long_notes_go_on_on_the_next_page_and_nothing_is_lost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.board_pdf._FONTS", ())
    words = " ".join(f"word{at:04d}" for at in range(900))
    panels = (replace(stage.panel("p1", 8, duration=6), notes=words),)
    made = board(stage, columns=3)
    made.apply(SetParameter(node="board", name="panels", value=panels))
    (file,) = written(stage, made)
    assert file.read_bytes().count(b"/Type /Page\n") > 1
    said = _text_of(file)
    assert [at for at in range(900) if f"word{at:04d}" not in said] == []


def test_a_contact_sheet_has_a_tile_for_each_panel(stage: Stage) -> None:
    (file,) = written(stage, board(stage, format=PanelFormat.SHEET, columns=2))
    assert file.name == "board.png"
    sheet = read_picture(file)
    tile = (64 + 4, 48 + 18 + 4)
    assert (sheet.width, sheet.height) == (2 * tile[0] + 4, 2 * tile[1] + 4)
    corners = [(4, 4), (4 + tile[0], 4), (4, 4 + tile[1])]
    shown = [sheet.pixels[y + 24, x + 32].tolist() for x, y in corners]
    pictures = [
        read_picture(one).pixels[24, 32].tolist()
        for one in written(stage, board(stage, format=PanelFormat.PNG))
    ]
    assert shown == pictures


def test_a_table_has_a_line_for_each_panel(stage: Stage) -> None:
    (file,) = written(stage, board(stage, format=PanelFormat.CSV))
    text = file.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == ["p1", "p2", "p3"]
    assert [row["in"] for row in rows] == ["00:00:00:00", "00:00:00:06", "00:00:00:12"]
    assert [row["frames"] for row in rows] == ["6", "6", "6"]
    assert rows[0]["joint"] == "fade" and rows[0]["move"] == "3" and rows[2]["joint"] == ""
    assert rows[0]["dialogue"] == "Привет, ça va?" and rows[0]["notes"] == "She turns. Slowly."
    assert rows[2]["prompt"] == "'=SUM(A1)"
    assert rows[0]["shot"] == rows[1]["shot"] != rows[2]["shot"]


def test_an_editing_program_reads_clips_lengths_and_fades(stage: Stage) -> None:
    (file,) = written(stage, board(stage, format=PanelFormat.OTIO))
    timeline = otio.adapters.read_from_file(str(file))
    (track,) = timeline.tracks
    clips = [child for child in track if isinstance(child, otio.schema.Clip)]
    fades = [child for child in track if isinstance(child, otio.schema.Transition)]
    assert [clip.source_range.duration.value for clip in clips] == [6, 6, 6]
    assert [fade.in_offset.value for fade in fades] == [3]
    assert clips[0].metadata["storyloom"]["dialogue"] == "Привет, ça va?"
    assert json.loads(file.read_text(encoding="utf-8"))["OTIO_SCHEMA"].startswith("Timeline")


def test_an_edl_has_an_event_for_each_panel_with_its_length_and_place(stage: Stage) -> None:
    (file,) = written(stage, board(stage, format=PanelFormat.EDL))
    timeline = otio.adapters.read_from_file(str(file), rate=24)
    (track,) = timeline.tracks
    clips = [child for child in track if isinstance(child, otio.schema.Clip)]
    assert [clip.source_range.duration.value for clip in clips] == [6, 6, 6]
    starts = [clip.range_in_parent().start_time.value for clip in clips]
    assert starts == [0, 6, 12]
    assert "panel 1" in clips[0].name
    assert clips[0].markers[0].name.casefold().endswith("she turns. slowly.")


class StopsAfter:
    """A cancel that comes when a file is already begun."""

    def __init__(self, looks: int) -> None:
        self._left = looks

    @property
    def cancelled(self) -> bool:
        self._left -= 1
        return self._left < 0


@pytest.mark.parametrize("kind", [PanelFormat.PDF, PanelFormat.PNG])
def test_an_export_that_is_stopped_leaves_nothing(stage: Stage, kind: PanelFormat) -> None:
    made = board(stage, format=kind)
    results = stage.run(made, "out", cancel=StopsAfter(5))
    assert results.outcome is Outcome.CANCELLED
    assert (stage.folder / "out").is_dir()  # it had begun
    assert not list(stage.folder.rglob("*board*"))


def _text_of(file: Path) -> str:
    """The words of a PDF that is written with the fonts that every viewer has."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", file.read_bytes(), re.DOTALL)
    said: list[str] = []
    for stream in streams:
        try:
            page = zlib.decompress(stream)
        except zlib.error:
            continue  # a picture
        said += [words.decode("latin-1") for words in re.findall(rb"\((.*?)\) Tj", page)]
    return " ".join(said)
