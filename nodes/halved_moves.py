"""A move that a panel was put into: what shares its curve and its paths out to both halves, so that
every other frame stays as it was."""

from __future__ import annotations

from msgspec.structs import replace

from nodes.edits import Connect, Edit, PutNodes, SetParameter
from nodes.graph import Graph, Link, Node
from nodes.wired_motion import (
    PATH,
    TIMING,
    Wired,
    easing_of,
    graph_around,
    move_of,
    wired,
    wired_timings,
)
from pipelines.breakdowns import Moment
from pipelines.easing import Easing, eased_times, split
from pipelines.motion_paths import MotionPath, halves

_DOWN = 40.0
"""How far below the first half's node that of the second stands."""


def shared_out(
    graph: Graph, between: Wired, panel: str, added: str, moment: Moment, aspect: float
) -> list[Edit]:
    """For an In-Between: the move behind `panel` goes to the panel `added` at a moment, and from
    there on. `aspect` is the width of the pictures by their height."""
    easing = easing_of(graph, between, panel)
    progress = eased_times(easing, moment.move)[moment.step - 1]
    if not 0 < progress < 1:
        return []
    edits = _paths_shared(graph, between, panel, added, progress, aspect)
    if easing == Easing():
        return edits
    return [
        *edits,
        *_curves_shared(graph, between, (panel, added), split(easing, moment.move, moment.step)),
    ]


def _curves_shared(
    graph: Graph, between: Wired, panels: tuple[str, str], curves: tuple[Easing, Easing]
) -> list[Edit]:
    """Each half has its part of the curve: on the In-Between, or, where a wire decides, wired
    behind what decided before."""
    path, node = between
    *around, name = path.split("/")
    at = tuple(around)
    if wired_timings(graph, path).of(panels[0]) is None:
        kept = {
            **dict(node.parameters.get("gap_easing", ())),
            **dict(zip(panels, curves, strict=True)),
        }
        value = tuple(kept.items())
        return [SetParameter(at=at, node=name, name="gap_easing", value=value)]
    inside = graph_around(graph, path)
    edits: list[Edit] = []
    before = node.inputs["timings"]
    taken = set(inside.nodes)
    for number, (panel, curve) in enumerate(zip(panels, curves, strict=True), 1):
        made = _fresh(taken, "timing")
        told = {"move": panel, "easing": curve}
        inputs = {"timings": before, "storyboard": node.inputs.get("storyboard", ())}
        x, y = node.x - 300.0, node.y + 200.0 + number * 160.0
        half = Node(id=made, type=TIMING, x=x, y=y, parameters=told, inputs=inputs)
        edits.append(PutNodes(at=at, nodes=(half,)))
        before = (Link(f"{made} on", made),)
    edits.append(Connect(at=at, node=name, socket="timings", link=before[0]))
    return edits


def _paths_shared(
    graph: Graph, between: Wired, panel: str, added: str, progress: float, aspect: float
) -> list[Edit]:
    """Each path of the move is cut in two; the second half is a node before the first one's."""
    edits: list[Edit] = []
    taken: dict[tuple[str, ...], set[str]] = {}
    for path, node in wired(graph, between.path, "paths", PATH):
        whole = node.parameters.get("path", MotionPath())
        if move_of(graph, path, node) != panel or not whole.leads:
            continue
        *around, name = path.split("/")
        at = tuple(around)
        names = taken.setdefault(at, set(graph_around(graph, path).nodes))
        first, second = halves(whole, progress, aspect=aspect)
        made = _fresh(names, "path")
        rest = replace(
            node,
            id=made,
            y=node.y + _DOWN,
            parameters={**node.parameters, "move": added, "path": second},
        )
        edits += [
            PutNodes(at=at, nodes=(rest,)),
            Connect(at=at, node=name, socket="paths", link=Link(f"{made} on", made)),
            SetParameter(at=at, node=name, name="move", value=panel),
            SetParameter(at=at, node=name, name="path", value=first),
        ]
    return edits


def _fresh(taken: set[str], stem: str) -> str:
    """An id that no node has yet; it is taken from now on."""
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    taken.add(f"{stem}{number}")
    return f"{stem}{number}"
