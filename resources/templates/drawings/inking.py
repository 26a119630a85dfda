"""A draughtsman's moves: tones, contours with weight, tapering strokes, hatching.

Everything is a pure function of its arguments; the hand's small unevenness comes from fixed seeds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.brush import INK, PENCIL, Brush
from pipelines.painting.canvas import Canvas, Point
from pipelines.painting.composite import RGB
from pipelines.painting.stroke import Sample, path
from pipelines.painting.tiles import TileStore
from pipelines.panels import TILE, BlendMode, Layer, LayerRole, with_tiles

Points = NDArray[np.float64]
"""(n, 2): x, y."""

WIDTH, HEIGHT = 640, 360
"""Of every panel, in pixels."""

INK_BLACK: RGB = (33, 31, 43)
RED_PENCIL: RGB = (205, 62, 52)
_LIGHT = np.array([-0.55, -0.83])
"""Where light comes from: contours are thin towards it and heavy away from it."""

_EVERY = 8
"""Of the points of a long path, each eighth is given to the brush, which curves through them."""


@dataclass(frozen=True)
class View:
    """Where a drawing's own coordinates lie on the canvas: p -> linear @ p + offset."""

    linear: tuple[tuple[float, float], tuple[float, float]] = ((1.0, 0.0), (0.0, 1.0))
    offset: Point = (0.0, 0.0)

    def __call__(self, points: Points) -> Points:
        return points @ np.array(self.linear).T + np.array(self.offset)

    @property
    def scale(self) -> float:
        """How much larger lengths become, on average."""
        return float(abs(np.linalg.det(np.array(self.linear)))) ** 0.5


def zoomed(centre: Point, scale: float, *, pan: Point = (0.0, 0.0)) -> View:
    """Everything larger about a point that stays in place, apart from `pan`."""
    x, y = centre
    return View(((scale, 0.0), (0.0, scale)), (x - scale * x + pan[0], y - scale * y + pan[1]))


def turned(centre: Point, degrees: float, *, scale: float = 1.0) -> View:
    """The origin at `centre`, rotated clockwise."""
    c, s = cos(radians(degrees)) * scale, sin(radians(degrees)) * scale
    return View(((c, -s), (s, c)), centre)


def drawn(
    tiles: TileStore,
    layer: Layer,
    paint: Callable[[Pen], None],
    *,
    view: View | None = None,
) -> Layer:
    """The layer with what `paint` draws on it."""
    canvas = Canvas(tiles, layer)
    paint(Pen(canvas, view or View()))
    canvas.commit()
    outside = [(tile.x, tile.y) for tile in canvas.layer.tiles if not _on_stage(tile.x, tile.y)]
    return with_tiles(canvas.layer, dict.fromkeys(outside))


def sheet(
    id_: str,
    name: str,
    *,
    role: LayerRole = LayerRole.DRAWING,
    blend: BlendMode = BlendMode.NORMAL,
    opacity: float = 1.0,
) -> Layer:
    """An empty layer."""
    return Layer(id=id_, name=name, role=role, blend=blend, opacity=opacity)


def smooth(points: Sequence[Point] | Points, *, closed: bool = False) -> Points:
    """A curve through points, which lie close together."""
    known = np.asarray(points, np.float64)
    last = len(known) - 1
    rows = np.concatenate([known[-1:], known, known[:2]]) if closed else known
    flat = np.column_stack([rows, np.zeros(len(rows))])
    if closed:
        return path(flat, 1, last + 2)[:-1, :2]
    return path(flat, 0, last)[:, :2]


class Pen:
    """Draws on one layer, in the drawing's own coordinates."""

    def __init__(self, canvas: Canvas, view: View) -> None:
        self._canvas = canvas
        self.view = view

    def through(self, view: View) -> Pen:
        """A pen for a drawing within this one."""
        outer = np.array(self.view.linear)
        linear = outer @ np.array(view.linear)
        offset = self.view(np.array([view.offset]))[0]
        rows = linear.tolist()
        inner = View((tuple(rows[0]), tuple(rows[1])), (float(offset[0]), float(offset[1])))
        return Pen(self._canvas, inner)

    def tone(
        self,
        outline: Sequence[Point] | Points,
        colour: RGB,
        *,
        opacity: float = 1.0,
        within: bool = False,
        erase: bool = False,
    ) -> None:
        """A flat tone inside an outline."""
        at = self.view(np.asarray(outline, np.float64))
        if _off_stage(at):
            return
        corners = [(float(x), float(y)) for x, y in at]
        self._canvas.polygon(corners, colour, opacity=opacity, within=within, erase=erase)

    def contour(
        self, outline: Points, *, width: float = 4.0, colour: RGB = INK_BLACK, within: bool = False
    ) -> None:
        """Ink around a closed outline, heavy away from the light."""
        at = self.view(_closed(outline))
        along = np.gradient(_settled(at), axis=0)
        normal = np.stack([along[:, 1], -along[:, 0]], axis=1)
        normal /= np.maximum(np.hypot(*normal.T), 1e-9)[:, None]
        turn = np.sign(_signed_area(at)) or 1.0
        weight = 0.62 - 0.38 * turn * (normal @ _LIGHT)
        self._draw(at, weight, self._nib(INK, width), colour, within=within)

    def ink(
        self,
        points: Sequence[Point] | Points,
        *,
        width: float = 3.5,
        taper: tuple[float, float] = (0.15, 0.1),
        colour: RGB = INK_BLACK,
        within: bool = False,
    ) -> None:
        """A tapering ink stroke through points; `taper` is the pressure at its ends."""
        at = self.view(smooth(points))
        self._draw(at, _swell(at, taper), self._nib(INK, width), colour, within=within)

    def pencil(
        self,
        points: Sequence[Point] | Points,
        *,
        width: float = 2.4,
        pressure: float = 0.7,
        colour: RGB = INK_BLACK,
        within: bool = False,
    ) -> None:
        """A pencil stroke through points."""
        at = self.view(smooth(points))
        weight = pressure * _swell(at, (0.4, 0.2))
        self._draw(at, weight, self._nib(PENCIL, width), colour, within=within)

    def wash(
        self,
        points: Sequence[Point] | Points,
        brush: Brush,
        colour: RGB,
        *,
        pressure: float = 1.0,
        within: bool = False,
    ) -> None:
        """A stroke of a wide brush."""
        at = self.view(smooth(points)) if len(points) > 1 else self.view(np.asarray(points))
        wide = replace(brush, size=brush.size * self.view.scale)
        self._draw(at, np.full(len(at), pressure), wide, colour, within=within)

    def hatch(
        self,
        outline: Sequence[Point] | Points,
        *,
        angle: float = -55.0,
        gap: float = 5.0,
        width: float = 1.7,
        colour: RGB = INK_BLACK,
        seed: int = 1,
        bow: float = 1.5,
        loose: float = 0.16,
    ) -> None:
        """Parallel ink strokes inside an outline, ends uneven as a hand leaves them."""
        rng = np.random.Generator(np.random.PCG64(seed))
        c, s = cos(radians(angle)), sin(radians(angle))
        flat = np.asarray(outline, np.float64) @ np.array([[c, -s], [s, c]])
        back = np.array([[c, s], [-s, c]])
        first = int(np.ceil(flat[:, 1].min() / gap))
        for row in range(first, int(flat[:, 1].max() // gap) + 1):
            y = row * gap + rng.uniform(-0.18, 0.18) * gap
            for start, end in _inside(flat, y):
                cut = (end - start) * loose
                a, b = start + rng.uniform(0, cut), end - rng.uniform(0, cut)
                if b - a < gap * 0.6:
                    continue
                line = np.array([[a, y], [(a + b) / 2, y + bow], [b, y + rng.uniform(-0.6, 0.6)]])
                self.ink(line @ back, width=width, taper=(0.75, 0.05), colour=colour)

    def _nib(self, brush: Brush, width: float) -> Brush:
        return replace(brush, size=width * max(self.view.scale, 0.2) ** 0.6)

    def _draw(
        self, at: Points, weight: NDArray[np.float64], brush: Brush, colour: RGB, *, within: bool
    ) -> None:
        if _off_stage(at):
            return
        line = at + _tremor(at)
        few = np.append(
            np.arange(0, len(line) - 1, max(1, min(len(line) // 14, _EVERY))), len(line) - 1
        )
        line, weight = line[few], weight[few]
        rows = zip(line[:, 0].tolist(), line[:, 1].tolist(), weight.tolist(), strict=True)
        self._canvas.stroke([Sample(*row) for row in rows], brush, colour, within=within)


def mixed(a: Sequence[Point] | Points, b: Sequence[Point] | Points, share: float) -> Points:
    """Points between two drawings of the same form."""
    start, end = np.asarray(a, np.float64), np.asarray(b, np.float64)
    return start + (end - start) * share


def ellipse(centre: Point, radii: Point, *, degrees: float = 0.0, count: int = 48) -> Points:
    """An ellipse as a closed outline, clockwise on the screen."""
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    flat = np.stack([radii[0] * np.cos(t), radii[1] * np.sin(t)], axis=1)
    return turned(centre, degrees)(flat)


def _off_stage(at: Points) -> bool:
    """Whether all of it lies well outside the panel."""
    (left, top), (right, bottom) = at.min(axis=0), at.max(axis=0)
    return bool(right < -60 or bottom < -60 or left > WIDTH + 60 or top > HEIGHT + 60)


def _on_stage(x: int, y: int) -> bool:
    return 0 <= x * TILE < WIDTH and 0 <= y * TILE < HEIGHT


def _closed(outline: Points) -> Points:
    return np.concatenate([outline, outline[:3]])


def _settled(at: Points) -> Points:
    """The path without its corners, for the direction of the pen."""
    wide = np.pad(at, ((3, 3), (0, 0)), mode="edge")
    return np.stack([wide[step : step + len(at)] for step in range(7)]).mean(axis=0)


def _signed_area(at: Points) -> float:
    x, y = at.T
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum())


def _swell(at: Points, taper: tuple[float, float]) -> NDArray[np.float64]:
    """Pressure along a stroke: in quickly, full before the middle, out slowly."""
    lengths = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(at, axis=0).T))))
    t = lengths / max(lengths[-1], 1e-9)
    rise = taper[0] + (1 - taper[0]) * np.sin(np.minimum(t / 0.4, 1) * np.pi / 2)
    fall = taper[1] + (1 - taper[1]) * np.sin(np.minimum((1 - t) / 0.55, 1) * np.pi / 2)
    return np.minimum(rise, fall)


def _tremor(at: Points) -> Points:
    """A third of a pixel of unevenness, slow along the path, none at the ends."""
    lengths = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(at, axis=0).T))))
    ends = np.minimum(np.minimum(lengths, lengths[-1] - lengths) / 20, 1)
    x = 0.33 * np.sin(lengths / 17 + 0.7) + 0.2 * np.sin(lengths / 7.3)
    y = 0.33 * np.sin(lengths / 19 + 2.1) + 0.2 * np.sin(lengths / 8.1 + 1)
    return np.stack([x, y], axis=1) * ends[:, None]


def _inside(outline: Points, y: float) -> list[tuple[float, float]]:
    """The spans of a horizontal line that lie in a closed outline."""
    a, b = outline, np.roll(outline, -1, axis=0)
    crossing = (a[:, 1] <= y) != (b[:, 1] <= y)
    a, b = a[crossing], b[crossing]
    hits = np.sort(a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])).tolist()
    return list(zip(hits[::2], hits[1::2], strict=False))
