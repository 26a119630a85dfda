"""Files that are to lie under a drawing: what can be dropped, and the node that loads one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from nodes.graph import Graph, Node
from nodes.relinking import relative
from pipelines.media.pictures import PICTURE_SUFFIXES

FILM_SUFFIXES = (".mp4", ".mov", ".mkv", ".webm", ".avi", ".mxf")


def dropped_film(mime: QMimeData) -> Path | None:
    """The first film among dropped files; none where a project is dropped."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if any(path.suffix == ".loom" for path in paths):
        return None
    return next((path for path in paths if path.suffix.lower() in FILM_SUFFIXES), None)


def loader_of(file: Path, graph: Graph, *, folder: Path | None, place: tuple[float, float]) -> Node:
    """A node for `graph` that loads a film or a picture, at (x, y) on the canvas."""
    kind = "image" if file.suffix.lower() in PICTURE_SUFFIXES else "clip"
    named = relative(file, folder) if folder is not None else str(file)
    x, y = place
    parameters = {"path": named}
    return Node(id=graph.free_id(kind), type=f"load.{kind}", parameters=parameters, x=x, y=y)
