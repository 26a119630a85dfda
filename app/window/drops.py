"""What is dropped on the window: a project is opened, media become nodes that load them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF

from nodes.edits import AddNode, Batch
from nodes.graph import Node
from nodes.relinking import relative
from pipelines.media.pictures import PICTURE_SUFFIXES
from widgets.words import tr

if TYPE_CHECKING:
    from app.window.main_window import MainWindow
    from widgets.canvas import NodeCanvas

_VIDEOS = (".mp4", ".mov", ".mkv", ".webm", ".avi", ".mxf", ".gif")
_SOUNDS = (".wav", ".flac", ".mp3", ".ogg", ".m4a", ".aac", ".opus")
_LOADERS = {
    **dict.fromkeys(PICTURE_SUFFIXES, "load.image"),
    **dict.fromkeys(_VIDEOS, "load.clip"),
    **dict.fromkeys(_SOUNDS, "load.audio"),
}
_APART = 130.0
"""How far below each other nodes of one drop lie."""


class Drops:
    """A drop never replaces the project in hand unasked, and media are one undo step."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def is_welcome(self, mime: QMimeData) -> bool:
        """Whether something would be done with it."""
        if _project(mime) is not None:
            return True
        canvas = self._window.canvas
        can_take = canvas is None or canvas.isVisible()
        return can_take and bool(_media(mime))

    def take(self, mime: QMimeData, at: QPoint) -> None:
        """Do what the drop is for, at a point of the window."""
        project = _project(mime)
        if project is not None:
            self._window.open_file(project)
            return
        media = _media(mime)
        if media and self._window.canvas is None and not self._window.projects.begin_empty():
            return
        canvas = self._window.canvas
        if media and canvas is not None:
            self._add(canvas, media, at)

    def _add(self, canvas: NodeCanvas, media: list[Path], at: QPoint) -> None:
        view = canvas.view
        inside = view.viewport().mapFrom(self._window, at)
        is_inside = view.viewport().rect().contains(inside)
        where = inside if is_inside else view.viewport().rect().center()
        folder = self._window.project.folder if self._window.project is not None else None
        nodes = _loaders(canvas, media, folder, view.to_scene(where))
        at_level = canvas.editor.at
        edits = tuple(AddNode(at=at_level, node=node) for node in nodes)
        name = (
            tr("Load {name}", name=media[0].name)
            if len(media) == 1
            else tr("Load {count} Files", count=len(media))
        )
        if canvas.editor.do(Batch(edits=edits), name):
            canvas.select([node.id for node in nodes])


def _loaders(
    canvas: NodeCanvas, media: list[Path], folder: Path | None, corner: QPointF
) -> list[Node]:
    taken = set(canvas.editor.graph.nodes)
    made: list[Node] = []
    for place, path in enumerate(media):
        kind = _LOADERS[path.suffix.lower()]
        node_id = _free(kind.rpartition(".")[2], taken)
        taken.add(node_id)
        named = relative(path, folder) if folder is not None else str(path)
        x, y = float(round(corner.x())), float(round(corner.y() + place * _APART))
        made.append(Node(id=node_id, type=kind, parameters={"path": named}, x=x, y=y))
    return made


def _free(stem: str, taken: set[str]) -> str:
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}{number}"
    return name


def _paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _project(mime: QMimeData) -> Path | None:
    """The one project among dropped files."""
    projects = [path for path in _paths(mime) if path.suffix == ".loom"]
    return projects[0] if len(projects) == 1 else None


def _media(mime: QMimeData) -> list[Path]:
    return sorted(path for path in _paths(mime) if path.suffix.lower() in _LOADERS)
