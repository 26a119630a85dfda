"""Files that a project refers to and that are not where they were: finding and relinking them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from msgspec.structs import replace

from nodes import edits
from nodes.document import Document
from nodes.graph import Graph
from nodes.sockets import parameter_of
from pipelines.panels import Panel


class Reference(NamedTuple):
    """A file that a parameter names, or a panel of one. `at` leads into groups."""

    at: tuple[str, ...]
    node: str
    parameter: str
    value: Any
    file: str


def missing_files(document: Document, folder: Path) -> dict[str, list[str]]:
    """The files that are not there: {file: paths of the nodes that name it}."""
    missing: dict[str, list[str]] = {}
    for reference in _references(document):
        if _is_missing(folder, reference.file):
            path = "/".join((*reference.at, reference.node))
            missing.setdefault(reference.file, []).append(path)
    return missing


def relink(document: Document, folder: Path, old: str, new: Path) -> edits.Batch:
    """The edits that point a missing file, and others missing from its folder, to where they are.

    `new` is the file that stands in for `old`; neighbours that are found beside it come along.
    """
    changes: list[edits.Edit] = []
    for reference in _references(document):
        found = _found(reference.file, folder, old, new)
        if found is not None:
            changes.append(_pointed(reference, relative(found, folder)))
    return edits.Batch(edits=tuple(changes), name=f"Relink {Path(old).name}")


def relink_all(document: Document, folder: Path, found: Mapping[str, Path]) -> edits.Batch:
    """The edits that point each of these files to where it was found, as one step."""
    changes = [
        _pointed(reference, relative(found[reference.file], folder))
        for reference in _references(document)
        if reference.file in found
    ]
    return edits.Batch(edits=tuple(changes), name="Relink files")


def best_match(file: str, candidates: Iterable[Path]) -> Path | None:
    """Of files with its name, the one whose folders end most like those that it was in."""
    wanted = PurePath(file.replace("\\", "/")).parts[::-1]

    def likeness(path: Path) -> int:
        return sum(1 for _ in takewhile(_is_same, zip(wanted, path.parts[::-1], strict=False)))

    return max(candidates, key=likeness, default=None)


def files_of(document: Document, folder: Path) -> list[Path]:
    """The files that a project refers to, where they should lie."""
    named = dict.fromkeys(reference.file for reference in _references(document))
    return [folder / file for file in named if "%" not in file]


def relative(path: Path, folder: Path) -> str:
    """How a project names a file: relative to its folder where it lies within it."""
    path, folder = path.resolve(), folder.resolve()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


def _is_missing(folder: Path, file: str) -> bool:
    return "%" not in file and not (folder / file).exists()


def _is_same(pair: tuple[str, str]) -> bool:
    return pair[0].casefold() == pair[1].casefold()


def _found(file: str, folder: Path, old: str, new: Path) -> Path | None:
    if file == old:
        return new
    beside = new.parent / Path(file).name
    moved_along = Path(file).parent == Path(old).parent and _is_missing(folder, file)
    return beside if moved_along and beside.exists() else None


def _references(document: Document) -> Iterator[Reference]:
    graphs: list[tuple[tuple[str, ...], Graph]] = [((), document.graph)]
    while graphs:
        at, graph = graphs.pop()
        for node in graph.nodes.values():
            if node.graph is not None:
                graphs.append(((*at, node.id), node.graph))
            for name, value in node.parameters.items():
                _, parameter = parameter_of(node, name, document.registry)
                if parameter is not None and parameter.opens and value:
                    yield Reference(at, node.id, name, value, str(value))
                elif isinstance(value, tuple):
                    for panel in value:
                        if isinstance(panel, Panel) and panel.picture:
                            yield Reference(at, node.id, name, panel, panel.picture)


def _pointed(reference: Reference, file: str) -> edits.Edit:
    at, node, name, value, _ = reference
    if isinstance(value, Panel):
        moved = replace(value, picture=file)
        return edits.PutPanels(at=at, node=node, parameter=name, panels=(moved,))
    return edits.SetParameter(at=at, node=node, name=name, value=file)
