"""What the canvas knows of one node in order to paint it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from widgets.canvas.faces import NodeFace
from widgets.canvas.marks import PLAIN, Mark
from widgets.canvas.node_states import NOT_RUN, NodeState
from widgets.canvas.thumbnails import Thumbnail


class Appearance(NamedTuple):
    """Everything that is to be seen on a node: alike in all of it, two nodes are one picture."""

    face: NodeFace
    state: NodeState = NOT_RUN
    mark: Mark = PLAIN
    thumbnail: Thumbnail | None = None


@dataclass(slots=True, eq=False)
class ShownNode:
    """One node of the level that is shown."""

    seen: Appearance

    @property
    def face(self) -> NodeFace:
        return self.seen.face

    @property
    def state(self) -> NodeState:
        return self.seen.state

    @property
    def mark(self) -> Mark:
        return self.seen.mark

    def show(self, seen: Appearance) -> bool:
        """Look like this; False where it does already."""
        if seen == self.seen:
            return False
        self.seen = seen
        return True
