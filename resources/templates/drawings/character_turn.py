"""A girl hears something, turns to look, and turns back smiling: keys on separate layers."""

from __future__ import annotations

import numpy as np

from pipelines.painting.brush import AIRBRUSH
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import Layer, LayerRole, Panel
from pipelines.values import JointMode
from resources.templates.drawings import girl
from resources.templates.drawings.girl import Pose
from resources.templates.drawings.inking import (
    HEIGHT,
    RED_PENCIL,
    WIDTH,
    Pen,
    drawn,
    sheet,
    smooth,
    turned,
)

FPS = 24
__all__ = ["FPS", "HEIGHT", "WIDTH", "draw"]

_KEYS = (
    (Pose(0, 0, 0, 1.0, 0.0, 0.3), 16, 3, "Front, at ease"),
    (Pose(-4, -1.5, 2, 0.6, 0.0, 0.25, -0.15, -0.1), 2, 0, "Anticipates"),
    (Pose(-8, -3, 4, 0.12, 0.0, 0.2, -0.3, -0.15), 4, 2, "Blinks, dips"),
    (Pose(1, -1, 4, 0.12, 0.2, 0.15, -0.1, 0.1), 2, 0, "Starts, eyes still shut"),
    (Pose(12, 1.5, 3, 0.6, 0.45, 0.1, 0.2, 0.35), 2, 2, "Eyes lead"),
    (Pose(24, 3, 2, 0.85, 0.5, 0.1, 0.4, 0.5), 2, 2, "Hair drags"),
    (Pose(35, 3, 1, 0.95, 0.5, 0.05, 0.7, 0.5), 2, 2, "Turns"),
    (Pose(46, 3, 0, 1.0, 0.5, 0.0, 0.9, 0.4), 3, 3, "Three-quarter"),
    (Pose(58, 2, -1, 1.02, 0.45, 0.0, 0.95, 0.25), 2, 2, "Turns"),
    (Pose(70, 1, -2, 1.05, 0.4, 0.05, 1.0, 0.1), 3, 3, "Slows"),
    (Pose(78, 0.5, -2, 1.06, 0.4, 0.1, 1.0, 0.0), 2, 2, "Slows"),
    (Pose(84, 0, -2, 1.08, 0.4, 0.1, 1.0, -0.1), 22, 3, "Profile. Holds, listens"),
    (Pose(78, -0.5, -1, 0.9, 0.15, 0.2, 0.8, -0.2), 2, 2, "Turns back"),
    (Pose(68, -1, 0, 0.75, 0.0, 0.3, 0.6, -0.35), 2, 2, "Eyes lead"),
    (Pose(57, -1.5, 1, 0.65, -0.15, 0.35, 0.4, -0.45), 2, 2, "Hair drags"),
    (Pose(46, -2, 2, 0.65, -0.25, 0.4, 0.3, -0.5), 3, 3, "Three-quarter"),
    (Pose(35, -2.5, 3, 0.7, -0.25, 0.5, 0.3, -0.45), 2, 2, "Softens"),
    (Pose(24, -3, 3, 0.8, -0.2, 0.55, 0.3, -0.35), 2, 2, "Softens"),
    (Pose(13, -3.5, 2, 0.88, -0.1, 0.6, 0.5, -0.15), 3, 3, "Slows"),
    (Pose(6, -4, 1, 0.95, 0.0, 0.65, 0.7, 0.1), 3, 3, "Settles"),
    (Pose(2, -4, 0, 1.0, 0.0, 1.0, 0.8, 0.15), 26, 0, "Front, smiles"),
)


def draw(tiles: MemoryTiles) -> tuple[Panel, ...]:
    """The panels; the backdrop is shared by all of them."""
    backdrop = drawn(tiles, sheet("backdrop", "Backdrop", role=LayerRole.BACKGROUND), _backdrop)
    return tuple(_panel(tiles, index, backdrop) for index in range(len(_KEYS)))


def _panel(tiles: MemoryTiles, index: int, backdrop: Layer) -> Panel:
    pose, frames, move, notes = _KEYS[index]
    neck = (320.0, 158.0 + pose.dip)
    head = turned((neck[0] + pose.yaw * 0.12, neck[1]), pose.tilt)
    body = turned((320.0, 158.0 + pose.dip * 0.4), pose.tilt * 0.2)
    parts = (
        ("hair-back", "Hair behind", girl.hair_behind, head),
        ("body", "Body", girl.coat, body),
        ("head", "Head", girl.face, head),
        ("mouth", "Nose and mouth", girl.features, head),
        ("eyes", "Eyes", girl.eyes, head),
        ("hair", "Hair", girl.hair, head),
        ("scarf", "Scarf", girl.scarf, body),
    )
    layers = [
        drawn(tiles, sheet(id_, name), lambda pen, part=part: part(pen, pose), view=view)
        for id_, name, part, view in parts
    ]
    action = sheet("action", "Notes", role=LayerRole.NOTES)
    layers.append(drawn(tiles, action, lambda pen: _arrow(pen, index)))
    return Panel(
        id=f"turn-{index + 1:02d}",
        layers=(backdrop, *layers),
        duration=frames,
        joint=JointMode.IN_BETWEEN if move else JointMode.HOLD,
        move=move,
        prompt="A girl with a brown bob and a yellow scarf turns her head, ink and flat tones",
        notes=notes,
        label=str(index + 1),
        shot="shot-turn" if index == 0 else "",
    )


def _backdrop(pen: Pen) -> None:
    pen.tone([(-8, -8), (648, -8), (648, 368), (-8, 368)], (243, 233, 214))
    blob = smooth(
        [(130, 70), (240, 26), (400, 22), (520, 76), (560, 190), (520, 380), (120, 380), (92, 200)],
        closed=True,
    )
    pen.tone(blob, (196, 214, 206))
    pen.wash([(180, 300), (320, 320), (480, 300)], AIRBRUSH, (170, 194, 190), pressure=0.8)
    rng = np.random.Generator(np.random.PCG64(17))
    for index in range(34):
        x, y = 96 + index * 4 + rng.uniform(-2, 2), 330 - index * 7 + rng.uniform(-5, 5)
        long = rng.uniform(26, 46)
        line = [(x, y), (x + long * 0.5, y - long * 0.42), (x + long, y - long * 0.8)]
        pen.pencil(line, width=2.6, pressure=0.6, colour=(120, 150, 150))
    for index in range(24):
        x, y = 480 + index * 3.4 + rng.uniform(-2, 2), 350 - index * 8 + rng.uniform(-5, 5)
        line = [(x, y), (x + 16, y - 13), (x + 34, y - 27)]
        pen.pencil(line, width=2.6, pressure=0.6, colour=(120, 150, 150))


def _arrow(pen: Pen, index: int) -> None:
    """The animator's note: which way the head goes."""
    if index in (0, 11, len(_KEYS) - 1):
        return
    way = -1 if index < 3 or index > 11 else 1
    tip = (320.0 + way * 70, 28.0)
    pen.pencil([(320 - way * 70, 34), (320, 16), tip], width=3.4, pressure=0.9, colour=RED_PENCIL)
    for y in (16, 38):
        pen.pencil([(tip[0] - way * 14, y), tip], width=3.4, pressure=0.9, colour=RED_PENCIL)
