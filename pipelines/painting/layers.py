"""The layers of a panel as values: adding, ordering, merging. What a layer is stands in panels."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from msgspec.structs import replace

from pipelines.errors import MismatchError
from pipelines.painting.composite import composite
from pipelines.painting.tiles import Place, TileStore
from pipelines.panels import TILE, BlendMode, Layer, LayerRole, Panel, Tile


def layer_of(panel: Panel, layer_id: str) -> Layer:
    """The layer of that id. Raises MismatchError."""
    return panel.layers[place_of(panel, layer_id)]


def place_of(panel: Panel, layer_id: str) -> int:
    """Where a layer lies, counted from the lowest. Raises MismatchError."""
    for place, layer in enumerate(panel.layers):
        if layer.id == layer_id:
            return place
    raise MismatchError(f"The panel has no layer “{layer_id}”.", mend="Choose another layer.")


def with_layer(panel: Panel, layer: Layer) -> Panel:
    """The panel with a layer replaced by another of its id."""
    place = place_of(panel, layer.id)
    return replace(panel, layers=(*panel.layers[:place], layer, *panel.layers[place + 1 :]))


def with_added(panel: Panel, layer: Layer, *, above: str = "") -> Panel:
    """The panel with another layer: above a layer, or on top."""
    place = place_of(panel, above) + 1 if above else len(panel.layers)
    return replace(panel, layers=(*panel.layers[:place], layer, *panel.layers[place:]))


def without(panel: Panel, layer_id: str) -> Panel:
    """The panel with a layer less. The last one stays: raises MismatchError."""
    if len(panel.layers) == 1 and panel.layers[0].id == layer_id:
        raise MismatchError("A panel keeps one layer at least.", mend="Clear it instead.")
    place = place_of(panel, layer_id)
    return replace(panel, layers=(*panel.layers[:place], *panel.layers[place + 1 :]))


def moved(panel: Panel, layer_id: str, place: int) -> Panel:
    """The panel with a layer at another place, counted from the lowest; beyond the ends, there."""
    layer = layer_of(panel, layer_id)
    rest = [one for one in panel.layers if one.id != layer_id]
    rest.insert(min(max(place, 0), len(rest)), layer)
    return replace(panel, layers=tuple(rest))


def merged_down(panel: Panel, layer_id: str, tiles: TileStore) -> Panel:
    """The panel with a layer painted into the one below, which keeps its name, blend mode and id.

    The opacity of both goes into the pixels. Raises MismatchError for the lowest layer.
    """
    place = place_of(panel, layer_id)
    if place == 0:
        raise MismatchError("There is no layer below this one.", mend="Move it up first.")
    lower, upper = panel.layers[place - 1], panel.layers[place]
    found = {(tile.x, tile.y) for layer in (lower, upper) for tile in layer.tiles}
    pieces = [_merged_tile(lower, upper, spot, tiles) for spot in sorted(found, key=_by_row)]
    merged = replace(lower, opacity=1.0, visible=True, tiles=tuple(p for p in pieces if p))
    kept = (*panel.layers[: place - 1], merged, *panel.layers[place + 1 :])
    return replace(panel, layers=kept)


def fresh_id(taken: Collection[str], stem: str) -> str:
    """An id that is free: the stem with the next number."""
    used = set(taken)
    number = 1
    while f"{stem}{number}" in used:
        number += 1
    return f"{stem}{number}"


def _merged_tile(lower: Layer, upper: Layer, spot: Place, tiles: TileStore) -> Tile | None:
    stack = [
        replace(
            layer,
            role=LayerRole.DRAWING,
            visible=True,
            blend=BlendMode.NORMAL if layer is lower else layer.blend,
            tiles=tuple(Tile(0, 0, t.digest) for t in layer.tiles if (t.x, t.y) == spot),
        )
        for layer in (lower, upper)
        if layer.visible
    ]
    picture = composite(stack, (TILE, TILE), tiles)
    if not picture.pixels[..., 3].any():
        return None
    return Tile(*spot, tiles.put(picture.pixels.astype(np.uint8)))


def _by_row(spot: Place) -> tuple[int, int]:
    return spot[1], spot[0]
