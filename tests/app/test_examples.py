"""The example of a node is put into the graph of the window, and taken out again in one step."""

from __future__ import annotations

from pathlib import Path

from app.window.main_window import MainWindow
from tests.app.projects import save_board


def test_an_example_stands_free_below_its_node_and_is_one_step(
    window: MainWindow, tmp_path: Path
) -> None:
    window.open_file(save_board(tmp_path / "film.loom", exports=1))
    views, project = window.views, window.project
    assert views is not None and project is not None
    canvas, model = views.canvas, project.model
    before = model.graph
    canvas.select(["export"])
    views.inspector.help.insert.click()
    added = model.graph.nodes.keys() - before.nodes.keys()
    types = {model.graph.nodes[one].type for one in added}
    assert types == {"story.storyboard", "motion.in_between", "export.video"}
    assert set(canvas.selected) == added
    rects = {one: canvas.scene.node_rect(one) for one in model.graph.nodes}
    for one in added:
        assert not any(rects[one].intersects(rects[other]) for other in rects if other != one)
    assert model.undo_stack.undoText() == "Insert the example of Export Video"
    model.undo_stack.undo()
    assert model.graph == before
