"""What is wired to an In-Between, read off the graph without a run: its paths and its curves."""

from __future__ import annotations

from typing import Any, NamedTuple

from nodes.downstream import downstream
from nodes.feeding import feeding
from nodes.frame_serving.shown_output import node_at
from nodes.graph import Graph, Node
from pipelines.easing import ALL_MOVES, PRESETS, Easing, Preset, Timings, eased_times
from pipelines.motion_paths import WHOLE_DRAWING, GapPath, MotionPath, MotionPaths
from pipelines.panels import Panel
from pipelines.timing import lay_out, moving_panels, timing_of
from pipelines.values import PanelTiming

IN_BETWEEN = "motion.in_between"
PATH = "motion.path"
TIMING = "motion.timing"
_STORYBOARD = "storyboard"


class TimedMove(NamedTuple):
    """A move as the frames see it: frame `start` of the film is its first, and `times` say how far
    each of its frames has come."""

    panel: str
    start: int
    times: tuple[float, ...]


class Wired(NamedTuple):
    """A node that is wired to a socket, directly or through others of its kind."""

    path: str
    node: Node


def wired(graph: Graph, path: str, socket: str, kind: str) -> list[Wired]:
    """The nodes of a kind that flow into a socket one through the other, the last one first. A node
    that is passed by hands on what flows into it."""
    found: list[Wired] = []
    while True:
        *at, name = path.split("/")
        source = feeding(graph, tuple(at), name, socket)
        node = node_at(graph, source.path) if source is not None else None
        if source is None or node is None or node.type != kind:
            return found
        path = source.path
        if any(one.path == path for one in found):
            return found
        if not node.bypassed:
            found.append(Wired(path, node))


def wired_paths(graph: Graph, path: str) -> MotionPaths:
    """The paths that flow into an In-Between."""
    made = MotionPaths()
    for at, node in reversed(wired(graph, path, "paths", PATH)):
        made = made.with_path(
            GapPath(
                move_of(graph, at, node),
                node.parameters.get("layer", WHOLE_DRAWING),
                node.parameters.get("path", MotionPath()),
            )
        )
    return made


def wired_timings(graph: Graph, path: str) -> Timings:
    """The curves that flow into an In-Between."""
    made = Timings()
    for _, node in reversed(wired(graph, path, "timings", TIMING)):
        easing = node.parameters.get("easing", PRESETS[Preset.EASE])
        made = made.with_curve(node.parameters.get("move", ALL_MOVES), easing)
    return made


def easing_of(graph: Graph, between: Wired | None, panel: str) -> Easing:
    """The timing curve of the move behind a panel: one that is wired goes before what is set."""
    if between is None:
        return PRESETS[Preset.LINEAR]
    path, node = between
    timings = dict(wired_timings(graph, path).curves)
    own: dict[str, Easing] = dict(node.parameters.get("gap_easing", ()))
    common = node.parameters.get("easing", PRESETS[Preset.LINEAR])
    return timings.get(panel) or own.get(panel) or timings.get(ALL_MOVES) or common


def panels_fed(
    graph: Graph, at: tuple[str, ...], node: str, socket: str = _STORYBOARD
) -> tuple[Panel, ...]:
    """The panels of the storyboard that flows into a socket of a node within groups; none where
    that is not known."""
    try:
        source = feeding(graph, at, node, socket)
    except KeyError:
        return ()
    board = node_at(graph, source.path) if source is not None else None
    value: Any = board.parameters.get("panels", ()) if board is not None else ()
    return value if isinstance(value, tuple) else ()


def move_of(graph: Graph, path: str, node: Node) -> str:
    """The panel before the move that a Motion Path is for: the first one unless one is named."""
    named = node.parameters.get("move", "")
    return named or next(iter(moving_panels(_timings(_panels_at(graph, path)))), "")


def timed_move(graph: Graph, path: str) -> TimedMove | None:
    """The move that a Motion Path is for, timed by the In-Between that it leads to; None where its
    panels are not known or do not move."""
    node = node_at(graph, path)
    panels = _panels_at(graph, path)
    if node is None or not panels:
        return None
    name = move_of(graph, path, node)
    between = between_ahead(graph, path)
    for gap in lay_out(_timings(panels)).gaps:
        if panels[gap.panel].id == name:
            easing = easing_of(graph, between, name)
            return TimedMove(name, gap.start, eased_times(easing, gap.stop - gap.start))
    return None


def between_ahead(graph: Graph, path: str) -> Wired | None:
    """The first In-Between that a node leads to."""
    found = ((fed, node) for fed, node in downstream(graph, path) if node.type == IN_BETWEEN)
    return next((Wired(*one) for one in found), None)


def graph_around(graph: Graph, path: str) -> Graph:
    """The graph that the node of a path stands in."""
    around, _, _ = path.rpartition("/")
    group = node_at(graph, around) if around else None
    return group.graph if group is not None and group.graph is not None else graph


def _panels_at(graph: Graph, path: str) -> tuple[Panel, ...]:
    *at, name = path.split("/")
    return panels_fed(graph, tuple(at), name)


def _timings(panels: tuple[Panel, ...]) -> list[PanelTiming]:
    return [timing_of(panel) for panel in panels]
