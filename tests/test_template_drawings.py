"""The drawings of the starter projects: whole, timed, and layered for in-betweening."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple, Protocol, cast

import numpy as np
import pytest

from pipelines.frames import read
from pipelines.painting.composite import composite
from pipelines.painting.panel_frames import PanelFrames
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import LayerRole, Panel
from pipelines.values import JointMode

NAMES = ("character_turn", "bouncing_ball", "camera_push")


class Drawings(Protocol):
    """What each module of drawings offers."""

    WIDTH: int
    HEIGHT: int
    FPS: int
    draw: Callable[[MemoryTiles], tuple[Panel, ...]]


class Board(NamedTuple):
    size: tuple[int, int]
    tiles: MemoryTiles
    panels: tuple[Panel, ...]


@cache
def board(name: str) -> Board:
    module = cast(Drawings, import_module(f"resources.templates.drawings.{name}"))
    tiles = MemoryTiles()
    return Board((module.WIDTH, module.HEIGHT), tiles, module.draw(tiles))


@pytest.mark.parametrize("name", NAMES)
def test_every_panel_is_a_full_picture_unlike_its_neighbours(name: str) -> None:
    size, tiles, panels = board(name)
    frames = PanelFrames(panels, size, tiles, paper=(255, 0, 255))
    pictures = [read(frames, index).pixels for index in range(len(panels))]
    for picture in pictures:
        assert picture.std() > 20
        assert not (picture == (255, 0, 255)).all(axis=2).any()
    for before, after in pairwise(pictures):
        changed = (np.abs(before.astype(int) - after).max(axis=2) > 24).mean()
        assert changed > 0.004
    assert len({frames.key(index) for index in range(len(panels))}) == len(panels)


@pytest.mark.parametrize("name", NAMES)
def test_panels_are_named_timed_and_noted(name: str) -> None:
    panels = board(name).panels
    assert len({panel.id for panel in panels}) == len(panels) >= 7
    assert all(panel.duration >= panel.move >= 0 and panel.duration > 0 for panel in panels)
    assert all(panel.prompt and panel.notes and panel.label for panel in panels)
    assert any(panel.joint is JointMode.IN_BETWEEN and panel.move for panel in panels)
    assert any(panel.duration > panel.move for panel in panels)


@pytest.mark.parametrize("name", NAMES)
def test_a_shot_begins_at_the_start_and_after_every_cut(name: str) -> None:
    panels = board(name).panels
    begins = [True, *(panel.joint is JointMode.CUT for panel in panels[:-1])]
    assert [bool(panel.shot) for panel in panels] == begins
    shots = [panel.shot for panel in panels if panel.shot]
    assert len(set(shots)) == len(shots)


def test_the_camera_push_has_two_shots() -> None:
    assert sum(bool(panel.shot) for panel in board("camera_push").panels) == 2


def test_layers_keep_their_identity_from_panel_to_panel() -> None:
    turns = [[layer.id for layer in panel.layers] for panel in board("character_turn").panels]
    assert all(ids == turns[0] for ids in turns)
    assert {"body", "head", "hair", "eyes"} <= set(turns[0])


@pytest.mark.parametrize("name", NAMES)
def test_layers_hold_no_tiles_outside_the_panel(name: str) -> None:
    size, _, panels = board(name)
    tiles = [tile for panel in panels for layer in panel.layers for tile in layer.tiles]
    assert all(0 <= tile.x * 256 < size[0] and 0 <= tile.y * 256 < size[1] for tile in tiles)


def test_the_animators_notes_stay_out_of_the_picture() -> None:
    size, tiles, panels = board("bouncing_ball")
    notes = [layer for layer in panels[0].layers if layer.role is LayerRole.NOTES]
    assert notes
    others = [layer for layer in panels[0].layers if layer.role is not LayerRole.NOTES]
    with_notes = composite(panels[0].layers, size, tiles).pixels
    assert (with_notes == composite(others, size, tiles).pixels).all()


def test_drawing_twice_gives_the_same_tiles() -> None:
    from resources.templates.drawings import bouncing_ball

    assert bouncing_ball.draw(MemoryTiles()) == board("bouncing_ball").panels


def test_the_ball_follows_its_arcs_and_keeps_its_area() -> None:
    size, tiles, panels = board("bouncing_ball")
    areas: list[float] = []
    centres: list[tuple[float, float]] = []
    for panel in panels:
        ball = [layer for layer in panel.layers if layer.id == "ball"]
        alpha = composite(ball, size, tiles).pixels[..., 3].astype(float) / 255
        rows, columns = np.indices(alpha.shape)
        areas.append(alpha.sum())
        centres.append(((alpha * columns).sum() / areas[-1], (alpha * rows).sum() / areas[-1]))
    assert max(areas) / min(areas) < 1.08
    assert all(after[0] > before[0] for before, after in pairwise(centres))
    apexes = [
        index
        for index in range(1, len(centres) - 1)
        if centres[index][1] < min(centres[index - 1][1], centres[index + 1][1])
    ]
    assert [centres[index][1] for index in apexes] == sorted(centres[index][1] for index in apexes)
    assert len(apexes) == 2
