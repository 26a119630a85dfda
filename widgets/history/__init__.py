"""The steps of the undo stack, by name."""

from widgets.history.history import History

__all__ = ["History"]
