"""What a run would read and write outside the project's folder, to ask the person once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nodes.evaluator import paths_under, sinks_of, upstream
from nodes.flat_node import FlatNode
from nodes.parameters import Saves
from nodes.serving.messages import Consents
from nodes.snapshot import Snapshot


def outside_files(snapshot: Snapshot, sinks: Iterable[str]) -> Consents:
    """The files outside the folder that a run of these nodes (none: the exports) touches."""
    goals = paths_under(snapshot, sinks) or sinks_of(snapshot)
    nodes = [snapshot.flat[path] for path in upstream(snapshot, goals)]
    reads = [file for node in nodes for file in node.files.values()]
    writes = [file for path in goals for file in _written(snapshot.flat[path], snapshot.folder)]
    folder = snapshot.folder
    return Consents(
        reads=tuple(str(file) for file in reads if folder is not None and _is_out(file, folder)),
        writes=tuple(str(file) for file in writes if folder is None or _is_out(file, folder)),
    )


def writes_files(snapshot: Snapshot, sinks: Iterable[str]) -> bool:
    """Whether one of the nodes is an export."""
    goals = paths_under(snapshot, sinks) or sinks_of(snapshot)
    return any((spec := snapshot.flat[path].spec) is not None and spec.effect for path in goals)


def file_parameters(node: FlatNode) -> list[str]:
    """The parameters of an export that say where it writes."""
    spec = node.spec
    marked = spec.parameters.items() if spec is not None and spec.effect else ()
    return [name for name, one in marked if any(isinstance(mark, Saves) for mark in one.marks)]


def parameter_of(node: FlatNode, name: str) -> object:
    """What a parameter is set to; None where the node has no such parameter."""
    known = node.spec.parameters.get(name) if node.spec is not None else None
    return None if known is None else node.parameters.get(name, known.default)


def _written(node: FlatNode, folder: Path | None) -> Iterable[Path]:
    for name in file_parameters(node):
        path = Path(str(parameter_of(node, name)))
        yield (path if folder is None else folder / path).resolve()


def _is_out(file: Path, folder: Path) -> bool:
    return not file.resolve().is_relative_to(folder.resolve())
