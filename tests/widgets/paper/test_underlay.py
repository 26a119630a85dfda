"""A frame of a clip under the drawing: chosen, timed, faded, saved, and never in the film."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QUrl

from nodes.edits import AddNode
from nodes.frame_serving.messages import ArrivedFrame, FrameAnswer, FrameState, Raster, Strip
from nodes.graph import Node
from pipelines.panels import Underlay
from pipelines.values import ClipFormat
from tests.widgets.paper.conftest import Pen
from tests.widgets.paper.test_paper import WAVE, in_graph, on_screen, steps
from widgets.document_model import DocumentModel
from widgets.paper.paper import Paper
from widgets.paper.underlay import UnderlaySupply, clip_sources
from widgets.paper.underlay_files import dropped_film


class Film(UnderlaySupply):
    """A film of 100 frames at 12 a second, each as gray as its number; "gone" has none."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, int]] = []

    def request(self, path: str, output: str, frame: int, size: tuple[int, int]) -> None:
        self.asked.append((path, frame))
        if path == "gone":
            words = FrameAnswer("underlay", 0, FrameState.EMPTY, words="There is nothing here.")
            self.arrived.emit(ArrivedFrame(words))
            return
        shown = min(frame, 99)
        strip = Strip(100, ClipFormat(16, 9, fps=Fraction(12)))
        answer = FrameAnswer("underlay", 0, FrameState.SHOWN, shown, strip, key=f"{path} {shown}")
        self.arrived.emit(ArrivedFrame(answer, Raster(16, 9, 3, bytes([shown]) * 432)))


@pytest.fixture
def film(paper: Paper, model: DocumentModel) -> Iterator[Film]:
    """The film as the supply of the paper, and a node "clip" of the project."""
    model.do(AddNode(node=Node(id="clip", type="load.clip")), "Add")
    made = Film()
    paper.underlay.set_supply(made)
    yield made
    paper.underlay.set_supply(None)
    paper.put_away()


def lay(paper: Paper, **changes: object) -> None:
    paper.board.set_underlay(Underlay(path="clip", opacity=1.0, **changes), "Underlay")  # type: ignore[arg-type] - fields by name


def test_the_frame_of_the_panels_time_lies_under_the_drawing(paper: Paper, film: Film) -> None:
    panel = paper.board.panel
    assert panel is not None and panel.duration == 12
    paper.board.add_panel()
    paper.board.add_panel()
    lay(paper)  # begins at frame 24 of 24 a second: at one second
    assert (on_screen(paper) == 12).all()
    assert film.asked[-1] == ("clip", 12)
    paper.board.step(-1)
    assert (on_screen(paper) == 255).all()


def test_a_duplicated_panel_takes_the_frame_of_its_own_time(paper: Paper, film: Film) -> None:
    lay(paper)
    assert (on_screen(paper) == 0).all()
    paper.board.duplicate_panels()
    assert (on_screen(paper) == 6).all()
    paper.board.add_panel()
    assert (on_screen(paper) == 12).all()


def test_one_frame_is_held_and_the_last_where_the_clip_is_over(paper: Paper, film: Film) -> None:
    lay(paper, frame=40)
    assert (on_screen(paper) == 40).all()
    row = paper.layers_panel.underlay
    row.hold(4000)
    assert (on_screen(paper) == 99).all()
    row.hold(None)
    assert (on_screen(paper) == 0).all()


def test_it_is_never_in_the_film_and_drawing_goes_over_it(
    paper: Paper, pen: Pen, film: Film
) -> None:
    lay(paper, frame=90)
    pen.draw(WAVE)
    assert (in_graph(paper) == 255).any() and on_screen(paper).max() == 90
    assert (in_graph(paper) < 250).any()


def test_it_is_faded_without_asking_again_and_a_drag_is_one_step(
    paper: Paper, film: Film, model: DocumentModel
) -> None:
    lay(paper, frame=0)
    asked, count = len(film.asked), model.undo_stack.count()
    row = paper.layers_panel.underlay
    row.strength.chosen.emit(80)
    row.strength.chosen.emit(20)
    assert len(film.asked) == asked and model.undo_stack.count() == count + 1
    assert np.abs(on_screen(paper).astype(int) - 204).max() <= 1
    row.strength.slider.sliderReleased.emit()
    row.strength.chosen.emit(50)
    assert model.undo_stack.count() == count + 2


def test_it_is_chosen_from_the_clips_of_the_project_and_taken_away(
    paper: Paper, film: Film, model: DocumentModel
) -> None:
    assert [one.path for one in clip_sources(model.graph, model.document.registry)] == [
        "board",
        "clip",
    ]
    row = paper.layers_panel.underlay
    row.fill_menu()
    offered = {action.text(): action for action in row.menu.actions()}
    offered["Load Clip"].trigger()
    assert row.underlay == Underlay(path="clip")
    assert steps(model)[-1] == "Lay clip under the drawing"
    row.fill_menu()
    {action.text(): action for action in row.menu.actions()}["No Underlay"].trigger()
    assert row.underlay is None and (on_screen(paper) == 255).all()
    model.undo_stack.undo()
    assert row.underlay == Underlay(path="clip") and (on_screen(paper) < 255).all()


def test_a_clip_that_cannot_be_shown_says_why(paper: Paper, film: Film) -> None:
    lay(paper)
    paper.board.set_underlay(Underlay(path="gone"), "Underlay")
    row = paper.layers_panel.underlay
    assert row.note.whole == "There is nothing here." and row.note.isVisibleTo(row)
    assert (on_screen(paper) == 255).all()


def test_a_film_from_a_file_is_loaded_by_a_node_in_one_step(
    paper: Paper, film: Film, model: DocumentModel, tmp_path: Path
) -> None:
    chosen: list[tuple[Path, ...]] = []
    paper.files_chosen.connect(chosen.append)
    paper.set_folder(tmp_path)
    file = tmp_path / "walk.mp4"
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    found = dropped_film(mime)
    assert found == file
    count = model.undo_stack.count()
    paper.layers_panel.underlay.file_chosen.emit(file)
    node = model.graph.nodes["clip_2"]
    assert (node.type, node.parameters["path"]) == ("load.clip", "walk.mp4")
    assert paper.layers_panel.underlay.underlay == Underlay(path="clip_2")
    assert chosen == [(file,)] and steps(model)[count:] == ["Lay “walk.mp4” under the drawing"]
    model.undo_stack.undo()
    assert "clip_2" not in model.graph.nodes and paper.layers_panel.underlay.underlay is None


def test_all_of_it_goes_by_command(paper: Paper, film: Film, model: DocumentModel) -> None:
    row = paper.layers_panel.underlay
    assert not paper.commands["hold_underlay"].isEnabled()
    paper.commands["next_underlay"].trigger()
    assert row.underlay == Underlay(path="clip")
    paper.board.add_panel()
    paper.commands["hold_underlay"].trigger()
    assert row.underlay == Underlay(path="clip", frame=6)
    assert paper.commands["hold_underlay"].isChecked()
    paper.commands["hold_underlay"].trigger()
    assert row.underlay == Underlay(path="clip")
    paper.commands["remove_underlay"].trigger()
    assert row.underlay is None and steps(model)[-1] == "Remove underlay"
