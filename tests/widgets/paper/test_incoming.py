"""What is pasted, dropped and imported becomes layers of the panel in hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from pipelines.media.pictures import write_picture
from pipelines.values import Image
from tests.widgets.paper.conftest import Pen
from tests.widgets.paper.test_paper import WAVE, on_screen, steps
from widgets.document_model import DocumentModel
from widgets.paper.incoming import LAYER_MIME
from widgets.paper.paper import Paper


@pytest.fixture(autouse=True)
def closed(paper: Paper) -> Iterator[None]:
    yield
    paper.put_away()
    QGuiApplication.clipboard().clear()


def picture_file(folder: Path, name: str, width: int = 64, height: int = 36) -> Path:
    path = folder / name
    write_picture(path, Image(np.full((height, width, 3), 40, np.uint8)))
    return path


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def dropped(paper: Paper, application: QApplication, mime: QMimeData) -> bool:
    """Whether the paper took a drop on its middle."""
    point = paper.rect().center()
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(point, action, mime, button, keys)
    entered.ignore()
    application.sendEvent(paper, entered)
    if entered.isAccepted():
        application.sendEvent(paper, QDropEvent(QPointF(point), action, mime, button, keys))
    return entered.isAccepted()


def names(paper: Paper) -> list[str]:
    panel = paper.board.panel
    assert panel is not None
    return [layer.name for layer in panel.layers]


def paste(paper: Paper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(paper.layer_commands.incoming.brought):
        paper.commands["paste"].trigger()


@pytest.mark.parametrize(
    ("command", "dialog"),
    [("import", "getOpenFileNames"), ("underlay_from_file", "getOpenFileName")],
)
def test_pictures_are_looked_for_where_the_project_lies(
    paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, dialog: str
) -> None:
    starts: list[str] = []

    def choose(_: object, __: str, start: str, *___: object) -> tuple[list[str], str]:
        starts.append(start)
        return [], ""

    monkeypatch.setattr(QFileDialog, dialog, choose)
    paper.commands[command].trigger()
    paper.set_folder(tmp_path)
    paper.commands[command].trigger()
    assert starts == [str(Path.home()), str(tmp_path)]


def test_dropped_pictures_are_layers_of_the_panel_in_hand_in_one_step(
    paper: Paper, qapp: QApplication, qtbot: QtBot, model: DocumentModel, tmp_path: Path
) -> None:
    two = files(picture_file(tmp_path, "b.png"), picture_file(tmp_path, "a.png"))
    with qtbot.waitSignal(paper.layer_commands.incoming.brought):
        assert dropped(paper, qapp, two)
    assert names(paper) == ["Drawing", "a", "b"]
    assert paper.board.layer is not None and paper.board.layer.name == "b"
    assert (on_screen(paper) == 40).all()
    assert steps(model) == ["New panel", "Bring in layers"]
    model.undo_stack.undo()
    assert names(paper) == ["Drawing"] and (on_screen(paper) == 255).all()


def test_a_drop_without_pictures_is_left_to_the_window(paper: Paper, qapp: QApplication) -> None:
    assert not dropped(paper, qapp, files(Path("/film.loom"), Path("/clip.mp4")))


def test_a_picture_arrives_in_the_panel_that_it_was_dropped_on(
    paper: Paper, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    first = paper.board.panel
    assert first is not None
    with qtbot.waitSignal(paper.layer_commands.incoming.brought):
        dropped(paper, qapp, files(picture_file(tmp_path, "a.png")))
        paper.board.add_panel()
    assert names(paper) == ["Drawing"]
    paper.board.show_panel(first.id)
    assert names(paper) == ["Drawing", "a"]


def test_a_bad_file_is_refused_with_words_and_the_good_ones_arrive(
    paper: Paper, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"not a picture")
    words: list[str] = []
    paper.board.refused.connect(words.append)
    with qtbot.waitSignal(paper.layer_commands.incoming.brought):
        dropped(paper, qapp, files(bad, picture_file(tmp_path, "good.png")))
    assert names(paper) == ["Drawing", "good"]
    assert len(words) == 1 and "bad.png" in words[0]


def test_a_large_picture_is_scaled_to_the_paper_with_a_note(
    paper: Paper, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    words: list[str] = []
    paper.board.told.connect(words.append)
    with qtbot.waitSignal(paper.layer_commands.incoming.brought):
        dropped(paper, qapp, files(picture_file(tmp_path, "big.png", 1280, 640)))
    assert len(words) == 1 and "1280 × 640" in words[0] and "640 × 320" in words[0]
    shown = on_screen(paper)
    assert (shown[20:340] == 40).all() and (shown[:19] == 255).all()


def test_a_picture_on_the_clipboard_is_pasted_at_its_own_size(paper: Paper, qtbot: QtBot) -> None:
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor(10, 20, 30))
    QGuiApplication.clipboard().setImage(picture)
    paste(paper, qtbot)
    assert on_screen(paper)[180, 320].tolist() == [10, 20, 30]
    assert (on_screen(paper) != 255).any(axis=2).sum() == 200


def test_an_empty_clipboard_is_told(paper: Paper) -> None:
    words: list[str] = []
    paper.board.refused.connect(words.append)
    paper.commands["paste"].trigger()
    assert words == ["The clipboard holds no picture. Copy one first."]


def test_a_layer_is_copied_to_another_panel_and_stays_the_same_layer(
    paper: Paper, pen: Pen, qtbot: QtBot
) -> None:
    paper.commands["add_layer"].trigger()
    pen.draw(WAVE)
    drawn, layer = on_screen(paper), paper.board.layer
    paper.commands["copy_layer"].trigger()
    paper.board.remove_panels()
    paper.board.add_panel()
    paste(paper, qtbot)
    assert paper.board.layer == layer
    assert (on_screen(paper) == drawn).all()
    paste(paper, qtbot)
    again = paper.board.layer
    assert again is not None and layer is not None
    assert again.tiles == layer.tiles and again.id != layer.id


def test_a_layer_of_another_project_comes_as_its_picture(
    paper: Paper, pen: Pen, qtbot: QtBot
) -> None:
    from pipelines.painting.tiles import MemoryTiles

    pen.draw(WAVE)
    drawn = on_screen(paper)
    paper.commands["copy_layer"].trigger()
    other = Paper(DocumentModel(paper.board.model.document), MemoryTiles())
    for widget in (other, other.brush_panel, other.layers_panel):
        qtbot.addWidget(widget)
    other.board.add_panel()
    paste(other, qtbot)
    other.put_away()
    assert np.abs(on_screen(other).astype(int) - drawn).max() <= 1


def test_what_is_cut_is_gone_and_comes_back_by_undo(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    pen.draw(WAVE)
    drawn = on_screen(paper)
    paper.commands["cut_layer"].trigger()
    assert (on_screen(paper) == 255).all() and steps(model)[-1] == "Cut layer"
    model.undo_stack.undo()
    assert (on_screen(paper) == drawn).all()


def test_of_a_copied_layer_the_picture_outlives_the_paper(paper: Paper, pen: Pen) -> None:
    pen.draw(WAVE)
    paper.commands["copy_layer"].trigger()
    paper.put_away()
    mime = QGuiApplication.clipboard().mimeData()
    assert not mime.hasFormat(LAYER_MIME) and mime.hasImage()
    assert QGuiApplication.clipboard().image().width() == 640
