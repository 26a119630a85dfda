"""What a node looks like, as a value: its words, sizes and sockets. Nothing is painted here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from nodes.graph import BACKDROP, GROUP, INPUTS, REROUTE, THROUGH, Node
from widgets.canvas.inline_values import shown_names, value_of, written
from widgets.canvas.level import OUTPUTS, Level
from widgets.inspector.help_lines import spoken
from widgets.words import said, tr

_LEAST_WIDTH, _MOST_WIDTH = 204.0, 300.0
_GRID = 4.0


class Room(Enum):
    """What of its result a node has room for."""

    NONE = 0
    WORDS = 1
    PICTURE = 2


class Foot(Enum):
    """What stands at the foot of a node."""

    NONE = 0
    LINE = 1
    """How it stands, or a button."""
    LINES = 2
    """Why it failed."""
    OFFER = 3
    """How it stands, and below it a button."""


class Metrics:
    """Sizes that follow the font, so that larger letters make larger nodes."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.title_font = QFont(font)
        self.title_font.setWeight(QFont.Weight.DemiBold)
        self.small_font = QFont(font)
        if font.pointSizeF() > 0:
            self.small_font.setPointSizeF(font.pointSizeF() * 0.88)
        else:
            self.small_font.setPixelSize(max(8, round(font.pixelSize() * 0.88)))
        self.text = QFontMetricsF(self.font)
        self.title = QFontMetricsF(self.title_font)
        self.small = QFontMetricsF(self.small_font)
        unit = self.text.height()
        self.row = round(unit * 1.45)
        self.header = round(unit * 1.95)
        self.footer = round(unit * 1.55)
        self.pad = round(unit * 0.65)
        self.icon = round(unit * 1.05)
        self.dot = unit * 0.31
        self.scale = unit / 16.0

    def foot_height(self, foot: Foot) -> int:
        """How tall the foot of a node is."""
        match foot:
            case Foot.NONE:
                return 0
            case Foot.LINE:
                return self.footer
            case Foot.LINES:
                return self.footer + round(self.small.height())
            case Foot.OFFER:
                return self.footer + round(self.small.height() * 1.55)

    def result_height(self, room: Room, width: float) -> float:
        """How tall the room for a result is: for pictures 16:9, for words a row."""
        if room is Room.PICTURE:
            return float(round((width - 2 * self.pad) * 9 / 16 + self.pad * 0.5))
        return float(self.row) if room is Room.WORDS else 0.0


class Form(Enum):
    """What a node is drawn as."""

    NODE = 0
    DOT = 1
    BACKDROP = 2


@dataclass(frozen=True, slots=True)
class SocketFace:
    """A socket or an output; `y` is the middle of its row, from the top of the node."""

    name: str
    label: str
    value: str | None
    y: float
    is_needed: bool = False
    takes_many: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class ValueFace:
    """A parameter that stands on the node; `top` and `height` are its row."""

    name: str
    label: str
    top: float
    height: float
    label_width: float


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What all nodes of a kind share, so that one picture serves them. Compared by identity."""

    category: str
    icon: str
    width: float
    height: float
    inputs: tuple[SocketFace, ...]
    outputs: tuple[SocketFace, ...]
    is_group: bool = False
    is_border: bool = False
    form: Form = Form.NODE
    values: tuple[ValueFace, ...] = ()
    picture: float = 0.0
    """How tall the room for its result is, above the foot."""
    foot: float = 0.0
    """How tall the room is for how it stands: a line, two where it failed, 0 if it never runs."""


@dataclass(frozen=True, slots=True)
class NodeFace:
    """One node."""

    shape: Shape
    title: str
    shown_title: str
    kind: str
    linked: frozenset[str] = frozenset()
    is_bypassed: bool = False
    is_unknown: bool = False
    tint: str = ""
    """The colour that a backdrop was given, as #rrggbb."""
    written: tuple[str, ...] = ()
    """The values that stand on it, as many as its shape has."""

    def end(self, name: str, *, is_output: bool) -> QPointF:
        """Where a wire meets the node, from its top left corner."""
        sides = self.shape.outputs if is_output else self.shape.inputs
        y = next((side.y for side in sides if side.name == name), self.shape.height / 2)
        return QPointF(self.shape.width if is_output else 0.0, y)


class FaceMaker:
    """Makes faces; shapes and cut titles are made once."""

    def __init__(self, metrics: Metrics) -> None:
        self.metrics = metrics
        self._shapes: dict[tuple[object, ...], Shape] = {}
        self._titles: dict[tuple[str, float], str] = {}

    def face(
        self, level: Level, node_id: str, room: Room = Room.NONE, foot: Foot = Foot.LINE
    ) -> NodeFace:
        """The face of a node as it is now, with room for its result and for what is said of it."""
        if node_id in (INPUTS, OUTPUTS):
            title = tr("Group inputs") if node_id == INPUTS else tr("Group outputs")
            shape = self._shape(level, node_id, "group", "", title)
            linked = frozenset(socket.name for socket in shape.inputs)
            return NodeFace(shape, title, title, "", linked)
        node = level.graph.nodes[node_id]
        if node.type == REROUTE:
            return self._dot(level, node)
        if node.type == BACKDROP:
            return self._backdrop(node)
        spec = level.registry.find(node.type)
        own = tr("Group") if node.type == GROUP else node.type
        kind = said(spec.title) if spec is not None else own
        title = " ".join(node.title.split()) or kind
        category = spec.category if spec is not None else "group" if node.type == GROUP else ""
        icon = spec.icon if spec is not None else _ICONS.get(node.type, "mdi6.help-rhombus-outline")
        names = shown_names(node, level.registry)
        does_nothing = spec is not None and not spec.outputs and not spec.effect
        foot = Foot.NONE if does_nothing else foot
        shape = self._shape(level, node_id, category, icon, kind, names, room, foot)
        return NodeFace(
            shape,
            title,
            self._cut_title(title, shape.width),
            kind,
            frozenset(node.inputs),
            node.bypassed,
            spec is None and node.type != GROUP,
            written=tuple(written(*value_of(node, name, level.registry)) for name in names),
        )

    def _dot(self, level: Level, node: Node) -> NodeFace:
        value = level.value(node.id, "out")
        shape = self._shapes.get(("dot", value))
        if shape is None:
            shape = self._shapes["dot", value] = dot_shape(self.metrics, value)
        return NodeFace(shape, node.title, "", tr("Dot"), frozenset(node.inputs))

    def _backdrop(self, node: Node) -> NodeFace:
        """At its least size; how large it is drawn depends on what lies on it."""
        title = " ".join(node.title.split())
        tint = node.parameters.get("colour", "")
        width, height = least_ground(self.metrics)
        shape = self._shapes.get(("backdrop",))
        if shape is None:
            shape = self._shapes["backdrop",] = ground_shape(width, height)
        return NodeFace(shape, title, title, tr("Backdrop"), tint=str(tint))

    def _shape(
        self,
        level: Level,
        node_id: str,
        category: str,
        icon: str,
        kind: str,
        shown: tuple[str, ...] = (),
        room: Room = Room.NONE,
        foot: Foot = Foot.LINE,
    ) -> Shape:
        sockets, outputs = level.sockets(node_id), level.outputs(node_id)
        key = (
            category,
            icon,
            kind,
            sockets,
            outputs,
            shown,
            room,
            foot,
            node_id if node_id in (INPUTS, OUTPUTS) else "",
        )
        found = self._shapes.get(key)
        if found is not None:
            return found
        metrics = self.metrics
        lefts = [(one.name, one.value or None, not one.optional, one.variadic) for one in sockets]
        rights = [(one.name, one.value, False, False) for one in outputs]
        labels = [_label(name) for name, *_ in lefts]
        names = [_label(value or "" if name == "out" else name) for name, value, *_ in rights]
        width = self._width(kind, labels, names)
        rows = max(len(lefts), len(rights))
        top = metrics.header + metrics.pad * 0.5
        space = width - 3 * metrics.pad
        below = top + rows * metrics.row
        values = self._values(shown, below, width)
        below += len(values) * metrics.row
        picture = metrics.result_height(room, width)
        tall = metrics.foot_height(foot)
        shape = Shape(
            category,
            icon,
            width,
            float(round(below + metrics.pad * (0.25 if tall else 0.5) + picture + tall)),
            self._sides(lefts, labels, space, names, top),
            self._sides(rights, names, space, labels, top),
            category == "group" and node_id not in (INPUTS, OUTPUTS),
            node_id in (INPUTS, OUTPUTS),
            values=values,
            picture=picture,
            foot=float(tall),
        )
        self._shapes[key] = shape
        return shape

    def _width(self, kind: str, labels: list[str], names: list[str]) -> float:
        metrics = self.metrics
        title = metrics.title.horizontalAdvance(kind) + metrics.icon + 3.2 * metrics.pad
        left = max((metrics.text.horizontalAdvance(label) for label in labels), default=0.0)
        right = max((metrics.text.horizontalAdvance(name) for name in names), default=0.0)
        wanted = max(title, left + right + 4 * metrics.pad, _LEAST_WIDTH * metrics.scale)
        return round(min(wanted, _MOST_WIDTH * metrics.scale) / _GRID) * _GRID

    def _sides(
        self,
        sides: list[tuple[str, str | None, bool, bool]],
        labels: list[str],
        room: float,
        opposite: list[str],
        top: float,
    ) -> tuple[SocketFace, ...]:
        metrics = self.metrics
        faces: list[SocketFace] = []
        for place, ((name, value, needed, many), label) in enumerate(
            zip(sides, labels, strict=True)
        ):
            other = opposite[place] if place < len(opposite) else ""
            taken = min(metrics.text.horizontalAdvance(other), room / 2)
            shown = metrics.text.elidedText(label, Qt.TextElideMode.ElideRight, room - taken)
            y = top + (place + 0.5) * metrics.row
            faces.append(SocketFace(name, label, value, y, needed, many, shown))
        return tuple(faces)

    def _values(self, names: tuple[str, ...], top: float, width: float) -> tuple[ValueFace, ...]:
        """A row for each value, its label at most half of it."""
        metrics = self.metrics
        found: list[ValueFace] = []
        for place, name in enumerate(names):
            most = (width - 4 * metrics.pad) * 0.5
            label = metrics.small.elidedText(spoken(name), Qt.TextElideMode.ElideRight, most)
            taken = metrics.small.horizontalAdvance(label)
            found.append(
                ValueFace(name, label, top + place * metrics.row, float(metrics.row), taken)
            )
        return tuple(found)

    def _cut_title(self, title: str, width: float) -> str:
        cut = self._titles.get((title, width))
        if cut is None:
            room = width - self.metrics.icon - 2.6 * self.metrics.pad
            cut = self.metrics.title.elidedText(title, Qt.TextElideMode.ElideRight, room)
            self._titles[title, width] = cut
        return cut


def dot_shape(metrics: Metrics, value: str | None) -> Shape:
    """A dot on a wire, with room beside it to take the wires."""
    height = 2.0 * round(metrics.dot * 1.7)
    side = (height / 2, value)
    entry = SocketFace(THROUGH, "", side[1], side[0])
    leave = SocketFace("out", "", side[1], side[0])
    return Shape("", "", height * 1.7, height, (entry,), (leave,), form=Form.DOT)


def dot_size(metrics: Metrics) -> tuple[float, float]:
    """How large a dot on a wire is."""
    shape = dot_shape(metrics, None)
    return shape.width, shape.height


def ground_shape(width: float, height: float) -> Shape:
    """A backdrop of a size."""
    return Shape("", "", width, height, (), (), form=Form.BACKDROP)


def least_ground(metrics: Metrics) -> tuple[float, float]:
    """How large a backdrop is that nothing lies on."""
    return 260.0 * metrics.scale, 160.0 * metrics.scale


def _label(name: str) -> str:
    return name.replace("_", " ")


_ICONS = {GROUP: "mdi6.group"}
