"""What a hand-drawn panel is made of: layers of named tiles. Values only; painting is elsewhere."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from pipelines.plain_defaults import PlainDefaults
from pipelines.values import JointMode

TILE = 256
"""Side of a tile in pixels."""


class BlendMode(StrEnum):
    """How a layer's colours meet those below (W3C Compositing and Blending, level 1)."""

    NORMAL = "normal"
    MULTIPLY = "multiply"
    SCREEN = "screen"
    OVERLAY = "overlay"
    DARKEN = "darken"
    LIGHTEN = "lighten"
    ADD = "add"


class LayerRole(StrEnum):
    """What a layer is for."""

    DRAWING = "drawing"
    BACKGROUND = "background"
    REFERENCE = "reference"
    MASK = "mask"
    CONTROL = "control"
    NOTES = "notes"


Pose = tuple[float, float, float, float, float, float]
"""A transform of the canvas as (a, b, c, d, e, f): (x, y) goes to (ax + cy + e, bx + dy + f)."""

AT_REST: Pose = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Tile(msgspec.Struct, frozen=True, array_like=True):
    """Where a tile lies (in tiles, may be negative) and the digest of its pixels.

    Pixels are (256, 256, 4) uint8 RGBA with straight alpha. An absent tile is transparent.
    """

    x: int
    y: int
    digest: str


class Layer(PlainDefaults, frozen=True, kw_only=True, omit_defaults=True):
    """One sheet of a panel. Its id stays the same across duplicated panels.

    `tiles` are sorted by (y, x), one for each place. `pose` is where a hand has moved the whole
    layer since it was drawn, so that its motion from panel to panel is the pose here after the
    inverse of the pose there. `pivot` is the canvas point that it turns about, None for its
    middle; `parent` the layer whose moves it follows, empty for none. `colour` tags it (#rrggbb).
    """

    id: str
    name: str = ""
    role: LayerRole = LayerRole.DRAWING
    opacity: float = 1.0
    blend: BlendMode = BlendMode.NORMAL
    visible: bool = True
    locked: bool = False
    alpha_locked: bool = False
    """Paint goes only where there is paint."""
    colour: str = ""
    pivot: tuple[float, float] | None = None
    parent: str = ""
    pose: Pose = AT_REST
    tiles: tuple[Tile, ...] = ()


class LayerMotion(PlainDefaults, frozen=True, kw_only=True, omit_defaults=True):
    """How a layer of a panel comes to lie on its drawing in the next one, as a hand has set it.

    All of the layer is scaled and turned (degrees, clockwise) about `pivot`, and then moved;
    canvas pixels. It holds on the way to the panel `onto`, and is kept while another is the next.
    """

    layer: str
    onto: str
    pivot: tuple[float, float]
    move: tuple[float, float] = (0.0, 0.0)
    turn: float = 0.0
    scale: float = 1.0


class Underlay(PlainDefaults, frozen=True, kw_only=True, omit_defaults=True):
    """A frame of a clip that lies under the paper's drawing, for the hand alone: never in the film.

    `path` is that of a node ("group/node"), an empty `output` its first with a picture. `frame` is
    one of the clip, or None for the one at the panel's own time.
    """

    path: str
    output: str = ""
    frame: int | None = None
    opacity: float = 0.5


class Panel(PlainDefaults, frozen=True, kw_only=True, omit_defaults=True):
    """One panel: its drawing, how long it lasts and how it becomes the next.

    `layers` are in painting order, lowest first, over `picture`, an imported file (a path, relative
    to the project's folder where it lies within it). `duration` and `move` are frames: `move` of
    the panel's last frames are the move to the next panel, the rest holds.
    """

    id: str
    layers: tuple[Layer, ...] = ()
    picture: str = ""
    duration: int = 12
    joint: JointMode = JointMode.CUT
    move: int = 0
    prompt: str = ""
    notes: str = ""
    dialogue: str = ""
    label: str = ""
    shot: str = ""
    """Id of the shot that begins here; kept by the first panel after a cut."""
    motions: tuple[LayerMotion, ...] = ()
    """What a hand has set of the way to the next panel, at most once a layer and panel."""
    underlay: Underlay | None = None


def with_tiles(layer: Layer, changes: dict[tuple[int, int], str | None]) -> Layer:
    """The layer with the tiles at (x, y) replaced, or removed where the digest is None."""
    tiles = {(tile.x, tile.y): tile for tile in layer.tiles}
    for (x, y), digest in changes.items():
        if digest is None:
            tiles.pop((x, y), None)
        else:
            tiles[x, y] = Tile(x, y, digest)
    ordered = sorted(tiles.values(), key=lambda tile: (tile.y, tile.x))
    return msgspec.structs.replace(layer, tiles=tuple(ordered))
