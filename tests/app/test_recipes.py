"""A thing taken out of a film, from the start page on, with nothing downloaded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QCommandLinkButton, QFileDialog
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.recipes import REMOVAL, REPLACEMENT, prepared
from nodes.edits import SetParameter
from nodes.evaluator import Evaluator
from nodes.flat_node import FlatRef
from nodes.registry import library
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.frames import read
from pipelines.media.codecs import VideoCodec
from pipelines.media.pictures import write_picture
from pipelines.media.writing import write_video
from pipelines.pointing import Boxes, HandBox
from pipelines.values import ClipFormat, Image
from tests.segmentation.scenes import HEIGHT, RADIUS, WIDTH, Film

LENGTH = 6
FILM = Film(LENGTH, pace=12)
GROUND = Film(LENGTH, pace=12, hidden=range(LENGTH))


def film(path: Path) -> Path:
    pictures: list[Image] = [FILM.read(at) for at in range(LENGTH)]
    return write_video(path, ClipFormat(WIDTH, HEIGHT), pictures, VideoCodec.FFV1).path


def picture(folder: Path) -> Path:
    """Something coloured on white."""
    pixels = np.full((48, 48, 3), 255, np.uint8)
    pixels[16:32, 16:32] = (200, 160, 20)
    write_picture(folder / "duck.png", Image(pixels))
    return folder / "duck.png"


def box() -> Boxes:
    x, y = FILM.place(0)
    left, right, top, bottom = x - RADIUS, x + RADIUS, y - RADIUS, y + RADIUS
    return Boxes((HandBox(left / WIDTH, top / HEIGHT, right / WIDTH, bottom / HEIGHT),))


def test_a_box_around_the_thing_is_all_that_it_needs(tmp_path: Path) -> None:
    document = prepared(REMOVAL, film(tmp_path / "ball.mkv"), library())
    document.apply(SetParameter(node="thing", name="boxes", value=box()))
    snapshot = Snapshot(document.graph, document.registry, folder=tmp_path)
    results = Evaluator(ResultStore(tmp_path / "store")).run(snapshot, ("done", "file"))
    assert not results.failures
    done = results.values[FlatRef("done", "out")]
    for at in range(LENGTH):
        picture = read(done.frames, at).pixels.astype(int)
        truth = GROUND.read(at).pixels
        assert np.abs(picture - truth)[FILM.inside(at)].mean() < 12
        far = ~FILM.inside(at)
        far[:, : int(FILM.place(at)[0]) + RADIUS + 14] = False
        assert np.array_equal(picture[far], truth[far])
    assert (tmp_path / "exports" / "removed.mp4").is_file()


def test_a_thing_is_replaced_in_three_ways_and_it_is_written_down(tmp_path: Path) -> None:
    document = prepared(REPLACEMENT, film(tmp_path / "ball.mkv"), library(), picture(tmp_path))
    document.apply(SetParameter(node="thing", name="boxes", value=box()))
    for case in REPLACEMENT.sized:
        width, height = (
            document.graph.nodes[case].parameters[side] for side in ("width", "height")
        )
        assert width / height == pytest.approx(WIDTH / HEIGHT, rel=0.04)
        for name, value in (("model", ""), ("width", 256), ("height", 160)):
            document.apply(SetParameter(node=case, name=name, value=value))
    nodes = document.graph.nodes
    assert nodes["reference"].title.startswith("Reference")
    snapshot = Snapshot(document.graph, document.registry, folder=tmp_path)
    results = Evaluator(ResultStore(tmp_path / "store")).run(snapshot, ("log",))
    assert set(results.failures) == {"reference", "log"}  # words and pictures need the model
    (log,) = (tmp_path / "experiments" / "logs").glob("built-in-replacement_*.md")
    said = log.read_text(encoding="utf-8")
    assert "**partly failed**" in said and "built in, not the model" in said
    films = tmp_path / "experiments" / "results" / "built-in"
    assert {one.stem for one in films.glob("*.mp4")} >= {"inpainting", "combined", "comparison"}


def answer(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Answer dialogs for opening files."""

    def chosen(*arguments: object) -> tuple[str, str]:
        return path, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)


def test_the_start_page_leads_to_a_film_with_the_box_in_hand(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = film(tmp_path / "ball.mkv")
    answer(monkeypatch, str(path))
    links = window.start_page.findChildren(QCommandLinkButton)
    link = next(one for one in links if one.text() == "Take a thing out of a shot")
    assert "nothing is downloaded" in link.description()
    link.click()
    qtbot.waitUntil(lambda: window.views is not None, timeout=10_000)
    views = window.views
    assert views is not None and window.project is not None
    qtbot.waitUntil(
        lambda: views.handwork is not None and views.handwork.hand.held == "boxes", timeout=20_000
    )
    assert views.canvas.selected == ("thing",)
    assert window.project.model.graph.nodes["film"].parameters["path"] == str(path)
    assert not window.project.is_unsaved and window.project.name == "ball"


def test_nothing_is_begun_where_no_film_is_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "")
    window.menus.commands["remove_thing"].trigger()
    assert window.project is None


def test_a_film_and_a_picture_are_asked_for_where_a_thing_is_replaced(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, duck = film(tmp_path / "ball.mkv"), picture(tmp_path)
    answers = iter([str(path), str(duck)])

    def chosen(*arguments: object) -> tuple[str, str]:
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    links = window.start_page.findChildren(QCommandLinkButton)
    next(one for one in links if one.text() == "Replace a thing in a shot").click()
    qtbot.waitUntil(lambda: window.views is not None, timeout=10_000)
    assert window.project is not None
    nodes = window.project.model.graph.nodes
    assert nodes["film"].parameters["path"] == str(path)
    assert nodes["product"].parameters["path"] == str(duck)
