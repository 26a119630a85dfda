"""What the courier wears, and how a form of one cloth is drawn."""

from __future__ import annotations

from typing import NamedTuple

from pipelines.painting.composite import RGB
from resources.templates.artist import Artist
from resources.templates.drawings.line import Outline
from resources.templates.drawings.shapes import shifted, without


class Cloth(NamedTuple):
    """A colour in light and in shade."""

    light: RGB
    shade: RGB


JACKET = Cloth((240, 182, 48), (206, 134, 38))
TROUSERS = Cloth((62, 78, 118), (42, 52, 88))
BOOTS = Cloth((158, 70, 54), (112, 46, 44))
SCARF = Cloth((214, 62, 54), (164, 38, 48))
CAP = Cloth((48, 112, 116), (32, 80, 90))
BAG = Cloth((150, 96, 58), (110, 66, 46))
SKIN = Cloth((245, 202, 168), (222, 158, 126))
HAIR = Cloth((86, 54, 52), (60, 36, 42))
PARCEL = Cloth((222, 182, 132), (182, 136, 90))
WHITE: RGB = (255, 252, 246)


def clothed(
    artist: Artist, outline: Outline, cloth: Cloth, *, shaded: bool, width: float = 5
) -> None:
    """A form with its flat colour, its shade and its contour."""
    artist.tone(outline, cloth.shade if shaded else cloth.light)
    if not shaded:
        dark = without(outline, shifted(outline, (-7, -5)))
        if len(dark):
            artist.tone(dark, cloth.shade)
    artist.contour(outline, width=width)
