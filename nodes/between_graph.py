"""A small graph in which what moves between two panels moves by itself, layer by layer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from nodes.downstream import downstream
from nodes.feeding import Output, feeding
from nodes.graph import Graph, Link, Node
from nodes.wired_motion import IN_BETWEEN, PATH, Wired, easing_of, wired_paths
from pipelines.breakdowns import Moment
from pipelines.easing import PRESETS, Easing, Preset
from pipelines.motion_paths import GapPath
from pipelines.panels import BlendMode, Layer, LayerRole, Panel
from pipelines.values import JointMode

_STORYBOARD = "storyboard"
_OF_BOARD = ("width", "height", "fps")
_OF_MOVES = ("method", "min_confidence")
_UNSEEN = 1e-6
"""An opacity that leaves no trace; layers without any are not there."""


def in_betweens_of(graph: Graph, path: str) -> list[Wired]:
    """The In-Between nodes that a storyboard flows into, with their paths."""
    found: list[Wired] = []
    for fed, node in downstream(graph, path):
        *at, name = fed.split("/")
        if node.type == IN_BETWEEN:
            source = feeding(graph, tuple(at), name, _STORYBOARD)
            if source == Output(path, "out"):
                found.append(Wired(fed, node))
    return found


@dataclass(frozen=True, slots=True)
class Way:
    """How an In-Between draws the move behind a panel: its node (None: as one that nothing is set
    on), the curve and the paths, wherever they come from."""

    node: Node | None = None
    easing: Easing = PRESETS[Preset.LINEAR]
    paths: tuple[GapPath, ...] = ()


def way_of(graph: Graph, between: Wired | None, panel: str) -> Way:
    """How the move behind a panel is drawn."""
    if between is None:
        return Way()
    paths = wired_paths(graph, between.path).of(panel)
    return Way(between.node, easing_of(graph, between, panel), paths)


def pictures_alone(first: Panel, second: Panel) -> tuple[Panel, Panel]:
    """Two panels with nothing but their imported pictures."""
    return replace(first, layers=()), replace(second, layers=())


def layer_alone(first: Panel, second: Panel, pair: tuple[Layer, Layer]) -> tuple[Panel, Panel]:
    """Two panels that show nothing but one layer, opaque and blended with nothing. Those that it
    hangs on stay, unseen: it follows them."""
    names = {pair[0].id, *_above(first, pair[0]), *_above(second, pair[1])}
    shown = [
        tuple(_bare(one) if one.id == pair[0].id else replace(one, opacity=_UNSEEN) for one in kept)
        for kept in ([one for one in panel.layers if one.id in names] for panel in (first, second))
    ]
    return replace(first, picture="", layers=shown[0]), replace(second, picture="", layers=shown[1])


def _bare(layer: Layer) -> Layer:
    return replace(layer, opacity=1.0, blend=BlendMode.NORMAL, role=LayerRole.DRAWING)


def _above(panel: Panel, layer: Layer) -> set[str]:
    """The layers that one hangs on, one on the other."""
    layers = {one.id: one for one in panel.layers}
    found: set[str] = set()
    while layer.parent in layers and layer.parent not in found:
        layer = layers[layer.parent]
        found.add(layer.id)
    return found


def between_graph(
    board: Node,
    way: Way,
    moment: Moment,
    moved: Iterable[tuple[Panel, Panel]],
    *,
    first: int = 0,
) -> Graph:
    """For each pair of panels a storyboard and an In-Between node, "between0" on, or from another
    number.

    Frame `moment.step` of each is the moment, without paper. What the nodes do besides is what
    `board` does, and the `way` of the move.
    """
    kind = way.node if way.node is not None else Node(id="between", type=IN_BETWEEN)
    moves = {name: kind.parameters[name] for name in _OF_MOVES if name in kind.parameters}
    moves["easing"] = way.easing
    looks = {name: board.parameters[name] for name in _OF_BOARD if name in board.parameters}
    nodes: list[Node] = []
    for number, ends in enumerate(moved, first):
        panels = _joined(*ends, moment.move)
        shown = {**looks, "transparent": True, "panels": panels}
        name = f"board{number}"
        nodes.append(Node(id=name, type=board.type, version=board.version, parameters=shown))
        inputs = {_STORYBOARD: (Link("l", name),)}
        for path in _path_nodes(way.paths, number):
            nodes.append(path)
            inputs["paths"] = (Link("p", path.id),)
        name = f"between{number}"
        nodes.append(
            Node(id=name, type=kind.type, version=kind.version, parameters=moves, inputs=inputs)
        )
    return Graph({node.id: node for node in nodes})


def _path_nodes(paths: Iterable[GapPath], number: int) -> list[Node]:
    """A Motion Path for each path of a pair of panels, one flowing into the next."""
    made: list[Node] = []
    for at, one in enumerate(paths):
        inputs = {_STORYBOARD: (Link("l", f"board{number}"),)}
        if made:
            inputs["paths"] = (Link("p", made[-1].id),)
        told = {"move": one.panel, "layer": one.layer, "path": one.path}
        made.append(Node(id=f"path{number} {at}", type=PATH, parameters=told, inputs=inputs))
    return made


def _joined(first: Panel, second: Panel, move: int) -> tuple[Panel, Panel]:
    """Two panels, the first held for a frame before it moves to the second."""
    return (
        replace(first, duration=move + 1, joint=JointMode.IN_BETWEEN, move=move, shot=""),
        replace(second, duration=1, joint=JointMode.CUT, move=0, shot=""),
    )
