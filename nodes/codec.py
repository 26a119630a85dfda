"""Graphs and edits as JSON: names, never positions, and every unknown field kept.

Only what was set is written, sorted, so that equal documents are equal bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from nodes.document import Document
from nodes.edits import Edit
from nodes.graph import ID, Graph, Node
from nodes.refusals import BadParameterError, NewerNodeError
from nodes.registry import Registry, migrated
from pipelines.errors import ProjectError

FORMAT = 1
"""The format that this program writes."""
_NODE_FIELDS = frozenset(field.name for field in msgspec.structs.fields(Node)) - {"extra"}


def encode_document(document: Document) -> bytes:
    """A document as the bytes of project.json."""
    tree = {
        **document.extra,
        "format": FORMAT,
        "least_reader": FORMAT,
        "graph": _plain(document.graph),
        "settings": dict(document.settings),
    }
    return msgspec.json.format(
        msgspec.json.encode(tree, enc_hook=_plain, order="deterministic"), indent=1
    )


def decode_document(tree: Mapping[str, Any], registry: Registry) -> Document:
    """A document from the tree of project.json. Raises ProjectError where it is not one.

    A node of an unknown or newer type is kept as it stands; a parameter that its node refuses
    is kept too, and the node says so when it runs.
    """
    try:
        graph = _graph(cast(Mapping[str, Any], tree["graph"]), registry)
        settings = dict(cast(Mapping[str, Any], tree.get("settings", {})))
    except (KeyError, TypeError, AttributeError, ValueError, msgspec.ValidationError) as error:
        raise ProjectError(
            f"The project's graph cannot be read: {error}.",
            mend="The file is unchanged. Open one of its backups (.bak1 to .bak3).",
        ) from error
    known = {"format", "least_reader", "graph", "settings"}
    extra = {name: value for name, value in tree.items() if name not in known}
    return Document(registry, graph, settings, extra)


def encode_edit(edit: Edit) -> bytes:
    """An edit as a line of the journal."""
    return msgspec.json.encode(edit, enc_hook=_plain)


def decode_edit(line: bytes, registry: Registry) -> Edit:
    """An edit from a line of the journal."""

    def hook(kind: type, value: Any) -> Any:
        if kind is Graph:
            return _graph(value, registry)
        raise NotImplementedError(kind)

    edit = msgspec.json.decode(line, type=Edit, dec_hook=hook)
    return _typed(edit, registry)


def _typed(edit: Any, registry: Registry) -> Any:
    """Parameters within the nodes of an edit, as their functions want them."""
    if hasattr(edit, "edits"):
        return replace(edit, edits=tuple(_typed(one, registry) for one in edit.edits))
    if hasattr(edit, "nodes") and edit.nodes and isinstance(edit.nodes[0], Node):
        return replace(edit, nodes=tuple(_with_types(node, registry) for node in edit.nodes))
    if isinstance(getattr(edit, "node", None), Node):
        return replace(edit, node=_with_types(edit.node, registry))
    return edit


def _plain(value: Any) -> Any:
    if isinstance(value, Graph):
        return {node_id: _plain(node) for node_id, node in sorted(value.nodes.items())}
    if isinstance(value, Node):
        tree = msgspec.to_builtins(value, enc_hook=_plain)
        tree.pop("extra", None)
        tree.pop("id")
        return {**value.extra, **tree}
    if isinstance(value, Mapping):
        return dict(cast(Mapping[str, Any], value))
    raise NotImplementedError(f"{type(value).__name__} has no JSON form")


def _graph(tree: Mapping[str, Any], registry: Registry) -> Graph:
    return Graph({node_id: _node(node_id, fields, registry) for node_id, fields in tree.items()})


def _node(node_id: str, fields: Mapping[str, Any], registry: Registry) -> Node:
    if not ID.fullmatch(node_id):
        raise ValueError(f"“{node_id[:80]}” cannot be the id of a node")
    known = {name: value for name, value in fields.items() if name in _NODE_FIELDS}
    extra = {name: value for name, value in fields.items() if name not in _NODE_FIELDS}
    inner = known.pop("graph", None)
    known["id"] = node_id
    node = msgspec.convert(known, Node)
    if inner is not None:
        node = replace(node, graph=_graph(inner, registry))
    return _with_types(replace(node, extra=extra), registry)


def _with_types(node: Node, registry: Registry) -> Node:
    spec = registry.find(node.type)
    if spec is None:
        return node
    try:
        parameters = migrated(spec, node.version, node.parameters)
    except NewerNodeError:
        return node
    for name, value in parameters.items():
        wanted = spec.parameters.get(name)
        if wanted is not None:
            try:
                parameters[name] = wanted.convert(value)
            except BadParameterError:
                continue
    return replace(node, type=spec.id, version=spec.version, parameters=parameters)
