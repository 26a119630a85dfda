"""What `render` is to run: a snapshot with its overrides, and the nodes. Nothing runs here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.nodes import facts_of
from app.cli.saying import UsageError, unknown
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.evaluator import paths_under, sinks_of
from nodes.flat_node import FlatNode
from nodes.graph import Link, Node
from nodes.parameters import IsFrameRange, Saves
from nodes.project_file import Project
from nodes.refusals import BadParameterError, TypeRefusedError
from nodes.snapshot import PROFILES, Snapshot
from nodes.sockets import output_value
from nodes.spec import NodeSpec, ParameterSpec
from pipelines.media.codecs import CODECS, VideoCodec
from pipelines.models.placement import OPEN, Wish

EXPORT = "export.video"
STORYBOARD = "story.storyboard"
_FILMS = ("clip", "storyboard")


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderRequest:
    """What the command line asks for. `out` is absolute; `frames` is "first-last" or empty."""

    out: Path | None = None
    nodes: tuple[str, ...] = ()
    frames: str = ""
    shot: str = ""
    settings: tuple[str, ...] = ()
    profile: str = "final"
    wish: Wish = OPEN


@dataclass(frozen=True, slots=True)
class RenderPlan:
    """What to hand to the evaluator."""

    snapshot: Snapshot
    sinks: tuple[str, ...]


def plan_render(project: Project, request: RenderRequest) -> RenderPlan:
    """What to run; the project itself stays as it is.

    Raises UsageError for a name that nothing has or a choice that is not clear.
    """
    snapshot = project.snapshot()
    sinks = _sinks(snapshot, request)
    target = _target(snapshot, sinks, request)
    if request.out is not None and target is None:
        source = _film(project.document, request.nodes or sinks, named=bool(request.nodes))
        document, target = _with_export(project.document, source)
        snapshot, sinks = snapshot.then(document.graph), [target]
    values = {
        **_frames(snapshot, sinks, request.frames),
        **_shot(snapshot, request.shot),
        **_settings(snapshot, request.settings),
    }
    if request.out is not None and target is not None:
        values = {**values, **_writing(snapshot.flat[target], request.out, values)}
    scale = PROFILES[request.profile]
    return RenderPlan(snapshot.override(values, scale=scale, wish=request.wish), tuple(sinks))


def saving_parameter(spec: NodeSpec | None) -> str:
    """The parameter of an effect node that names the file it writes; empty where it has none."""
    if spec is None or not spec.effect:
        return ""
    for name, parameter in spec.parameters.items():
        if any(isinstance(mark, Saves) for mark in parameter.marks):
            return name
    return ""


def _sinks(snapshot: Snapshot, request: RenderRequest) -> list[str]:
    if not request.nodes:
        return sinks_of(snapshot)
    found: list[str] = []
    for name in request.nodes:
        paths = paths_under(snapshot, [name])
        if not paths:
            listing = f"The project has {', '.join(sorted(snapshot.flat)) or 'no nodes'}."
            raise unknown("node", name, snapshot.flat, listing=listing)
        found += paths
    return found


def _target(snapshot: Snapshot, sinks: Iterable[str], request: RenderRequest) -> str | None:
    """The one export among the sinks that is to write `out`, None where there is none."""
    effects = [path for path in sinks if _is_effect(snapshot.flat[path])]
    if not effects and request.out is None and not request.nodes:
        raise UsageError("The project has no export to run.", mend="Say where: --out FILE.")
    writers = [path for path in effects if saving_parameter(snapshot.flat[path].spec)]
    if len(writers) > 1 and request.out is not None:
        raise UsageError(
            f"Several nodes write files: {', '.join(writers)}.",
            mend="Choose one with --node, or leave out --out: then each writes its own file.",
        )
    return writers[0] if writers else None


def _is_effect(node: FlatNode) -> bool:
    return node.spec is not None and node.spec.effect


def _film(document: Document, candidates: Iterable[str], *, named: bool) -> str:
    """The one node to put an export behind: the one that was named, or that gives a film."""
    films = [path for path in candidates if named or _gives_film(document, path)]
    if len(films) != 1:
        what = f"several films: {', '.join(films)}" if films else "no film to write"
        raise UsageError(f"The project gives {what}.", mend="Choose one node with --node.")
    if films[0] not in document.graph.nodes:
        raise UsageError(
            f"“{films[0]}” lies within a group, so no export can be put behind it.",
            mend="Choose the group, or put an export into the project.",
        )
    return films[0]


def _with_export(document: Document, source: str) -> tuple[Document, str]:
    """The document with an export behind a node or a group, and the export's id."""
    changed = Document(document.registry, document.graph)
    node, target = document.graph.nodes[source], document.graph.free_id("export_video")
    spec = document.registry.find(node.type)
    outputs = [port.name for port in node.output_ports]
    outputs += [output.name for output in spec.outputs] if spec is not None else []
    changed.apply(AddNode(node=Node(id=target, type=EXPORT)))
    for output in outputs:
        with suppress(TypeRefusedError):
            changed.apply(Connect(node=target, socket="clip", link=Link("film", source, output)))
            return changed, target
    raise UsageError(f"“{source}” gives nothing that a film can be written from.")


def _gives_film(document: Document, path: str) -> bool:
    node = document.graph.nodes.get(path)
    spec = document.registry.find(node.type) if node is not None else None
    if node is None or spec is None:
        return False
    values = (
        output_value(document.graph, node, output.name, document.registry)
        for output in spec.outputs
    )
    return any(value in _FILMS for value in values)


def _frames(snapshot: Snapshot, sinks: Iterable[str], frames: str) -> dict[str, Any]:
    if not frames:
        return {}
    found = {
        f"{path}.{name}": frames
        for path in sinks
        for name, parameter in _parameters(snapshot.flat[path])
        if any(isinstance(mark, IsFrameRange) for mark in parameter.marks)
    }
    if not found:
        raise UsageError("None of the chosen nodes takes --frames.", mend="Choose an export.")
    return found


def _shot(snapshot: Snapshot, shot: str) -> dict[str, Any]:
    if not shot:
        return {}
    boards = {
        f"{path}.shot": shot
        for path, node in snapshot.flat.items()
        if node.spec is not None and node.spec.id == STORYBOARD
    }
    if not boards:
        raise UsageError("The project has no storyboard, so --shot means nothing here.")
    return boards


def _settings(snapshot: Snapshot, settings: Iterable[str]) -> dict[str, Any]:
    known = {
        f"{path}.{name}": parameter
        for path, node in snapshot.flat.items()
        for name, parameter in _parameters(node)
    }
    found: dict[str, Any] = {}
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals:
            raise UsageError(f"“{setting}” sets nothing.", mend="Write --set node.parameter=value.")
        if name not in known:
            listing = "Within groups, write group/node.parameter."
            raise unknown("parameter", name, known, listing=listing)
        found[name] = _value(name, known[name], text)
    return found


def _value(name: str, parameter: ParameterSpec, text: str) -> Any:
    """The value that a text means: JSON where it is JSON that fits, else the text itself."""
    try:
        return parameter.convert(_decoded(text))
    except BadParameterError as error:
        with suppress(BadParameterError):
            return parameter.convert(text)
        choices = facts_of(parameter).get("choices")
        why = "" if choices else f" {error.message}"
        mend = f"Choose one of {', '.join(map(str, choices))}." if choices else ""
        raise UsageError(f"“{name}” cannot be {text}.{why}", mend=mend) from error


def _decoded(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return text


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _parameters(node: FlatNode) -> Iterable[tuple[str, ParameterSpec]]:
    return node.spec.parameters.items() if node.spec is not None else ()


def _writing(target: FlatNode, out: Path, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """The export's file, and, where its codec is not kept in such a file, one that is."""
    values: dict[str, Any] = {f"{target.path}.{saving_parameter(target.spec)}": str(out)}
    for name, parameter in _parameters(target):
        if isinstance(parameter.default, VideoCodec) and f"{target.path}.{name}" not in chosen:
            codec = target.parameters.get(name, parameter.default)
            values[f"{target.path}.{name}"] = codec_for(out.suffix, VideoCodec(codec))
    return values


def codec_for(suffix: str, usual: VideoCodec) -> VideoCodec:
    """The codec for a file of this suffix: the usual one where it can be kept in it.

    A name without suffix gets the one of its codec. Raises UsageError where no codec fits.
    """
    suffix = suffix.lower()
    if not suffix or suffix in CODECS[usual].suffixes:
        return usual
    for codec, facts in CODECS.items():
        if suffix in facts.suffixes:
            return codec
    known = sorted({kept for facts in CODECS.values() for kept in facts.suffixes})
    raise UsageError(
        f"No film is written to “{suffix}” files.",
        mend=f"Name the file with {', '.join(known)}.",
    )
