"""Opening and saving a project: the `.loom` container with a document in it.

ProjectError
├── NewerProjectError     its format is one that only a newer program can read
└── (what a container can be refused for stands in nodes.loom.refusals)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nodes.codec import FORMAT, decode_document, encode_document
from nodes.document import Document
from nodes.graph import Graph, Node
from nodes.loom import LoomReader, decode_project_json, write_loom
from nodes.registry import Registry
from nodes.snapshot import Snapshot
from pipelines.errors import ProjectError
from pipelines.masking.objects import MaskObject
from pipelines.painting.tiles import TileSource
from pipelines.panels import Layer, Panel


class NewerProjectError(ProjectError):
    """The project needs a newer program to be read."""


@dataclass(frozen=True, slots=True)
class Project:
    """An open project. `read_only` says that a newer program wrote it: saving would lose what only
    that program knows, so it may be saved under another name only.
    """

    path: Path
    document: Document
    tiles: TileSource
    reader: LoomReader
    read_only: bool = False

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.reader.close()

    @property
    def folder(self) -> Path:
        """The folder in which relative paths of the project lie."""
        return self.path.parent

    def snapshot(self) -> Snapshot:
        """The project as it stands, ready to run."""
        return Snapshot(
            self.document.graph, self.document.registry, tiles=self.tiles, folder=self.folder
        )


def open_project(path: Path, registry: Registry) -> Project:
    """Open a project. Nothing in it is run, downloaded or imported; missing clips do not matter.

    Raises ProjectError: a file that is no project, is damaged, is hostile, or is too new.
    """
    with ExitStack() as undoing:
        reader = LoomReader(path)
        undoing.callback(reader.close)
        tree = decode_project_json(reader.project)
        written, least = _formats(tree)
        if least > FORMAT:
            raise NewerProjectError(
                f"“{path.name}” was saved by a newer Storyloom (format {written}); "
                f"this one reads up to format {FORMAT}.",
                mend="The file is unchanged. Update Storyloom to open it.",
            )
        document = decode_document(tree, registry)
        undoing.pop_all()
    return Project(path.resolve(), document, reader, reader, read_only=written > FORMAT)


def save_project(
    path: Path,
    document: Document,
    tiles: TileSource,
    *,
    preview: bytes | None = None,
    previous: Path | None = None,
) -> None:
    """Save a project. The old file at `path` becomes a backup; it is whole at every moment.

    Packs of layers that `previous` holds are copied from it. Raises OutputError.
    """
    layers = list(layers_of(document.graph))
    write_loom(path, encode_document(document), layers, tiles, preview=preview, previous=previous)


def layers_of(graph: Graph) -> Iterator[Layer]:
    """Every painted layer of a graph and of its groups; each key of a mask is one."""
    for node in _all_nodes(graph):
        for value in node.parameters.values():
            if isinstance(value, tuple):
                for drawn in value:
                    if isinstance(drawn, Panel):
                        yield from drawn.layers
                    elif isinstance(drawn, MaskObject):
                        yield from (Layer(id=drawn.id, tiles=key.tiles) for key in drawn.keys)


def _formats(tree: dict[str, Any]) -> tuple[int, int]:
    written, least = tree.get("format"), tree.get("least_reader", tree.get("format"))
    if not isinstance(written, int) or not isinstance(least, int):
        raise ProjectError(
            "The project does not say which format it has.",
            mend="The file is unchanged. Open one of its backups (.bak1 to .bak3).",
        )
    return written, least


def _all_nodes(graph: Graph) -> Iterator[Node]:
    graphs = [graph]
    while graphs:
        for node in graphs.pop().nodes.values():
            if node.graph is not None:
                graphs.append(node.graph)
            yield node
