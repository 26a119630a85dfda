"""The ways of a layer that a hand can set: to the next panel, and from the one before."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.layer_motions import motion_of, next_key, without_motion
from pipelines.panels import Layer, LayerMotion, Panel
from widgets.paper.board import Board
from widgets.paper.hand import Hand
from widgets.words import tr


@dataclass(frozen=True, slots=True)
class MotionWay:
    """A layer of a panel, and the drawing that it moves to. The motion is kept in `panel`."""

    panel: Panel
    onto: str
    layer: Layer
    key: Layer
    motion: LayerMotion | None
    """What a hand has set of it."""
    comes: bool
    """It ends at the panel in hand, and does not begin there."""


def way_of(board: Board, *, comes: bool) -> MotionWay | None:
    """The way of the layer in hand to the next panel, or (`comes`) from the one before."""
    panels, layer = board.panels, board.layer
    place = board.place - 1 if comes else board.place
    if layer is None or place < 0:
        return None
    panel = panels[place]
    moved = next((one for one in panel.layers if one.id == layer.id), None)
    key = next_key(panels, place, layer.id)
    if moved is None or key is None or not moved.tiles:
        return None
    motion = motion_of(panels, place, layer.id)
    return MotionWay(panel, panels[place + 1].id, moved, key, motion, comes)


def way_in_hand(board: Board, hand: Hand) -> MotionWay | None:
    """The way that the hand is at, or the only one there is."""
    return way_of(board, comes=hand.sets_coming) or way_of(board, comes=not hand.sets_coming)


def forget_motion(board: Board, hand: Hand) -> None:
    """Nothing is set by hand any more of the way that is in hand."""
    way = way_in_hand(board, hand)
    if way is not None and way.motion is not None:
        name = tr("Forget the motion of “{layer}”", layer=way.layer.name or way.layer.id)
        board.put(without_motion(way.panel, way.layer.id, way.onto), name)
