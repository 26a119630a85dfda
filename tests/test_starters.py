"""The starter projects: they open, they are what is drawn in the program, and they run."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from nodes.evaluator import Evaluator
from nodes.events import Event, NodeWarned, Outcome
from nodes.flat_node import FlatRef
from nodes.project_file import Project, open_project
from nodes.registry import library
from nodes.store import ResultStore
from pipelines.frames import read
from pipelines.in_between import prepare
from pipelines.painting.composite import PICTURE_ROLES, composite
from pipelines.painting.limbs import content_box
from pipelines.painting.panel_frames import PanelFrames
from pipelines.painting.tiles import TileSource
from pipelines.panels import LayerRole, Panel
from pipelines.shot_ids import shots_of
from pipelines.values import Clip, JointMode
from resources.templates.artist import SIZE
from resources.templates.build import STARTERS, Starter
from resources.templates.drawings import courier
from resources.templates.drawings.leap_beats import LEAP
from resources.templates.studio import studio

TEMPLATES = Path(__file__).parents[1] / "resources" / "templates"
NAMES = [starter.name for starter in STARTERS]
_ALIKE = 12
"""How far a channel may be off (0..255): a brush that is refined stays the same drawing."""


def shipped(name: str) -> Project:
    return open_project(TEMPLATES / f"{name}.loom", library())


def panels_of(project: Project) -> tuple[Panel, ...]:
    return project.document.graph.nodes["board"].parameters["panels"]


def seen(panel: Panel, tiles: TileSource) -> NDArray[np.int16]:
    made = composite(panel.layers, SIZE, tiles, paper=(255, 255, 255), roles=PICTURE_ROLES)
    return made.pixels.astype(np.int16)


@pytest.mark.parametrize("starter", STARTERS, ids=NAMES)
def test_the_first_panel_is_what_the_pen_draws(starter: Starter, qtbot: QtBot) -> None:
    with studio(starter.title, starter.note, starter.name) as artist, shipped(starter.name) as kept:
        starter.draw(artist, panels=1)
        drawn, first = artist.panel, panels_of(kept)[0]
        apart = np.abs(seen(drawn, artist.paper.board.tiles) - seen(first, kept.tiles))
        assert (apart.max(axis=2) > _ALIKE).mean() < 0.005
        assert [layer.name for layer in drawn.layers] == [layer.name for layer in first.layers]
        assert (drawn.label, drawn.duration) == (first.label, first.duration)


@pytest.mark.parametrize("name", NAMES)
def test_every_panel_is_a_full_picture_unlike_its_neighbours(name: str) -> None:
    with shipped(name) as project:
        panels = panels_of(project)
        frames = PanelFrames(panels, SIZE, project.tiles, paper=(255, 0, 255))
        before: NDArray[np.int16] | None = None
        for index in range(len(panels)):
            picture = read(frames, index).pixels[::4, ::4].astype(np.int16)
            assert picture.std() > 20
            assert not (picture == (255, 0, 255)).all(axis=2).any()
            if before is not None:
                assert (np.abs(picture - before).max(axis=2) > 16).any()
            before = picture


@pytest.mark.parametrize("name", NAMES)
def test_panels_are_named_timed_and_noted_and_shots_have_names(name: str) -> None:
    with shipped(name) as project:
        panels = panels_of(project)
        named = dict(project.document.graph.nodes["board"].parameters["shot_names"])
    assert len({panel.id for panel in panels}) == len(panels) >= 8
    assert all(panel.duration > panel.move >= 0 for panel in panels)
    assert all(panel.prompt and panel.notes and panel.label for panel in panels)
    assert any(panel.joint is JointMode.IN_BETWEEN and panel.move for panel in panels)
    assert any(panel.dialogue for panel in panels)
    assert len(named) == len(shots_of(panels)) in (2, 3)


def test_layers_keep_their_identity_from_panel_to_panel() -> None:
    for name in NAMES:
        with shipped(name) as project:
            layers = [{layer.id: layer.name for layer in one.layers} for one in panels_of(project)]
        shared = layers[0].items()
        assert all(shared <= other.items() for other in layers)


def test_limbs_are_on_layers_of_their_own_and_the_street_is_shared() -> None:
    with shipped("puddle_leap") as project:
        panels = panels_of(project)
    assert set(courier.LAYERS) <= {layer.name for layer in panels[0].layers}
    streets = [layer for panel in panels for layer in panel.layers if layer.name == "Street"]
    assert {layer.role for layer in streets} == {LayerRole.BACKGROUND}
    assert len({layer.tiles for layer in streets}) == 1
    rough = [layer for panel in panels for layer in panel.layers if layer.role is LayerRole.NOTES]
    assert any(layer.tiles for layer in rough)


def test_limbs_hang_together_and_turn_about_joints_that_both_reach() -> None:
    with shipped("puddle_leap") as project:
        wide = [panel for panel in panels_of(project) if is_painted(panel, "Bag")]
        assert len(wide) > 20
        for panel in wide:
            layers = {layer.name: layer for layer in panel.layers}
            for name, parent in courier.HANGS:
                limb = layers[name]
                assert limb.parent == layers[parent].id
                assert limb.pivot is not None
                for one in (limb, layers[parent]):
                    box = content_box(one, project.tiles)
                    assert box is not None
                    assert reaches(box, limb.pivot), (panel.label, name)


def is_painted(panel: Panel, name: str) -> bool:
    return any(layer.name == name and layer.tiles for layer in panel.layers)


def reaches(box: tuple[int, int, int, int], point: tuple[float, float]) -> bool:
    left, top, right, bottom = box
    room = 26
    return left - room < point[0] < right + room and top - room < point[1] < bottom + room


def test_what_a_turn_leaves_as_it_is_is_drawn_once() -> None:
    with shipped("teapot_turn") as project:
        turn = [panel for panel in panels_of(project) if panel.label.endswith("°")]
    assert len(turn) == 24
    for name, drawings in (("Pot", 1), ("Turntable", 1), ("Spout", 24), ("Label", 24)):
        tiles = {layer.tiles for panel in turn for layer in panel.layers if layer.name == name}
        assert len(tiles) == drawings


@pytest.mark.parametrize("name", NAMES)
def test_where_drawings_flow_into_each_other_they_are_alike_enough(name: str) -> None:
    with shipped(name) as project:
        panels = panels_of(project)
        frames = PanelFrames(panels, SIZE, project.tiles)
        flows = [at for at, one in enumerate(panels[:-1]) if one.joint is JointMode.IN_BETWEEN]
        assert flows
        for at in flows:
            assert prepare(read(frames, at), read(frames, at + 1), longest=480).confidence > 0.3


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_runs_without_a_warning(name: str, tmp_path: Path) -> None:
    warnings: list[str] = []

    def watch(event: Event) -> None:
        if isinstance(event, NodeWarned):
            warnings.append(event.message)

    with shipped(name) as project, ResultStore(tmp_path) as store:
        snapshot = project.snapshot().override({}, scale=0.5)
        results = Evaluator(store).run(snapshot, ["move"], watch)
        assert results.outcome is Outcome.DONE
        clip = results.values[FlatRef("move", "out")]
        assert isinstance(clip, Clip)
        assert len(clip) == sum(panel.duration for panel in panels_of(project))
        assert warnings == []
        assert project.reader.preview is not None


def test_the_leap_is_an_arc_that_rises_slows_and_falls() -> None:
    air = [beat.pose for beat in LEAP if beat.label in ("Rise", "Rise 2", "Apex", "Hang", "Fall")]
    heights = [pose.hip[1] for pose in air]
    assert all(after.hip[0] > before.hip[0] for before, after in pairwise(air))
    lowest = heights.index(min(heights))
    assert heights[: lowest + 1] == sorted(heights[: lowest + 1], reverse=True)
    assert heights[lowest:] == sorted(heights[lowest:])


def test_the_starters_are_small_enough_to_ship() -> None:
    sizes = [(TEMPLATES / f"{name}.loom").stat().st_size for name in NAMES]
    assert sum(sizes) < 7_000_000
    assert all((TEMPLATES / f"{name}.jpg").is_file() for name in NAMES)
