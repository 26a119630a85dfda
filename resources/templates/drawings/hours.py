"""The colours of a coast at an hour of the day."""

from __future__ import annotations

from dataclasses import dataclass, fields

from pipelines.painting.composite import RGB


@dataclass(frozen=True)
class Light:
    """The colours of an hour."""

    sky_top: RGB
    sky_high: RGB
    sky_low: RGB
    glow: RGB
    sun: RGB
    cloud: RGB
    cloud_shade: RGB
    far: RGB
    farther: RGB
    sea: RGB
    sea_deep: RGB
    glint: RGB
    grass: RGB
    grass_shade: RGB
    cliff: RGB
    cliff_shade: RGB
    white: RGB
    white_shade: RGB
    red: RGB
    red_shade: RGB
    pane: RGB
    hill: RGB
    hill_shade: RGB
    path: RGB
    pine: RGB
    pine_shade: RGB
    front: RGB
    front_light: RGB
    flower: RGB


AFTERNOON = Light(
    sky_top=(126, 186, 204),
    sky_high=(172, 210, 208),
    sky_low=(236, 226, 190),
    glow=(252, 214, 156),
    sun=(255, 246, 214),
    cloud=(255, 250, 236),
    cloud_shade=(232, 218, 206),
    far=(146, 176, 190),
    farther=(178, 200, 204),
    sea=(104, 164, 178),
    sea_deep=(78, 138, 160),
    glint=(255, 240, 200),
    grass=(156, 178, 98),
    grass_shade=(122, 150, 86),
    cliff=(222, 188, 140),
    cliff_shade=(176, 134, 108),
    white=(254, 248, 234),
    white_shade=(212, 208, 208),
    red=(216, 80, 60),
    red_shade=(168, 54, 56),
    pane=(120, 150, 166),
    hill=(112, 152, 86),
    hill_shade=(82, 124, 80),
    path=(230, 206, 158),
    pine=(62, 110, 84),
    pine_shade=(42, 82, 74),
    front=(38, 70, 66),
    front_light=(72, 110, 78),
    flower=(234, 110, 82),
)
EVENING = Light(
    sky_top=(52, 58, 104),
    sky_high=(100, 88, 138),
    sky_low=(206, 122, 130),
    glow=(250, 166, 112),
    sun=(255, 190, 124),
    cloud=(196, 120, 142),
    cloud_shade=(132, 92, 138),
    far=(98, 92, 136),
    farther=(128, 106, 146),
    sea=(84, 88, 134),
    sea_deep=(58, 66, 112),
    glint=(252, 184, 132),
    grass=(92, 98, 104),
    grass_shade=(68, 78, 94),
    cliff=(158, 112, 120),
    cliff_shade=(108, 80, 106),
    white=(228, 206, 208),
    white_shade=(150, 136, 164),
    red=(176, 64, 76),
    red_shade=(120, 46, 74),
    pane=(255, 226, 140),
    hill=(66, 84, 94),
    hill_shade=(50, 64, 84),
    path=(160, 132, 138),
    pine=(40, 60, 76),
    pine_shade=(30, 44, 66),
    front=(24, 30, 50),
    front_light=(42, 54, 72),
    flower=(150, 70, 92),
)


def at_hour(share: float) -> Light:
    """The light between afternoon (0) and evening (1)."""
    made: dict[str, RGB] = {}
    for field in fields(Light):
        a, b = getattr(AFTERNOON, field.name), getattr(EVENING, field.name)
        r, g, z = (round(p + (q - p) * share) for p, q in zip(a, b, strict=True))
        made[field.name] = (r, g, z)
    return Light(**made)


def mixed(one: RGB, other: RGB, share: float) -> RGB:
    """A colour between two others."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, other, strict=True))
    return r, g, b
