"""The layers of a panel as values: adding, ordering, merging. What a layer is stands in panels."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

import numpy as np
from msgspec.structs import replace

from pipelines.errors import MismatchError
from pipelines.painting.composite import PICTURE_ROLES, composite
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
    """The panel with a layer less; what hung on it hangs on what that hung on.

    The last one stays: raises MismatchError.
    """
    if len(panel.layers) == 1 and panel.layers[0].id == layer_id:
        raise MismatchError("A panel keeps one layer at least.", mend="Clear it instead.")
    gone = layer_of(panel, layer_id)
    kept = [
        replace(one, parent=gone.parent) if one.parent == layer_id else one
        for one in panel.layers
        if one is not gone
    ]
    return replace(panel, layers=tuple(kept))


def duplicated(panel: Panel, layer_id: str, copy_id: str, name: str) -> Panel:
    """The panel with a copy of a layer above it, another layer from now on."""
    layer = layer_of(panel, layer_id)
    return with_added(panel, replace(layer, id=copy_id, name=name), above=layer_id)


def part_id(layer_id: str, number: int) -> str:
    """The id of a part of a layer, the same in every panel."""
    return f"{layer_id}.part{number}"


def free_part(panel: Panel, layer_id: str) -> int:
    """The number of the next part of a layer of this panel; one without paint is free."""
    taken = {layer.id for layer in panel.layers if layer.tiles}
    return next(number for number in count(1) if part_id(layer_id, number) not in taken)


def cleared(panel: Panel, layer_id: str) -> Panel:
    """The panel with nothing painted on a layer."""
    return with_layer(panel, replace(layer_of(panel, layer_id), tiles=()))


def moved(panel: Panel, layer_id: str, place: int) -> Panel:
    """The panel with a layer at another place, counted from the lowest; beyond the ends, there."""
    layer = layer_of(panel, layer_id)
    rest = [one for one in panel.layers if one.id != layer_id]
    rest.insert(min(max(place, 0), len(rest)), layer)
    return replace(panel, layers=tuple(rest))


def merged_down(panel: Panel, layer_id: str, tiles: TileStore) -> Panel:
    """The panel with a layer painted into the one below, which keeps its name, blend mode and id.

    The opacity of both goes into the pixels. Raises MismatchError for the lowest layer, and where
    only one of the two is part of the picture.
    """
    place = place_of(panel, layer_id)
    if place == 0:
        raise MismatchError("There is no layer below this one.", mend="Move it up first.")
    lower, upper = panel.layers[place - 1], panel.layers[place]
    if lower.role is not upper.role and not {lower.role, upper.role} <= PICTURE_ROLES:
        raise MismatchError(
            "These layers are for different things, so they cannot be one.",
            mend="Give both the same use first.",
        )
    merged = _painted_onto(lower, upper, tiles)
    kept = without(panel, upper.id)
    return with_layer(kept, replace(merged, parent=layer_of(kept, lower.id).parent))


def merged_visible(panel: Panel, tiles: TileStore) -> Panel:
    """The panel with all drawings that show painted into the lowest of them.

    Other uses stay layers of their own. Raises MismatchError for fewer than two.
    """
    shown = [one for one in panel.layers if one.visible and one.role is LayerRole.DRAWING]
    if len(shown) < 2:
        raise MismatchError("Fewer than two drawings show.", mend="Show what is to be merged.")
    merged = shown[0]
    for upper in shown[1:]:
        merged = _painted_onto(merged, upper, tiles)
        panel = without(panel, upper.id)
    return with_layer(panel, replace(merged, parent=layer_of(panel, merged.id).parent))


def _painted_onto(lower: Layer, upper: Layer, tiles: TileStore) -> Layer:
    found = {(tile.x, tile.y) for layer in (lower, upper) for tile in layer.tiles}
    pieces = [_merged_tile(lower, upper, spot, tiles) for spot in sorted(found, key=_by_row)]
    return replace(lower, opacity=1.0, visible=True, tiles=tuple(p for p in pieces if p))


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
    below = next((tile.digest for tile in lower.tiles if (tile.x, tile.y) == spot), None)
    return Tile(*spot, tiles.put(picture.pixels.astype(np.uint8), over=below))


def _by_row(spot: Place) -> tuple[int, int]:
    return spot[1], spot[0]
