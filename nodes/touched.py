"""Which nodes an edit is about, so that a view can show the place."""

from __future__ import annotations

from nodes import edits
from nodes.edits import Edit

Level = tuple[str, ...]
"""The ids of the groups that lead to a graph, the outermost first."""


def touched(edit: Edit) -> dict[Level, dict[str, None]]:
    """The ids of the nodes that an edit names, in order, by the level that they stand on.

    Some may not be there, before or after the edit. A setting touches none.
    """
    found: dict[Level, dict[str, None]] = {}
    waiting: list[Edit] = [edit]
    while waiting:
        one = waiting.pop()
        if isinstance(one, edits.Batch):
            waiting += reversed(one.edits)
        elif ids := _named(one):
            found.setdefault(one.at, {}).update(dict.fromkeys(ids))
    return found


def _named(edit: Edit) -> tuple[str, ...]:
    match edit:
        case edits.PutNodes():
            return (*[node.id for node in edit.nodes], *edit.removed)
        case edits.AddNode():
            return (edit.node.id,)
        case edits.MoveNodes():
            return tuple(edit.positions)
        case edits.RemoveNodes() | edits.SetBypass() | edits.SetBackdrop() | edits.SetThumbnail():
            return edit.nodes
        case edits.GroupNodes():
            return (edit.group, *edit.nodes)
        case edits.Ungroup() | edits.ExposePort() | edits.HidePort():
            return (edit.group,)
        case edits.SetSetting() | edits.Batch():
            return ()
        case _:
            return (edit.node,)
