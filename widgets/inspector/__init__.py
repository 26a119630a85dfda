"""The editor of the selected nodes, made from the annotations of their parameters."""

from widgets.inspector.inspector import Inspector

__all__ = ["Inspector"]
