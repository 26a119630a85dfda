"""The graph as a tree: all that the canvas does, by keyboard and for a screen reader."""

from widgets.outline.outline import Outline

__all__ = ["Outline"]
