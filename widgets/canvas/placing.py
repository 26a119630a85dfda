"""Where nodes go: the edits that a drag ends in (who steps aside, what they lie on), and where they
stand when they are arranged."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.backdrops import own_size
from nodes.edits import Batch, Edit, MoveNodes, SetBackdrop
from nodes.graph import BACKDROP, REROUTE, Link
from nodes.reroutes import behind
from widgets.canvas.arranging import arranged
from widgets.canvas.level import Wire
from widgets.canvas.linking import End
from widgets.canvas.scene import CanvasScene
from widgets.canvas.shifting import pushed_aside

Place = tuple[float, float]


def placed(
    scene: CanvasScene,
    ids: Sequence[str],
    offset: Place,
    at: tuple[str, ...],
    *,
    insertion: tuple[Batch, Wire] | None = None,
    ground: str | None = None,
) -> list[Edit]:
    """The edits that move nodes by an offset, put the first into a wire, and lay all of them on a
    backdrop (empty: off all of them; None: they stay where they lie)."""
    places = {one: _moved(scene, one, offset) for one in ids}
    edits: list[Edit] = []
    if insertion is not None:
        batch, wire = insertion
        places.update(_stepped_aside(scene, ids[0], places[ids[0]], wire))
        edits.append(batch)
    if ground is not None:
        edits += _laid(scene, ids, ground, places, at)
    return [MoveNodes(at=at, positions=places), *edits]


def laid_out(scene: CanvasScene, ids: Sequence[str]) -> dict[str, Place]:
    """Where nodes stand in columns: in a row with what is before it, a dot lies on a straight
    wire."""
    drops = {one: _drop(scene, one) for one in ids}
    rects = {one: scene.node_rect(one) for one in ids}
    sizes = {one: (rect.width(), rect.height() + drops[one]) for one, rect in rects.items()}
    places = arranged(scene.level.graph, ids, sizes)
    return {one: (x, y + drops[one]) for one, (x, y) in places.items()}


def _drop(scene: CanvasScene, node_id: str) -> float:
    """How far a dot lies below the top of its row: as far as the output that leads to it."""
    graph = scene.level.graph
    if graph.nodes[node_id].type != REROUTE:
        return 0.0
    source = behind(graph, Link("", node_id))
    if source is None or source.node not in scene.places.rows:
        return 0.0
    end = scene.end_point(End(source.node, source.output, True))
    below = end.y() - scene.node_rect(source.node).top()
    return float(round(max(below - scene.node_rect(node_id).height() / 2, 0.0)))


def _moved(scene: CanvasScene, node_id: str, offset: Place) -> Place:
    node = scene.level.graph.nodes[node_id]
    is_around = node.type == BACKDROP and own_size(node) is None
    rest = scene.grounds.place(node_id) if is_around else None
    x, y = rest or (node.x, node.y)
    return x + offset[0], y + offset[1]


def _stepped_aside(scene: CanvasScene, inserted: str, place: Place, wire: Wire) -> dict[str, Place]:
    nodes = scene.level.graph.nodes
    rects = {one: scene.node_rect(one) for one in nodes}
    spans = {one: (rect.left(), rect.right()) for one, rect in rects.items()}
    spans[inserted] = (place[0], place[0] + rects[inserted].width())
    own, others = pushed_aside(scene.level, inserted, wire, spans)
    aside = {one: (nodes[one].x + dx, nodes[one].y) for one, dx in others.items()}
    return {**aside, inserted: (place[0] + own, place[1])}


def _laid(
    scene: CanvasScene,
    ids: Sequence[str],
    ground: str,
    places: dict[str, Place],
    at: tuple[str, ...],
) -> list[Edit]:
    """The edit that lays nodes on a backdrop; one that is left empty stays where it was."""
    nodes = scene.level.graph.nodes
    free = tuple(one for one in ids if nodes[one].backdrop not in places)
    for one in {nodes[node_id].backdrop for node_id in free} - {"", ground}:
        on_it = {node.id for node in nodes.values() if node.backdrop == one}
        at_rest = scene.grounds.place(one) if own_size(nodes[one]) is None else None
        if at_rest is not None and on_it <= set(free):
            places[one] = at_rest
    return [SetBackdrop(at=at, nodes=free, backdrop=ground)] if free else []
