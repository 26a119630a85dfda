"""A drawing between two panels: where it comes to lie in time, and what it is made of.

Panels in, panels out; the pixels of moving layers are made elsewhere and handed in as tiles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from pipelines.errors import MismatchError
from pipelines.layer_motions import halves
from pipelines.painting.layers import fresh_id
from pipelines.panel_edits import place_of, with_joint
from pipelines.panels import Layer, LayerRole, Panel, Tile
from pipelines.shot_ids import shots_kept
from pipelines.timing import MOVING, move_length, timing_of
from pipelines.values import JointMode

PICTURE = ""
"""Stands among the ids of layers for the imported pictures."""
_STAYS = frozenset({LayerRole.NOTES, LayerRole.REFERENCE})
"""Roles that are for the eye of the person who draws: they do not move."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The frame `step` (1 .. `move`) of the move behind the panel at `place`."""

    place: int
    step: int
    move: int


def moment_at(panels: Sequence[Panel], frame: int) -> Moment:
    """The moment of a frame that is drawn between two panels. Raises MismatchError elsewhere."""
    found = place_of(panels, frame)
    if found is None:
        raise MismatchError("There is no panel here.", mend="Move the playhead into a move.")
    place, within = found
    panel = panels[place]
    is_last = place == len(panels) - 1
    move = move_length(timing_of(panel), last=is_last)
    step = within - (panel.duration - move) + 1
    if step < 1:
        raise MismatchError(
            "This frame shows a panel as it is drawn.",
            mend=_mend(panel, move=move, is_last=is_last),
        )
    if panel.joint is not JointMode.IN_BETWEEN:
        raise MismatchError(
            "A fade has nothing drawn between its panels.", mend="Set the joint to in-between."
        )
    return Moment(place, step, move)


def moving_layers(first: Panel, second: Panel) -> tuple[tuple[Layer, Layer], ...]:
    """The layers that are drawn differently in both panels, each as a pair, lowest first."""
    other = {layer.id: layer for layer in second.layers}
    return tuple(
        (layer, twin)
        for layer in first.layers
        if (twin := other.get(layer.id)) is not None and _moves(layer, twin)
    )


def pictures_move(first: Panel, second: Panel) -> bool:
    """Whether both panels were imported, from other pictures."""
    return bool(first.picture and second.picture) and first.picture != second.picture


def drawn_between(
    first: Panel,
    second: Panel,
    progress: float,
    name: str,
    *,
    made: Mapping[str, tuple[Tile, ...]],
) -> Panel:
    """The panel at `progress` (0..1) between two: `made` has the tiles of layers that move, by id.

    Every other layer is that of the nearer panel, and so is an imported picture, unless `made` has
    it as PICTURE: it is the lowest layer then.
    """
    near = first if progress < 0.5 else second
    other = {layer.id: layer for layer in second.layers}
    layers: list[Layer] = []
    if PICTURE in made:
        taken = {layer.id for layer in (*first.layers, *second.layers)}
        layers.append(Layer(id=fresh_id(taken, "picture"), tiles=made[PICTURE]))
    for layer in first.layers:
        twin = other.pop(layer.id, None)
        if layer.id in made and twin is not None:
            opacity = layer.opacity + (twin.opacity - layer.opacity) * progress
            layers.append(replace(layer, tiles=made[layer.id], opacity=opacity))
        elif twin is not None:
            layers.append(layer if near is first else twin)
        elif near is first:
            layers.append(layer)
    if near is second:
        layers += other.values()
    picture = "" if PICTURE in made else near.picture
    return Panel(id=name, layers=tuple(layers), picture=picture, prompt=first.prompt)


def inserted(
    panels: Sequence[Panel], moment: Moment, between: Panel, *, progress: float
) -> tuple[Panel, ...]:
    """The panels with one put in at its moment; the film keeps its length.

    The panel before moves into it for the frames that came before, and it moves on to the next for
    those that come after. What a hand has set of the motion is shared out to both at `progress`.
    """
    before, after_it = panels[moment.place : moment.place + 2]
    shared = [
        halves(motion, progress, between.id)
        for motion in before.motions
        if motion.onto == after_it.id
    ]
    before = replace(before, motions=tuple(first for first, _ in shared))
    between = replace(between, motions=tuple(second for _, second in shared))
    held = before.duration - moment.move
    mode = JointMode.IN_BETWEEN
    first = with_joint(replace(before, duration=held + moment.step - 1), mode, moment.step - 1)
    left = moment.move - moment.step
    made = with_joint(replace(between, duration=left + 1), mode, left)
    after = (*panels[: moment.place], first, made, *panels[moment.place + 1 :])
    return shots_kept(panels, after)


def _moves(layer: Layer, twin: Layer) -> bool:
    same_role = layer.role is twin.role and layer.role not in _STAYS
    drawn = bool(layer.tiles and twin.tiles and layer.visible and twin.visible)
    return same_role and drawn and layer.tiles != twin.tiles


def _mend(panel: Panel, *, move: int, is_last: bool) -> str:
    if is_last:
        return "After the last panel nothing moves: choose a frame before it."
    if move:
        return "Move the playhead into the frames of the move."
    if panel.joint in MOVING:
        return "Give the move a length first."
    return "Set the joint to in-between first."
