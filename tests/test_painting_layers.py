"""Layers of a panel: order, adding, removing and merging."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from pipelines.errors import MismatchError
from pipelines.painting.canvas import Canvas
from pipelines.painting.composite import WHITE, composite
from pipelines.painting.layers import (
    cleared,
    duplicated,
    fresh_id,
    layer_of,
    merged_down,
    merged_visible,
    moved,
    with_added,
    with_layer,
    without,
)
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import BlendMode, Layer, LayerRole, Panel

SIZE = (300, 200)


def painted(tiles: MemoryTiles, layer: Layer, x: float) -> Layer:
    canvas = Canvas(tiles, layer)
    canvas.ellipse((x, 100), (70, 60), (30, 90, 220), opacity=0.8)
    canvas.commit()
    return canvas.layer


def panel() -> Panel:
    return Panel(id="p", layers=tuple(Layer(id=name) for name in "abc"))


def ids(found: Panel) -> str:
    return "".join(layer.id for layer in found.layers)


def test_layers_are_added_moved_and_removed() -> None:
    assert ids(with_added(panel(), Layer(id="d"))) == "abcd"
    assert ids(with_added(panel(), Layer(id="d"), above="a")) == "adbc"
    assert ids(moved(panel(), "a", 2)) == "bca"
    assert ids(moved(panel(), "c", -5)) == "cab"
    assert ids(without(panel(), "b")) == "ac"
    named = with_layer(panel(), Layer(id="b", name="Ink"))
    assert layer_of(named, "b").name == "Ink" and ids(named) == "abc"


def test_the_last_layer_stays_and_unknown_ones_are_told() -> None:
    with pytest.raises(MismatchError):
        without(Panel(id="p", layers=(Layer(id="a"),)), "a")
    with pytest.raises(MismatchError):
        moved(panel(), "x", 0)
    with pytest.raises(MismatchError):
        merged_down(panel(), "a", MemoryTiles())


def test_a_fresh_id_is_free() -> None:
    assert fresh_id(["layer1", "layer3"], "layer") == "layer2"


@pytest.mark.parametrize("blend", [BlendMode.NORMAL, BlendMode.SCREEN])
def test_merging_keeps_the_picture(blend: BlendMode) -> None:
    tiles = MemoryTiles()
    lower = painted(tiles, Layer(id="a", opacity=0.6), 100)
    upper = painted(tiles, Layer(id="b", opacity=0.7, blend=blend), 180)
    before = Panel(id="p", layers=(lower, upper))
    after = merged_down(before, "b", tiles)
    assert ids(after) == "a" and after.layers[0].opacity == 1
    # Over bare paper, which the merged layer cannot know, only normal layers look the same.
    paper = WHITE if blend is BlendMode.NORMAL else None
    pictures = [composite(one.layers, SIZE, tiles, paper=paper) for one in (before, after)]
    apart = np.abs(pictures[0].pixels.astype(int) - pictures[1].pixels)
    assert apart[..., -1].max() <= 2 and apart.max() <= 4


def test_a_hidden_layer_leaves_nothing_when_it_is_merged() -> None:
    tiles = MemoryTiles()
    lower, upper = painted(tiles, Layer(id="a"), 100), painted(tiles, Layer(id="b"), 180)
    hidden = Panel(id="p", layers=(lower, replace(upper, visible=False)))
    assert merged_down(hidden, "b", tiles).layers == (lower,)


def test_a_copy_lies_above_its_layer_and_is_another() -> None:
    made = duplicated(panel(), "b", "z", "Copy")
    assert ids(made) == "abzc" and layer_of(made, "z").name == "Copy"


def test_a_cleared_layer_keeps_all_but_its_paint() -> None:
    tiles = MemoryTiles()
    layer = painted(tiles, Layer(id="a", name="Ink", opacity=0.5), 100)
    made = cleared(Panel(id="p", layers=(layer,)), "a")
    assert made.layers == (Layer(id="a", name="Ink", opacity=0.5),)


def test_what_hung_on_a_deleted_layer_hangs_on_what_that_hung_on() -> None:
    made = panel()
    made = replace(
        made,
        layers=(
            made.layers[0],
            replace(made.layers[1], parent="a"),
            replace(made.layers[2], parent="b"),
        ),
    )
    assert layer_of(without(made, "b"), "c").parent == "a"
    assert layer_of(without(without(made, "b"), "a"), "c").parent == ""


@pytest.mark.parametrize("role", [LayerRole.MASK, LayerRole.NOTES])
def test_a_layer_beside_the_picture_is_not_merged_into_it(role: LayerRole) -> None:
    made = Panel(id="p", layers=(Layer(id="a"), Layer(id="b", role=role)))
    with pytest.raises(MismatchError, match="different things"):
        merged_down(made, "b", MemoryTiles())


def test_a_drawing_is_merged_into_a_background_and_a_mask_into_a_mask() -> None:
    for lower, upper in ((LayerRole.BACKGROUND, LayerRole.DRAWING), (LayerRole.MASK,) * 2):
        made = Panel(id="p", layers=(Layer(id="a", role=lower), Layer(id="b", role=upper)))
        assert ids(merged_down(made, "b", MemoryTiles())) == "a"


def test_visible_drawings_become_one_and_the_rest_stays() -> None:
    tiles = MemoryTiles()
    layers = (
        Layer(id="ground", role=LayerRole.BACKGROUND),
        painted(tiles, Layer(id="a"), 80),
        painted(tiles, Layer(id="hidden", visible=False), 120),
        painted(tiles, Layer(id="b", opacity=0.5), 160),
        Layer(id="mask", role=LayerRole.MASK),
        painted(tiles, Layer(id="c", parent="b"), 220),
    )
    before = Panel(id="p", layers=layers)
    made = merged_visible(before, tiles)
    assert [layer.id for layer in made.layers] == ["ground", "a", "hidden", "mask"]
    one, other = (
        composite(found.layers, SIZE, tiles, paper=WHITE).pixels.astype(int)
        for found in (before, made)
    )
    assert np.abs(one - other).max() <= 1


def test_one_visible_drawing_is_not_merged() -> None:
    with pytest.raises(MismatchError, match="Fewer than two"):
        merged_visible(Panel(id="p", layers=(Layer(id="a"),)), MemoryTiles())
