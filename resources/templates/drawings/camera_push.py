"""The camera pushes into a valley at dusk; then, closer, a light goes on in a window.

Each plane has its depth: the nearer, the faster it grows and leaves the frame.
"""

from __future__ import annotations

from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import BlendMode, Layer, LayerRole, Panel
from pipelines.values import JointMode
from resources.templates.drawings import cottage_window, valley
from resources.templates.drawings.inking import HEIGHT, WIDTH, drawn, sheet, zoomed

FPS = 24
__all__ = ["FPS", "HEIGHT", "WIDTH", "draw"]

_FOCUS = (386.0, 196.0)
"""The cottage: the point that the camera makes for."""

_TRAVEL = (0.0, 0.6, 1.3, 2.1, 3.0)
_MOUNTAINS_AWAY, _VALLEY_AWAY, _FRONT_AWAY = 40.0, 12.0, 9.0


def draw(tiles: MemoryTiles) -> tuple[Panel, ...]:
    """Five panels of the push, a cut, four panels at the window."""
    return (*_push(tiles), *_window(tiles))


def _push(tiles: MemoryTiles) -> list[Panel]:
    prompt = "A cottage in a mountain valley at dusk, ink and flat tones, slow camera push in"
    notes = ("Wide. Hold, then ease in.", "Push", "Push, the branch leaves", "Push", "Hold on door")
    last = len(_TRAVEL) - 1
    background = sheet("sky", "Sky", role=LayerRole.BACKGROUND)
    sky = drawn(tiles, background, valley.sky)
    return [
        Panel(
            id=f"push-{index + 1}",
            layers=(sky, *_planes(tiles, travel)),
            duration=22 if index in (0, last) else 14,
            joint=JointMode.CUT if index == last else JointMode.IN_BETWEEN,
            move=0 if index == last else 14,
            prompt=prompt,
            notes=notes[index],
            label=f"1{'ABCDE'[index]}",
            shot="shot-valley" if index == 0 else "",
        )
        for index, travel in enumerate(_TRAVEL)
    ]


def _planes(tiles: MemoryTiles, travel: float) -> tuple[Layer, ...]:
    """Mountains, valley and foreground after the camera has gone `travel` forward."""
    far, middle, front = (
        zoomed(_FOCUS, away / (away - travel))
        for away in (_MOUNTAINS_AWAY, _VALLEY_AWAY, _FRONT_AWAY)
    )
    return (
        drawn(tiles, sheet("mountains", "Mountains"), valley.mountains, view=far),
        drawn(tiles, sheet("valley", "Valley and cottage"), valley.midground, view=middle),
        drawn(tiles, sheet("foreground", "Foreground"), valley.foreground, view=front),
    )


def _window(tiles: MemoryTiles) -> list[Panel]:
    background = sheet("wall", "Cottage wall", role=LayerRole.BACKGROUND)
    wall = drawn(tiles, background, cottage_window.close_wall)
    frame = drawn(tiles, sheet("window", "Window frame"), cottage_window.frame)
    dark = drawn(tiles, sheet("room", "Room"), lambda pen: cottage_window.room(pen, lit=False))
    lit = drawn(tiles, sheet("room", "Room"), lambda pen: cottage_window.room(pen, lit=True))
    light = sheet("glow", "Glow", blend=BlendMode.SCREEN, opacity=0.85)
    glow = drawn(tiles, light, cottage_window.glow)
    cats = [
        drawn(tiles, sheet("cat", "Cat"), lambda pen, pose=pose: cottage_window.cat(pen, pose))
        for pose in (0.0, 1.0)
    ]
    prompt = "A cottage window at dusk, a warm light goes on, a cat sits on the sill, ink drawing"
    stages = (
        ((wall, dark, frame), 20, JointMode.FADE, 5, "Close. Dark."),
        ((wall, lit, frame, glow), 14, JointMode.FADE, 6, "Light goes on"),
        ((wall, lit, cats[0], frame, glow), 20, JointMode.IN_BETWEEN, 10, "The cat was there"),
        ((wall, lit, cats[1], frame, glow), 26, JointMode.HOLD, 0, "It looks at us"),
    )
    return [
        Panel(
            id=f"window-{index + 1}",
            layers=layers,
            duration=duration,
            joint=joint,
            move=move,
            prompt=prompt,
            notes=notes,
            label=f"2{'ABCD'[index]}",
            shot="shot-window" if index == 0 else "",
        )
        for index, (layers, duration, joint, move, notes) in enumerate(stages)
    ]
