"""A node whose model is not here says so where it stands, and fetches it from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Annotated

import pytest
from PySide6.QtCore import QPointF, QSettings, Qt
from pytestqt.qtbot import QtBot

from app.models.model_desk import ModelDesk
from app.window.model_badges import ModelBadges
from nodes.document import Document
from nodes.edits import AddNode, SetParameter
from nodes.graph import Node
from nodes.node import node
from nodes.parameters import NamesModel
from nodes.registry import library
from nodes.spec import NodeSpec
from pipelines.values import Image
from tests.app.model_stage import settle_machine
from tests.inspector.stage import editor
from tests.models.conftest import hub
from tests.models.loopback_hub import Faults, LoopbackHub
from widgets.canvas import NodeCanvas
from widgets.canvas.footers import offer_rect
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.inspector.model_editor import ModelEditor
from widgets.inspector.named_models_row import ModelBlock
from widgets.models.entry import Stand
from widgets.outline import Outline

__all__ = ["hub"]

PATIENCE = 60_000


BUILT_IN = "Built in, not Small"


def finding() -> NodeSpec:
    """A kind of node that cannot work without a model."""

    @node("mask.find_at", icon="mdi6.target", title="Find At")
    def find_at(image: Image, *, model: Annotated[str, NamesModel(("sam2",))] = "small") -> Image:
        """Find something."""
        return image

    return find_at.spec  # type: ignore[attr-defined] - the decorator attaches it


def pointing() -> NodeSpec:
    """A kind of node that works with a model, or with what is built in."""

    @node("mask.point_at", icon="mdi6.target", title="Point At")
    def point_at(
        image: Image, *, model: Annotated[str, NamesModel(("sam2",), built_in=True)] = "small"
    ) -> Image:
        """Point at something."""
        return image

    return point_at.spec  # type: ignore[attr-defined] - the decorator attaches it


@dataclass
class Place:
    """The views of a document with one such node."""

    model: DocumentModel
    canvas: NodeCanvas
    inspector: Inspector
    outline: Outline
    desk: ModelDesk

    @property
    def block(self) -> ModelBlock:
        """What the inspector says of the node's model."""
        assert self.inspector.named_models is not None
        (block,) = self.inspector.named_models.blocks
        return block

    @property
    def foot(self) -> str:
        """What is written at the foot of the node."""
        state = self.canvas.scene.state("point")
        return state.stand_in or state.words

    def click_foot(self, qtbot: QtBot) -> None:
        """Select the node, then click the button at its foot."""
        scene, view = self.canvas.scene, self.canvas.view
        self.canvas.select(["point"])
        inner = offer_rect(scene.face("point"), scene.look.metrics).center()
        corner: QPointF = scene.node_rect("point").topLeft()
        at = view.rect_from_scene(scene.node_rect("point")).topLeft()
        spot = at + inner.toPoint() if view.scale_now == 1.0 else at
        assert scene.node_at(corner + inner) == "point"
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def fetch(self, qtbot: QtBot, model: str) -> None:
        """Have it fetched, as if what would come had been agreed to."""
        with qtbot.waitSignal(self.desk.downloads.done, timeout=PATIENCE):
            self.desk.fetch([model])
        with qtbot.waitSignal(
            self.desk.stock_changed,
            timeout=PATIENCE,
            check_params_cb=self._is_there,
        ):
            self.desk.look()

    def _is_there(self) -> bool:
        return self.desk.shelf.entries["small"].stand is Stand.VERIFIED


@pytest.fixture
def place(
    qtbot: QtBot, tmp_path: Path, hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
    """Canvas and inspector over one shelf, once it is known what is here."""
    settle_machine(tmp_path, hub, monkeypatch)
    document = Document(library().with_specs([pointing(), finding()]))
    document.apply(AddNode(node=Node(id="point", type="mask.point_at")))
    document.apply(AddNode(node=Node(id="find", type="mask.find_at", x=400.0)))
    model = DocumentModel(document)
    canvas, inspector, outline = NodeCanvas(model), Inspector(model), Outline(model)
    for view in (canvas, inspector, outline):
        qtbot.addWidget(view)
        view.resize(700, 600)
        view.show()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    desk = ModelDesk(settings)
    with qtbot.waitSignal(desk.stock_changed, timeout=PATIENCE):
        inspector.show_shelf(desk.shelf)
        inspector.set_selection(["point"])
        ModelBadges(model, canvas, outline, desk.shelf)
    canvas.view.set_scale(1.0)
    yield Place(model, canvas, inspector, outline, desk)
    desk.close()


def test_the_inspector_shows_where_the_model_is_with_the_button_that_fetches_it(
    qtbot: QtBot, place: Place
) -> None:
    assert place.block.name.text() == "Model: Small"
    assert place.block.fetch.state.words.text() == "Not downloaded"
    button = place.block.fetch.download
    assert button.isVisible()
    assert place.block.stand_in.isVisible()
    assert "KiB" in button.text()
    with qtbot.waitSignal(place.desk.plan_asked) as asked:
        button.click()
    assert asked.args == ["small"]
    place.fetch(qtbot, "small")
    assert "Verified" in place.block.fetch.state.words.text()
    assert button.isHidden() and place.block.stand_in.isHidden()
    with qtbot.waitSignal(place.desk.details_asked):
        place.block.more.click()


def test_a_download_in_the_middle_is_seen_in_place_and_stopped_there(
    qtbot: QtBot, place: Place, hub: LoopbackHub
) -> None:
    hub.faults = Faults(file="model.safetensors", hold=Event())
    place.desk.fetch(["small"])
    qtbot.waitUntil(hub.half_sent.is_set, timeout=PATIENCE)
    assert place.block.fetch.bar.isVisible()
    assert place.foot.startswith("Downloading")
    place.block.fetch.cancel.click()
    assert place.desk.downloads.jobs == ()
    assert place.foot == BUILT_IN


def test_the_node_itself_carries_the_button(qtbot: QtBot, place: Place) -> None:
    assert place.canvas.scene.state("find").words.startswith("Download (")
    assert place.foot == BUILT_IN
    with qtbot.waitSignal(place.desk.plan_asked) as asked:
        place.click_foot(qtbot)
    assert asked.args == ["small"]
    place.fetch(qtbot, "small")
    assert place.foot == "Not run"
    with qtbot.waitSignal(place.canvas.told):
        place.canvas.commands["fetch_model"].trigger()


def test_the_keyboard_fetches_it_too(qtbot: QtBot, place: Place) -> None:
    place.canvas.select(["point"])
    with qtbot.waitSignal(place.desk.plan_asked) as asked:
        place.canvas.commands["fetch_model"].trigger()
    assert asked.args == ["small"]


def test_the_outline_says_it_and_fetches_it_too(qtbot: QtBot, place: Place) -> None:
    tree, row = place.outline.model, place.outline.model.index_of("point")
    said = row.data(Qt.ItemDataRole.AccessibleTextRole)
    told = "Small is not here, so what is built in works instead. Download (117 KiB)"
    assert said == f"Point At, Not run. {told}"
    assert row.siblingAtColumn(1).data() == f"Not run · {BUILT_IN}"
    other = tree.index_of("find")
    needs = other.data(Qt.ItemDataRole.AccessibleTextRole)
    assert needs == "Find At, It needs Small: Not downloaded"
    assert other.siblingAtColumn(1).data().startswith("Download (")
    place.outline.select(["point"])
    with qtbot.waitSignal(place.desk.plan_asked) as asked:
        place.outline.commands["fetch_model"].trigger()
    assert asked.args == ["small"]
    place.fetch(qtbot, "small")
    tree.update_content()
    assert tree.index_of("point").siblingAtColumn(1).data() == "Not run"


def test_the_models_that_fit_are_offered_with_how_they_stand(place: Place) -> None:
    found = editor(place.inspector, "model", ModelEditor)
    words = [found.box.itemText(row) for row in range(found.box.count())]
    assert words[0] == "Built in"
    small = found.box.findData("small")
    assert found.box.itemText(small) == "Small"
    assert found.box.itemData(small, Qt.ItemDataRole.ToolTipRole) == "Not downloaded"
    assert not any("VACE" in one for one in words)
    place.model.do(SetParameter(node="point", name="model", value=""), "Set model")
    assert found.box.currentText() == "Built in"
    assert place.foot == "Not run"
    assert place.inspector.named_models is not None
    assert place.inspector.named_models.isHidden()


def test_a_model_that_is_in_no_list_is_told(place: Place) -> None:
    place.model.do(SetParameter(node="point", name="model", value="gone"), "Set model")
    assert place.foot == "Unknown model"
    assert not place.block.unknown.isHidden()
    assert editor(place.inspector, "model", ModelEditor).box.currentText() == "gone"
