"""What the person is doing to a node, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """What the person is doing to a node. `lit` are the sockets that a dragged wire fits, None
    while no wire is dragged; `aimed` is the one that it would snap to.
    """

    is_selected: bool = False
    is_current: bool = False
    is_found: bool = False
    lit: frozenset[tuple[str, bool]] | None = None
    aimed: tuple[str, bool] | None = None


PLAIN = Mark()
