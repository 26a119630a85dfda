"""Outline and canvas of the window stand at the same nodes."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.window.docks import Place
from app.window.main_window import MainWindow
from tests.app.test_window import TEAPOT


def _opened(window: MainWindow) -> MainWindow:
    window.open_file(TEAPOT)
    window.docks[Place.OUTLINE].show()
    assert window.views is not None
    window.views.outline.update_content()
    return window


def test_what_is_selected_on_the_canvas_is_selected_in_the_outline(window: MainWindow) -> None:
    views = _opened(window).views
    assert views is not None
    first, second = list(views.canvas.editor.graph.nodes)[:2]
    views.canvas.select([first])
    assert views.outline.selected_paths == (first,)
    views.outline.tree.setCurrentIndex(views.outline.model.index_of(second))
    assert views.canvas.selected == (second,)


def test_an_outline_that_is_shown_late_knows_what_is_selected(window: MainWindow) -> None:
    window.open_file(TEAPOT)
    views = window.views
    assert views is not None
    first = next(iter(views.canvas.editor.graph.nodes))
    views.canvas.select([first])
    assert views.outline.model.rowCount() == 0
    window.docks[Place.OUTLINE].show()
    views.outline.update_content()
    assert views.outline.selected_paths == (first,)


def test_a_parameter_is_edited_in_the_inspector(window: MainWindow) -> None:
    views = _opened(window).views
    assert views is not None
    window.activateWindow()
    outline, graph = views.outline, views.canvas.editor.graph
    path = next(one for one, node in graph.nodes.items() if node.type == "motion.in_between")
    outline.select([path])
    outline.tree.expand(outline.tree.currentIndex())
    row = outline.model.index_of(path)
    labels = [row.model().index(i, 0, row).data() for i in range(row.model().rowCount(row))]
    outline.tree.setCurrentIndex(row.model().index(labels.index("Method"), 0, row))
    outline.commands["open"].trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert views.inspector.rows["method"].isAncestorOf(focus)


def test_pinning_what_was_never_run_is_refused(window: MainWindow) -> None:
    views = _opened(window).views
    assert views is not None
    told: list[str] = []
    views.canvas.refused.connect(told.append)
    views.outline.select([next(iter(views.canvas.editor.graph.nodes))])
    views.outline.commands["pin"].trigger()
    assert told == ["There is no result to keep yet. Run the node first."]
