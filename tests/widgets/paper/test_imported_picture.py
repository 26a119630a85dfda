"""A panel that was imported shows its picture under the pen, as the film does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from pipelines.media.pictures import write_picture
from pipelines.panels import Panel
from pipelines.values import Image
from tests.widgets.paper.conftest import Pen
from tests.widgets.paper.test_paper import WAVE, on_screen, steps
from widgets.document_model import DocumentModel
from widgets.paper.paper import Paper


@pytest.fixture(autouse=True)
def closed(paper: Paper) -> Iterator[None]:
    yield
    paper.put_away()


def scan(folder: Path, level: int, name: str = "scan.png") -> str:
    folder.mkdir(exist_ok=True)
    write_picture(folder / name, Image(np.full((36, 64, 3), level, np.uint8)))
    return name


def is_shown(paper: Paper, qtbot: QtBot, level: int) -> None:
    qtbot.waitUntil(lambda: bool((on_screen(paper) == level).all()))


def imported(paper: Paper, picture: str) -> None:
    panel = paper.board.panel
    assert panel is not None
    paper.board.put(Panel(id=panel.id, picture=picture), "Import")


def test_the_picture_of_the_panel_in_hand_lies_under_the_drawing(
    paper: Paper, qtbot: QtBot, tmp_path: Path
) -> None:
    paper.set_folder(tmp_path)
    imported(paper, scan(tmp_path, 90))
    is_shown(paper, qtbot, 90)
    paper.board.add_panel()
    is_shown(paper, qtbot, 255)
    paper.board.step(-1)
    assert (on_screen(paper) == 90).all()


def test_an_imported_panel_is_drawn_on_at_once(
    paper: Paper, pen: Pen, qtbot: QtBot, model: DocumentModel, tmp_path: Path
) -> None:
    paper.set_folder(tmp_path)
    imported(paper, scan(tmp_path, 200))
    is_shown(paper, qtbot, 200)
    pen.draw(WAVE)
    assert (on_screen(paper) < 150).any()
    assert steps(model)[-2:] == ["Add layer", "Pencil stroke"]


def test_a_picture_elsewhere_is_read_only_where_that_is_allowed(
    paper: Paper, qtbot: QtBot, tmp_path: Path
) -> None:
    outside = tmp_path / "elsewhere"
    paper.set_folder(tmp_path / "project")
    imported(paper, str(outside / scan(outside, 90)))
    assert (on_screen(paper) == 255).all()

    def allow(file: Path) -> bool:
        return file.parent == outside

    paper.imported.set_consent(allow)
    is_shown(paper, qtbot, 90)


def test_a_missing_picture_leaves_the_paper_empty(
    paper: Paper, qtbot: QtBot, tmp_path: Path
) -> None:
    paper.set_folder(tmp_path)
    imported(paper, scan(tmp_path, 90))
    is_shown(paper, qtbot, 90)
    panel = paper.board.panel
    assert panel is not None
    paper.board.put(replace(panel, picture="gone.png"), "Import")
    is_shown(paper, qtbot, 255)


def test_a_picture_that_was_changed_is_read_again_and_stays_until_then(
    paper: Paper, qtbot: QtBot, tmp_path: Path
) -> None:
    paper.set_folder(tmp_path)
    imported(paper, scan(tmp_path, 90))
    is_shown(paper, qtbot, 90)
    scan(tmp_path, 160, "other.png")
    (tmp_path / "other.png").replace(tmp_path / "scan.png")
    paper.imported.read_again([tmp_path / "scan.png"])
    assert (on_screen(paper) == 90).all()
    is_shown(paper, qtbot, 160)
    (tmp_path / "scan.png").unlink()
    paper.imported.read_again([tmp_path / "scan.png"])
    is_shown(paper, qtbot, 255)
