"""A small graph in which what moves between two panels moves by itself, layer by layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from nodes.downstream import downstream
from nodes.feeding import Output, feeding
from nodes.graph import Graph, Link, Node
from pipelines.breakdowns import Moment
from pipelines.easing import PRESETS, Easing, Preset
from pipelines.panels import BlendMode, Layer, LayerRole, Panel
from pipelines.values import JointMode

IN_BETWEEN = "motion.in_between"
_STORYBOARD = "storyboard"
_OF_BOARD = ("width", "height", "fps")
_OF_MOVES = ("method", "easing", "gap_easing", "min_confidence")


def in_betweens_of(graph: Graph, path: str) -> list[tuple[str, Node]]:
    """The In-Between nodes that a storyboard flows into, with their paths."""
    found: list[tuple[str, Node]] = []
    for fed, node in downstream(graph, path):
        *at, name = fed.split("/")
        if node.type == IN_BETWEEN:
            source = feeding(graph, tuple(at), name, _STORYBOARD)
            if source == Output(path, "out"):
                found.append((fed, node))
    return found


def easing_of(between: Node | None, panel: str) -> Easing:
    """The timing curve of the move behind a panel."""
    if between is None:
        return PRESETS[Preset.LINEAR]
    own: Mapping[str, Easing] = dict(between.parameters.get("gap_easing", ()))
    return own.get(panel) or between.parameters.get("easing", PRESETS[Preset.LINEAR])


def pictures_alone(first: Panel, second: Panel) -> tuple[Panel, Panel]:
    """Two panels with nothing but their imported pictures."""
    return replace(first, layers=()), replace(second, layers=())


def layer_alone(first: Panel, second: Panel, pair: tuple[Layer, Layer]) -> tuple[Panel, Panel]:
    """Two panels with nothing but one layer, opaque and blended with nothing."""
    bare = [
        replace(layer, opacity=1.0, blend=BlendMode.NORMAL, role=LayerRole.DRAWING)
        for layer in pair
    ]
    return (
        replace(first, picture="", layers=(bare[0],)),
        replace(second, picture="", layers=(bare[1],)),
    )


def between_graph(
    board: Node,
    between: Node | None,
    moment: Moment,
    moved: Iterable[tuple[Panel, Panel]],
    *,
    first: int = 0,
) -> Graph:
    """For each pair of panels a storyboard and an In-Between node, "between0" on, or from another
    number.

    Frame `moment.step` of each is the moment, without paper. What the nodes do besides is what
    `board` and `between` do.
    """
    way = between if between is not None else Node(id="between", type=IN_BETWEEN)
    moves = {name: way.parameters[name] for name in _OF_MOVES if name in way.parameters}
    looks = {name: board.parameters[name] for name in _OF_BOARD if name in board.parameters}
    nodes: list[Node] = []
    for number, ends in enumerate(moved, first):
        panels = _joined(*ends, moment.move)
        shown = {**looks, "transparent": True, "panels": panels}
        name = f"board{number}"
        nodes.append(Node(id=name, type=board.type, version=board.version, parameters=shown))
        inputs = {_STORYBOARD: (Link("l", name),)}
        name = f"between{number}"
        nodes.append(
            Node(id=name, type=way.type, version=way.version, parameters=moves, inputs=inputs)
        )
    return Graph({node.id: node for node in nodes})


def _joined(first: Panel, second: Panel, move: int) -> tuple[Panel, Panel]:
    """Two panels, the first held for a frame before it moves to the second."""
    return (
        replace(first, duration=move + 1, joint=JointMode.IN_BETWEEN, move=move, shot=""),
        replace(second, duration=1, joint=JointMode.CUT, move=0, shot=""),
    )
