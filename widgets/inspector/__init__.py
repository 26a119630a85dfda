"""The editor of the selected nodes, made from the annotations of their parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from widgets.inspector.inspector import Inspector

__all__ = ["Inspector"]


def __getattr__(name: str) -> object:
    """Imported when it is first named: others use single fields of it before."""
    if name != "Inspector":
        raise AttributeError(name)
    from widgets.inspector.inspector import Inspector

    return Inspector
