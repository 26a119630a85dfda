"""A background that panels share: background layers of one id are one layer, wherever they lie."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from pipelines.painting.layers import fresh_id, layer_of, with_layer
from pipelines.panels import Layer, LayerRole, Panel


def background_of(panel: Panel, layer_id: str) -> Layer | None:
    """The background layer of that id, None where the panel has none."""
    for layer in panel.layers:
        if layer.id == layer_id and layer.role is LayerRole.BACKGROUND:
            return layer
    return None


def sharers(panels: Sequence[Panel], layer_id: str) -> tuple[str, ...]:
    """The panels that have this background, in order."""
    return tuple(panel.id for panel in panels if background_of(panel, layer_id) is not None)


def spread(panels: Sequence[Panel], changed: Panel) -> tuple[Panel, ...]:
    """A changed panel, and before it every other one that a change of its backgrounds changes.

    `panels` are as they were. A layer that only now becomes a background, or that is new here, is
    one with those of its id if it is equal to them; otherwise it gets an id of its own.
    """
    before = next((panel for panel in panels if panel.id == changed.id), None)
    others = {panel.id: panel for panel in panels if panel.id != changed.id}
    touched: dict[str, Panel] = {}
    for layer in changed.layers:
        was = background_of(before, layer.id) if before is not None else None
        if layer == was:
            continue
        if was is not None:
            for panel_id in sharers(list(others.values()), layer.id):
                others[panel_id] = touched[panel_id] = with_layer(others[panel_id], layer)
        elif layer.role is LayerRole.BACKGROUND:
            changed = _apart(changed, layer, list(others.values()))
    return (*touched.values(), changed)


def made_own(panels: Sequence[Panel], panel: Panel, layer_id: str) -> Panel:
    """The panel with a background that it shares with no other."""
    layer = layer_of(panel, layer_id)
    return _renamed(panel, layer, _free(panels, layer_id))


def shared_with(
    panels: Sequence[Panel], layer: Layer, chosen: Collection[str]
) -> tuple[Panel, ...]:
    """The chosen panels that have not got this background yet, with it, lowest of their layers.

    Where a panel has a layer of its id, that one becomes the background.
    """
    found: list[Panel] = []
    for panel in panels:
        if panel.id not in chosen or background_of(panel, layer.id) is not None:
            continue
        if any(one.id == layer.id for one in panel.layers):
            found.append(with_layer(panel, layer))
        else:
            found.append(replace(panel, layers=(layer, *panel.layers)))
    return tuple(found)


def told_apart(panels: Sequence[Panel]) -> tuple[Panel, ...]:
    """The panels with ids such that backgrounds of one id are equal: what differs gets another."""
    known: dict[str, Layer] = {}
    names: dict[Layer, str] = {}
    made = tuple(panels)
    for place, panel in enumerate(panels):
        for layer in panel.layers:
            if layer.role is not LayerRole.BACKGROUND:
                continue
            if known.setdefault(layer.id, layer) == layer:
                continue
            fresh = names.setdefault(layer, _free(made, layer.id))
            renamed = _renamed(made[place], layer, fresh)
            made = (*made[:place], renamed, *made[place + 1 :])
    return made


def _apart(panel: Panel, layer: Layer, others: Sequence[Panel]) -> Panel:
    found = (background_of(other, layer.id) for other in others)
    if any(one is not None and one != layer for one in found):
        return _renamed(panel, layer, _free([*others, panel], layer.id))
    return panel


def _free(panels: Sequence[Panel], stem: str) -> str:
    return fresh_id([layer.id for panel in panels for layer in panel.layers], f"{stem}_")


def _renamed(panel: Panel, layer: Layer, layer_id: str) -> Panel:
    layers = tuple(replace(one, id=layer_id) if one.id == layer.id else one for one in panel.layers)
    return replace(panel, layers=layers)
