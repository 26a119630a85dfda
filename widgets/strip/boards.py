"""The storyboards of a document: where they are, what they hold, and edits of their panels.

A path is the ids of the groups around a node and its own, joined by "/".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from nodes.edits import PutPanels, SetParameter
from nodes.graph import Graph, Node
from pipelines.panels import Panel
from pipelines.rates import FrameRate

STORYBOARD = "story.storyboard"
PANELS = "panels"


@dataclass(frozen=True)
class Board:
    """A storyboard node as the strip sees it. What is read off the node is read once: a paint asks
    for it again and again."""

    path: str
    node: Node

    @property
    def at(self) -> tuple[str, ...]:
        """The groups around it, from the outermost."""
        return tuple(self.path.split("/")[:-1])

    @property
    def title(self) -> str:
        """What to call it: its title, or its path."""
        return self.node.title or self.path

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        found = self.node.parameters.get(PANELS, ())
        return found if isinstance(found, tuple) else ()

    @cached_property
    def fps(self) -> Fraction:
        found = self.node.parameters.get("fps", FrameRate.FPS_24)
        return found.fps if isinstance(found, FrameRate) else FrameRate.FPS_24.fps

    @cached_property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture."""
        parameters = self.node.parameters
        return int(parameters.get("width", 1280)), int(parameters.get("height", 720))

    @cached_property
    def look(self) -> tuple[object, ...]:
        """What besides a panel itself decides how it looks."""
        parameters = self.node.parameters
        paper = parameters.get("paper", "#ffffff")
        return (*self.size, paper, bool(parameters.get("transparent", False)))

    @cached_property
    def shot_names(self) -> dict[str, str]:
        return dict(self.node.parameters.get("shot_names", ()))

    def put(self, after: Sequence[Panel]) -> PutPanels | None:
        """The edit that makes these its panels; None where they are already."""
        before = {panel.id: panel for panel in self.panels}
        changed = tuple(
            panel for panel in after if (old := before.get(panel.id)) is not panel and old != panel
        )
        order = tuple(panel.id for panel in after)
        same_order = order == tuple(before)
        if same_order and not changed:
            return None
        return PutPanels(
            at=self.at,
            node=self.node.id,
            parameter=PANELS,
            panels=changed,
            order=None if same_order else order,
        )

    def rename_shot(self, shot: str, name: str) -> SetParameter:
        """The edit that names a shot; an empty name lets it be numbered again."""
        names = {**self.shot_names, shot: name}
        pairs = tuple((one, said) for one, said in names.items() if said)
        return SetParameter(at=self.at, node=self.node.id, name="shot_names", value=pairs)


def boards_of(graph: Graph) -> list[Board]:
    """Every storyboard, those within groups too, in the order of the graph."""
    return list(_boards(graph, ""))


def board_at(graph: Graph, path: str) -> Board | None:
    """The storyboard of a path, or None where there is none (any more)."""
    inside: Graph | None = graph
    node: Node | None = None
    for part in path.split("/"):
        node = inside.nodes.get(part) if inside is not None else None
        inside = node.graph if node is not None else None
    return Board(path, node) if node is not None and node.type == STORYBOARD else None


def _boards(graph: Graph, prefix: str) -> Iterator[Board]:
    for node in graph.nodes.values():
        path = prefix + node.id
        if node.type == STORYBOARD:
            yield Board(path, node)
        elif node.graph is not None:
            yield from _boards(node.graph, f"{path}/")
