"""Plots in the window: under the ruler and on the inspector, one playhead for all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import library
from pipelines.painting.tiles import MemoryTiles
from tests.masking.shapes import SIZE, disc, painted
from tests.media.films import write_film

LENGTH = 7


def save_measured(path: Path) -> Path:
    """A film, a disc painted on two frames, and its numbers."""
    write_film(path.parent / "film.mp4", LENGTH)
    tiles, made = MemoryTiles(), Document(library())
    ball = painted(tiles, {0: disc(20, 32, 8), 6: disc(68, 32, 14)}, output=0, colour="#3e8ef7")
    parameters = {"objects": (ball,), "size": SIZE}
    made.apply(AddNode(node=Node(id="film", type="load.clip", parameters={"path": "film.mp4"})))
    made.apply(AddNode(node=Node(id="ball", type="mask.paint", parameters=parameters)))
    made.apply(AddNode(node=Node(id="it", type="mask.statistics")))
    made.apply(Connect(node="ball", socket="clip", link=Link("a", "film")))
    made.apply(Connect(node="it", socket="masks", link=Link("b", "ball", "mask")))
    save_project(path, made, tiles)
    return path


def test_a_report_is_plotted_after_its_run_and_a_click_moves_the_playhead(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(save_measured(tmp_path / "film.loom"))
    assert window.canvas is not None and window.views is not None
    window.canvas.select(["it"])
    viewer, plotting = window.viewing.viewer, window.views.plotting
    assert plotting is not None
    assert not plotting.pane.has_curves and plotting.pane.isVisibleTo(window.views.inspector)
    assert not viewer.plot.isVisibleTo(viewer)
    with qtbot.waitSignal(window.desk.run_ended, timeout=60_000):
        window.menus.commands["run"].trigger()
    qtbot.waitUntil(lambda: viewer.plot.has_curves, timeout=20_000)
    assert [plot.title for plot in plotting.pane.plots] == ["Coverage", "Area", "Motion"]
    qtbot.waitUntil(lambda: viewer.playback.length == LENGTH, timeout=20_000)
    assert "Covers" in plotting.text.toPlainText()
    assert plotting.text.isVisibleTo(window.views.inspector)
    view = plotting.pane.view
    place = QPointF(view.scale.x_of(5.5), 10).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert viewer.playback.frame == view.frame == viewer.plot.view.frame == 5
    viewer.commands["worst_frame"].trigger()
    assert viewer.playback.frame == viewer.plot.plots[0].worst_frame(0)
    assert viewer.plot.view.scale.x_of(3) == viewer.ruler.x_of(3)
    viewer.commands["plot"].trigger()
    assert not viewer.plot.isVisibleTo(viewer)
    window.canvas.select(["film"])
    assert not plotting.pane.isVisibleTo(window.views.inspector)
    assert not viewer.commands["worst_frame"].isEnabled()
