"""The mask painter in hand: its objects, which of them is painted, and edits as named steps."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from nodes.edits import Batch, Edit, PaintMask, PutMaskKeys, PutMasks, SetParameter
from nodes.feeding import Output, feeding
from nodes.graph import Node
from nodes.refusals import GraphError
from pipelines.masking.objects import OUTPUTS, MaskKey, MaskObject, key_at
from pipelines.masking.patches import changes_between
from pipelines.painting.layers import fresh_id
from pipelines.painting.tiles import Changes
from pipelines.panels import Tile
from pipelines.segmentation.sam2 import WorkingSize
from pipelines.segmentation.served import BUILT_IN, AnsweringModel
from widgets.document_model import DocumentModel
from widgets.words import told, tr

PAINTER = "mask.paint"
FOLLOWER = "mask.propagate"
PAINTERS = frozenset((PAINTER, FOLLOWER))
"""Kinds of node whose keys are painted here."""
COLOURS = ("#e5484d", "#3e8ef7", "#f2a93b", "#3fb27f", "#b36ae2", "#26b5c4", "#e86aa6", "#a2b83a")
"""What objects are painted in."""


class MaskEasel(QObject):
    """One mask painter of a document. Used by the GUI thread only."""

    changed = Signal()
    """Objects, keys, or what is chosen among them are others now."""
    refused = Signal(str)
    """Something could not be done: why, and what to do."""
    left = Signal()
    """The painter in hand is not there any more."""

    def __init__(self, model: DocumentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._at: tuple[str, ...] = ()
        self._node_id = ""
        self._object_id = ""
        self._was: tuple[object, ...] = ()
        self.followed_here: frozenset[str] = frozenset()
        """The objects of which a run followed the mask on the frame that is shown."""
        model.edited.connect(self.update_content)

    # What is in hand

    @property
    def node(self) -> Node | None:
        """The painter, None while there is none."""
        if not self._node_id:
            return None
        try:
            node = self.model.document.graph_at(self._at).nodes.get(self._node_id)
        except GraphError:
            return None
        return node if node is not None and node.type in PAINTERS else None

    @property
    def node_id(self) -> str:
        """The id of the painter, empty while there is none."""
        return self._node_id

    @property
    def follows(self) -> bool:
        """Whether what is painted is followed between its keys."""
        node = self.node
        return node is not None and node.type == FOLLOWER

    @property
    def answering(self) -> AnsweringModel:
        """What answers where one points: the model that the node follows with."""
        node = self.node
        model = str(node.parameters.get("model", "")) if node is not None else ""
        if node is None or not model:
            return BUILT_IN
        size = WorkingSize(node.parameters.get("working_size", WorkingSize.FULL))
        return AnsweringModel(model, size.pixels)

    @property
    def path(self) -> str:
        """The path of the painter in the graph, empty while there is none."""
        return "/".join((*self._at, self._node_id)) if self._node_id else ""

    @property
    def objects(self) -> tuple[MaskObject, ...]:
        """All that is masked."""
        node = self.node
        return node.parameters.get("objects", ()) if node is not None else ()

    @property
    def object(self) -> MaskObject | None:
        """What is painted."""
        return self.object_by_id(self._object_id)

    def object_by_id(self, object_id: str) -> MaskObject | None:
        """Any of the objects."""
        return next((one for one in self.objects if one.id == object_id), None)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the canvas, 0 before anything is painted."""
        node = self.node
        width, height = node.parameters.get("size", (0, 0)) if node is not None else (0, 0)
        return int(width), int(height)

    @property
    def source(self) -> Output | None:
        """What is painted over: the clip that flows into the painter."""
        if self.node is None:
            return None
        return feeding(self.model.graph, self._at, self._node_id, "clip")

    def take_up(self, at: tuple[str, ...], node_id: str) -> None:
        """Take another painter in hand."""
        self._at, self._node_id = at, node_id
        self._was = ()
        self.update_content()

    def put_down(self) -> None:
        """Hold none."""
        self._node_id = ""
        self._was = ()

    def choose(self, object_id: str) -> None:
        """Paint another object."""
        if object_id != self._object_id:
            self._object_id = object_id
            self._was = ()
            self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Keep what is in hand to what is there."""
        if not self._node_id:
            return
        node = self.node
        if node is None:
            self.put_down()
            self.left.emit()
            return
        if self.objects and self.object is None:
            self._object_id = self.objects[0].id
        now = (self.objects, self.size, self.source, self._object_id)
        if len(self._was) != len(now) or any(
            a is not b and a != b for a, b in zip(self._was, now, strict=True)
        ):
            self._was = now
            self.changed.emit()

    # Edits

    def paint(
        self,
        painted: MaskObject,
        frame: int,
        changes: Changes,
        size: tuple[int, int],
        name: str,
        *,
        picture: str,
    ) -> None:
        """Take painted tiles into a key of an object, which may be new itself."""
        tiles = tuple((x, y, digest or "") for (x, y), digest in sorted(changes.items()))
        is_new = all(one.id != painted.id for one in self.objects)
        if not tiles and not is_new and key_at(painted, frame) is not None:
            self.update_content()
            return
        edits: list[Edit] = []
        if self.size != size:
            edits.append(self._set("size", size))
        if is_new:
            edits.append(self._put(objects=(painted,)))
        edits.append(
            PaintMask(
                at=self._at,
                node=self._node_id,
                object=painted.id,
                frame=frame,
                tiles=tiles,
                picture=picture,
                corrects=painted.id in self.followed_here,
            )
        )
        self._do(edits, name)

    def put_mask(
        self,
        painted: MaskObject,
        frame: int,
        tiles: tuple[Tile, ...],
        size: tuple[int, int],
        name: str,
        *,
        picture: str,
    ) -> None:
        """Take a whole mask into a key of an object."""
        before = key_at(painted, frame)
        changes = changes_between(before.tiles if before is not None else (), tiles)
        self.paint(painted, frame, changes, size, name, picture=picture)

    def object_to_paint(self) -> MaskObject:
        """What is in hand, or, where nothing is masked yet, what a first stroke makes."""
        return self.object or self._fresh()

    def add_object(self) -> None:
        """Mask another thing, and take it in hand."""
        made = self._fresh()
        if self._do([self._put(objects=(made,))], tr("Add object")):
            self.choose(made.id)

    def remove_object(self) -> None:
        """Mask one thing less."""
        painted = self.object
        if painted is not None:
            order = tuple(one.id for one in self.objects if one.id != painted.id)
            self._do([self._put(order=order)], tr("Delete object"))

    def duplicate_object(self) -> None:
        """Mask the same thing once more, with all its keys."""
        painted = self.object
        if painted is None:
            return
        fresh = self._fresh()
        name = tr("{name} copy", name=painted.name)
        made = replace(painted, id=fresh.id, name=name, colour=fresh.colour, output=0)
        if self._do([self._put(objects=(made,))], tr("Duplicate object")):
            self.choose(made.id)

    def reorder(self, order: tuple[str, ...]) -> None:
        """Put the objects in another order."""
        if order != tuple(one.id for one in self.objects):
            self._do([self._put(order=order)], tr("Reorder objects"))

    def change_object(self, painted: MaskObject, name: str, *, merge: str = "") -> None:
        """Replace what is said of an object; its keys stay."""
        if painted not in self.objects:
            self._do([self._put(objects=(replace(painted, keys=()),))], name, merge=merge)

    def put_keys(
        self, keys: Iterable[MaskKey], name: str, *, removed: tuple[int, ...] = ()
    ) -> None:
        """Add, replace and remove whole keys of the object in hand."""
        edit = PutMaskKeys(
            at=self._at,
            node=self._node_id,
            object=self._object_id,
            keys=tuple(keys),
            removed=removed,
        )
        self._do([edit], name)

    def _fresh(self) -> MaskObject:
        taken = self.objects
        used = {one.colour for one in taken}
        free = [colour for colour in COLOURS if colour not in used]
        colour = free[0] if free else COLOURS[len(taken) % len(COLOURS)]
        outputs = {one.output for one in taken}
        output = next((n for n in range(1, OUTPUTS + 1) if n not in outputs), 0)
        object_id = fresh_id([one.id for one in taken], "object")
        name = tr("Object {number}", number=object_id.removeprefix("object"))
        return MaskObject(id=object_id, name=name, colour=colour, output=output)

    def _put(
        self, objects: tuple[MaskObject, ...] = (), order: tuple[str, ...] | None = None
    ) -> PutMasks:
        return PutMasks(at=self._at, node=self._node_id, objects=objects, order=order)

    def _set(self, name: str, value: object) -> SetParameter:
        return SetParameter(at=self._at, node=self._node_id, name=name, value=value)

    def _do(self, edits: list[Edit], name: str, *, merge: str = "") -> bool:
        edit = edits[0] if len(edits) == 1 else Batch(edits=tuple(edits), name=name)
        try:
            self.model.do(edit, name, merge=merge)
        except GraphError as error:
            self.refused.emit(told(error))
            return False
        return True
