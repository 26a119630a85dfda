"""What a project is called that has no name of its own."""

from __future__ import annotations

from pathlib import Path


def spoken_name(path: Path) -> str:
    """teapot_turn.loom is “Teapot turn”."""
    words = path.stem.replace("_", " ")
    return words[:1].upper() + words[1:]
