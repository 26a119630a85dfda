"""A girl hears something, turns to look, and turns back smiling: eight keys on separate layers."""

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
    (Pose(0, 0, 0, 1.0, 0.0, 0.3), 16, 5, "Front, at ease"),
    (Pose(-9, -3, 5, 0.12, 0.0, 0.2, -0.3, -0.2), 6, 5, "Anticipation: dips and blinks"),
    (Pose(24, 3, 3, 0.75, 0.5, 0.1, 0.4, 0.9), 5, 5, "Eyes lead, hair drags"),
    (Pose(46, 3, 0, 1.0, 0.5, 0.0, 0.9, 0.5), 5, 5, "Three-quarter"),
    (Pose(84, 0, -2, 1.08, 0.4, 0.1, 1.0, -0.3), 20, 6, "Profile. Holds, listens"),
    (Pose(48, -2, 2, 0.5, -0.3, 0.4, 0.3, -0.7), 5, 5, "Back, eyes lead"),
    (Pose(24, -3, 3, 0.8, -0.2, 0.6, 0.3, -0.7), 5, 5, "Three-quarter, softens"),
    (Pose(2, -4, 0, 1.0, 0.0, 1.0, 0.8, 0.3), 26, 0, "Front, smiles"),
)


def draw(tiles: MemoryTiles) -> tuple[Panel, ...]:
    """The panels; the backdrop is shared by all of them."""
    backdrop = drawn(tiles, sheet("backdrop", "Backdrop", role=LayerRole.BACKGROUND), _backdrop)
    return tuple(_panel(tiles, index, backdrop) for index in range(len(_KEYS)))


def _panel(tiles: MemoryTiles, index: int, backdrop: Layer) -> Panel:
    pose, frames, move, notes = _KEYS[index]
    last = index == len(_KEYS) - 1
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
        id=f"turn-{index + 1}",
        layers=(backdrop, *layers),
        duration=frames,
        joint=JointMode.HOLD if last else JointMode.IN_BETWEEN,
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
    if index in (0, 4, 7):
        return
    way = -1 if index in (1, 5, 6) else 1
    tip = (320.0 + way * 70, 28.0)
    pen.pencil([(320 - way * 70, 34), (320, 16), tip], width=3.4, pressure=0.9, colour=RED_PENCIL)
    for y in (16, 38):
        pen.pencil([(tip[0] - way * 14, y), tip], width=3.4, pressure=0.9, colour=RED_PENCIL)
