"""The list of masked objects: names, eyes, shields, order, and what is said of one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from pipelines.masking.objects import Between
from tests.masking.stage import PaintingStage, painting
from widgets.masking.easel import COLOURS
from widgets.masking.objects_panel import ObjectsPanel


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[PaintingStage]:
    with painting(qtbot) as made:
        yield made


@pytest.fixture
def panel(stage: PaintingStage, qtbot: QtBot) -> ObjectsPanel:
    made = ObjectsPanel(stage.easel)
    qtbot.addWidget(made)
    made.add.click()
    made.add.click()
    return made


def line(panel: ObjectsPanel, place: int) -> QTreeWidgetItem:
    item = panel.list.topLevelItem(place)
    assert item is not None
    return item


def names(panel: ObjectsPanel) -> list[str]:
    return [line(panel, place).text(0) for place in range(panel.list.topLevelItemCount())]


def test_objects_are_added_with_names_colours_and_outputs_of_their_own(
    stage: PaintingStage, panel: ObjectsPanel
) -> None:
    assert names(panel) == ["Object 1", "Object 2"]
    assert [one.colour for one in stage.objects] == list(COLOURS[:2])
    assert [one.output for one in stage.objects] == [1, 2]
    assert stage.easel.object == stage.objects[1]


def test_an_empty_list_says_how_objects_come_into_it(panel: ObjectsPanel) -> None:
    def is_written_on() -> bool:
        picture = panel.list.viewport().grab().toImage()
        middle = range(picture.height() // 2, picture.height() - 1)
        colours = {picture.pixel(x, y) for x in range(picture.width()) for y in middle}
        return len(colours) > 1

    panel.list.resize(300, 120)
    assert not is_written_on()
    panel.remove.click()
    panel.remove.click()
    assert names(panel) == [] and is_written_on()


def test_a_name_is_typed_and_an_empty_one_is_not_taken(
    stage: PaintingStage, panel: ObjectsPanel
) -> None:
    line(panel, 0).setText(0, "Girl")
    assert stage.objects[0].name == "Girl" and stage.steps[-1] == "Rename object"
    line(panel, 0).setText(0, "  ")
    assert names(panel)[0] == "Girl" and stage.objects[0].name == "Girl"


def test_the_eye_hides_and_the_shield_protects(stage: PaintingStage, panel: ObjectsPanel) -> None:
    panel.list.itemClicked.emit(line(panel, 0), 2)
    panel.list.itemClicked.emit(line(panel, 0), 3)
    assert (stage.objects[0].visible, stage.objects[0].protected) == (False, True)
    assert stage.steps[-2:] == ["Hide object", "Protect object"]


def test_objects_are_reordered_duplicated_and_deleted(
    stage: PaintingStage, panel: ObjectsPanel
) -> None:
    assert not panel.down.isEnabled()
    panel.up.click()
    assert names(panel) == ["Object 2", "Object 1"]
    panel.copy.click()
    assert names(panel) == ["Object 2", "Object 1", "Object 2 copy"]
    panel.remove.click()
    panel.remove.click()
    assert len(names(panel)) == 1


def test_what_is_said_of_an_object_is_one_step_each(
    stage: PaintingStage, panel: ObjectsPanel
) -> None:
    panel.between.segments[Between.HOLD.value].click()
    panel.leads.click()
    panel.joined.click()
    panel.swatches[4].click()
    painted = stage.easel.object
    assert painted is not None
    assert (painted.between, painted.leads, painted.joined) == (Between.HOLD, False, False)
    assert painted.colour == COLOURS[4]
    assert stage.steps[-4:] == [
        "Between keys",
        "Before the first key",
        "Leave the object out",
        "Colour of the object",
    ]
    stage.model.undo_stack.undo()
    assert panel.swatches[1].isChecked()
