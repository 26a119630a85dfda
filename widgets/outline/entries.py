"""The rows of the outline: nodes, their sockets with what is wired to them, their parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from nodes.document import Document
from nodes.graph import INPUTS, Link, Node
from nodes.registry import Registry
from nodes.spec import SocketSpec
from widgets.canvas.level import Level
from widgets.canvas.node_states import NodeState
from widgets.inspector.fields import Field, subject_of
from widgets.inspector.help_lines import spoken
from widgets.inspector.structure_line import in_words
from widgets.node_names import kind_of, title_of
from widgets.words import counted, tr

_LONGEST = 60
"""Characters of a value that are shown."""


class Row(Enum):
    """What a row stands for."""

    NODE = auto()
    SOCKET = auto()
    PARAMETER = auto()


class Part(NamedTuple):
    """A row under a node, as words. `link` is the id of what is wired to a socket, or empty."""

    row: Row
    name: str
    link: str
    label: str
    value: str
    spoken: str


@dataclass(slots=True, eq=False)
class Entry:
    """One row. What is under a node is made once somebody looks."""

    row: Row
    at: tuple[str, ...]
    node: str
    number: int
    holder: Entry | None = None
    part: Part | None = None
    parts: list[Entry] = field(default_factory=list["Entry"])
    nodes: list[Entry] = field(default_factory=list["Entry"])
    is_open: bool = False
    _order: dict[int, int] | None = None

    @property
    def path(self) -> str:
        """The node as a path ("group/node")."""
        return "/".join((*self.at, self.node))

    @property
    def inside(self) -> tuple[str, ...]:
        """The level within this node."""
        return (*self.at, self.node)

    @property
    def rows(self) -> int:
        """How many rows are under this one."""
        return len(self.parts) + len(self.nodes)

    @property
    def place(self) -> int:
        """Which row this is under its holder."""
        assert self.holder is not None
        if self.row is Row.NODE:
            return len(self.holder.parts) + self.holder.order[self.number]
        return self.holder.parts.index(self)

    @property
    def order(self) -> dict[int, int]:
        """{number of a node: its place among the nodes under this row}."""
        if self._order is None:
            self._order = {entry.number: place for place, entry in enumerate(self.nodes)}
        return self._order

    def add(self, nodes: Sequence[Entry]) -> None:
        """Nodes stand under this row, behind those that do."""
        self.nodes += nodes
        self._order = None

    def drop(self, first: int, stop: int) -> list[Entry]:
        """Nodes stand no longer under this row; those that did."""
        gone = self.nodes[first:stop]
        del self.nodes[first:stop]
        self._order = None
        return gone


def parts_of(document: Document, level: Level, at: tuple[str, ...], node: Node) -> list[Part]:
    """The sockets and parameters of a node."""
    parts: list[Part] = []
    for socket in level.sockets(node.id):
        links = node.inputs.get(socket.name, ())
        parts += [_wired(level, socket, link) for link in links] or [_loose(socket)]
    subject = subject_of(document, at, [node.id])
    for one in subject.fields if subject is not None else ():
        if not one.is_exposed:
            parts.append(_parameter(one))
    return parts


def sentence(node: Node, registry: Registry, state: NodeState) -> str:
    """A node in words, for a reader."""
    title, kind = title_of(node, registry), kind_of(node, registry)
    said = [title] if title == kind else [title, kind]
    said.append(state.about if state.error else state.about.rstrip("."))
    said += standing(node)
    return ", ".join(said)


def standing(node: Node) -> list[str]:
    """What was done to a node that changes how it runs."""
    said: list[str] = []
    if node.bypassed:
        said.append(tr("bypassed"))
    if node.pinned:
        said.append(tr("pinned"))
    if node.graph is not None:
        said.append(counted("{count} node inside", "{count} nodes inside", len(node.graph)))
    return said


def _wired(level: Level, socket: SocketSpec, link: Link) -> Part:
    label = spoken(socket.name)
    source = level.graph.nodes.get(link.node)
    if link.node == INPUTS:
        name = tr("the group's {port}", port=spoken(link.output))
    elif source is None:
        name = link.node
    else:
        name = title_of(source, level.registry)
        if len(level.outputs(link.node)) > 1:
            name = tr("{node}, its {output}", node=name, output=spoken(link.output))
    return Part(
        Row.SOCKET,
        socket.name,
        link.id,
        label,
        tr("from {source}", source=name),
        tr("Input {socket}, wired from {source}", socket=label, source=name),
    )


def _loose(socket: SocketSpec) -> Part:
    label = spoken(socket.name)
    value = tr("not wired") if socket.optional else tr("not wired, needed")
    words = tr("Input {socket}, {state}", socket=label, state=value)
    return Part(Row.SOCKET, socket.name, "", label, value, words)


def _parameter(one: Field) -> Part:
    label = spoken(one.name)
    value = _shown(one.values[0])
    if one.wired_from:
        value = tr("from {source}", source=one.wired_from)
    words = tr("Parameter {name}, {value}", name=label, value=value)
    return Part(Row.PARAMETER, one.name, "", label, value, words)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, Enum):
        return spoken(str(value.value))
    if isinstance(value, (str, int, float)) or value is None:
        text = " ".join(str("" if value is None else value).split()) or tr("empty")
    else:
        text = in_words(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
