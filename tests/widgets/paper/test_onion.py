"""Neighbouring panels that show through the paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from pipelines.panels import Layer, LayerRole, Panel, Tile
from tests.widgets.paper.conftest import Pen
from widgets.paper.onion import OnionSkin, ghosts
from widgets.paper.onion_memory import OnionMemory, remembered
from widgets.paper.onion_panel import OnionPanel
from widgets.paper.paper import Paper

SHOWN = OnionSkin(is_shown=True, opacity=0.8, falloff=0.5)


def poses(count: int) -> list[Panel]:
    """Panels with a drawing each that no other has, over one ground."""
    ground = Layer(id="ground", tiles=(Tile(0, 0, "ground"),))
    return [
        Panel(id=f"p{at}", layers=(ground, Layer(id="ink", tiles=(Tile(0, 0, f"pose{at}"),))))
        for at in range(count)
    ]


def shown(skin: OnionSkin, place: int, count: int = 7) -> list[str]:
    """Which poses show through, the farthest first."""
    found = ghosts(poses(count), place, skin)
    return [ghost.layers[-1].tiles[0].digest for ghost in found]


def test_as_many_neighbours_show_as_are_wanted_the_nearest_on_top() -> None:
    found = ghosts(poses(7), 3, replace(SHOWN, before=2, after=1))
    assert [ghost.layers[-1].tiles[0].digest for ghost in found] == ["pose1", "pose4", "pose2"]
    assert [ghost.opacity for ghost in found] == pytest.approx([0.4, 0.8, 0.8])
    assert found[0].tint == SHOWN.before_tint
    assert found[1].tint == SHOWN.after_tint


def test_what_stands_still_does_not_show_through() -> None:
    (ghost,) = ghosts(poses(2), 1, SHOWN)
    assert [layer.id for layer in ghost.layers] == ["ink"]


def test_at_the_ends_nothing_shows_unless_it_wraps_and_nobody_shows_twice() -> None:
    assert shown(replace(SHOWN, before=2, after=0), 0) == []
    assert shown(replace(SHOWN, before=2, after=0, wraps=True), 0) == ["pose5", "pose6"]
    assert sorted(shown(replace(SHOWN, before=6, after=6, wraps=True), 0, 3)) == ["pose1", "pose2"]


def test_notes_and_hidden_layers_do_not_show_through() -> None:
    hidden = Layer(id="a", visible=False, tiles=(Tile(0, 0, "aa"),))
    notes = Layer(id="b", role=LayerRole.NOTES, tiles=(Tile(0, 0, "bb"),))
    (ghost,) = ghosts([Panel(id="p", layers=(hidden, notes)), Panel(id="q")], 1, SHOWN)
    assert ghost.layers == ()


def test_the_current_drawing_lies_on_top_of_its_neighbours(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    paper.hand.set_colour((0, 0, 255))
    pen.draw([(100, 100, 1.0), (300, 100, 1.0)])
    paper.commands["new_panel"].trigger()
    paper.commands["onion"].trigger()
    through = paper.desk.sheet.flat.pixelColor(200, 100)
    assert through.red() > through.blue()
    pen.draw([(200, 50, 1.0), (200, 150, 1.0)])
    assert paper.desk.sheet.flat.pixelColor(200, 100) == QColor(0, 0, 255)


def test_the_panel_changes_the_skin_at_once(paper: Paper, qtbot: QtBot) -> None:
    panel = OnionPanel(paper.desk)
    qtbot.addWidget(panel)
    panel.before.setValue(4)
    assert paper.desk.skin.before == 4
    assert panel.shows.isChecked()
    panel.before_tint.swatches[3].click()
    assert paper.desk.skin.before_tint == panel.before_tint.swatches[3].colour
    panel.opacity.slider.setValue(panel.opacity.slider.maximum())
    assert paper.desk.skin.opacity == pytest.approx(1.0)
    paper.commands["onion"].trigger()
    assert not panel.shows.isChecked()
    assert paper.desk.skin.before == 4


def test_the_skin_is_remembered_and_a_broken_memory_is_forgotten(
    paper: Paper, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    OnionMemory(paper.desk, settings)
    skin = replace(SHOWN, before=3, after=5, wraps=True, after_tint=(1, 2, 3))
    paper.desk.set_skin(skin)
    assert remembered(settings) == skin
    settings.setValue("paper/onion", '{"before": 99, "opacity": 7.0}')
    assert (remembered(settings).before, remembered(settings).opacity) == (6, 1.0)
    settings.setValue("paper/onion", "[]")
    assert remembered(settings) == OnionSkin()
