"""A stroke under way shows what it will leave behind, and leaves nothing when it is given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from pipelines.painting.brush import PRESETS
from pipelines.painting.canvas import Canvas
from pipelines.painting.coverage import Coverage
from pipelines.painting.live_stroke import LiveStroke, Patch
from pipelines.painting.stroke import Sample
from pipelines.painting.tiles import MemoryTiles, assemble
from pipelines.panels import Layer, with_tiles
from pipelines.values import Pixels8

RED = (200, 30, 30)
AREA = (-100, -100, 412, 412)
WAY = [Sample(-40 + 4 * step, 90 + 60 * np.sin(step / 9), (step % 25) / 25) for step in range(90)]


def painted(store: MemoryTiles) -> Layer:
    """A layer with some paint on it."""
    canvas = Canvas(store, Layer(id="a"))
    canvas.ellipse((150, 120), (120, 60), (20, 120, 60), opacity=0.7)
    canvas.commit()
    return canvas.layer


def shown(pixels: Pixels8, patches: Sequence[Patch]) -> None:
    """Copy patches to where they lie in AREA."""
    for x, y, patch in patches:
        height, width = patch.shape[:2]
        left, top = x - AREA[0], y - AREA[1]
        pixels[top : top + height, left : left + width] = patch


@pytest.mark.parametrize("name", PRESETS)
def test_what_is_shown_while_drawing_is_what_is_kept(name: str) -> None:
    store = MemoryTiles()
    layer = painted(store)
    brush = PRESETS[name]
    screen = assemble(layer, AREA, store).pixels.astype(np.uint8).copy()
    live = LiveStroke(store, layer, brush, RED)
    for first in range(0, len(WAY), 7):
        shown(screen, live.extend(WAY[first : first + 7]))
    patches, changes = live.finish()
    shown(screen, patches)
    after = with_tiles(layer, changes)
    assert (assemble(after, AREA, store).pixels == screen).all()
    canvas = Canvas(store, layer)
    canvas.stroke(WAY, brush, RED)
    canvas.commit()
    assert canvas.layer == after != layer


def test_a_stroke_that_is_given_up_leaves_the_layer_as_it_was() -> None:
    store = MemoryTiles()
    layer = painted(store)
    before = assemble(layer, AREA, store).pixels
    screen = before.astype(np.uint8).copy()
    live = LiveStroke(store, layer, PRESETS["Ink"], RED)
    shown(screen, live.extend(WAY))
    assert (screen != before).any()
    for x, y, patch in live.undone():
        room = screen[max(y - AREA[1], 0) :, max(x - AREA[0], 0) :][
            : patch.shape[0] + min(y - AREA[1], 0), : patch.shape[1] + min(x - AREA[0], 0)
        ]
        room[:] = patch[max(AREA[1] - y, 0) :, max(AREA[0] - x, 0) :][
            : room.shape[0], : room.shape[1]
        ]
    assert (screen == before).all()


def test_a_selection_holds_a_stroke_in() -> None:
    store = MemoryTiles()
    selection = Coverage()
    selection.fill([[(0, 0), (100, 0), (100, 200), (0, 200)]])
    live = LiveStroke(store, Layer(id="a"), PRESETS["Marker"], RED, selection=selection)
    live.extend(WAY)
    _, changes = live.finish()
    pixels = assemble(with_tiles(Layer(id="a"), changes), AREA, store).pixels
    columns = np.nonzero(pixels[..., 3].any(axis=0))[0] + AREA[0]
    assert columns.min() == 0 and columns.max() == 99


def test_paint_within_keeps_to_what_is_painted() -> None:
    store = MemoryTiles()
    layer = painted(store)
    live = LiveStroke(store, layer, replace(PRESETS["Marker"], size=60), RED, within=True)
    live.extend(WAY)
    _, changes = live.finish()
    before, after = (
        assemble(one, AREA, store).pixels for one in (layer, with_tiles(layer, changes))
    )
    assert (before[..., 3] == after[..., 3]).all()
    assert (before[..., 0] != after[..., 0]).any()
