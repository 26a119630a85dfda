"""What edits of painted masks do to the objects of a node, and their inverses. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from nodes import edits
from nodes.graph import ID, Node
from nodes.refusals import BadIdError, NoSuchMaskError
from pipelines.errors import MismatchError
from pipelines.masking.objects import MaskKey, MaskObject, key_at, object_of, with_keys
from pipelines.masking.patches import changes_between, retiled

Objects = tuple[MaskObject, ...]
MaskEdit = edits.PutMasks | edits.PutMaskKeys | edits.PaintMask


def objects_of(node: Node, parameter: str) -> Objects:
    """The masked objects of a node. Raises NoSuchMaskError where it holds none."""
    objects = node.parameters.get(parameter, ())
    if not isinstance(objects, tuple) or not all(isinstance(one, MaskObject) for one in objects):
        raise NoSuchMaskError(f"“{node.id}” holds no masks under “{parameter}”.")
    return objects


def with_masks(node: Node, edit: MaskEdit) -> Node:
    """The node after an edit. Raises a GraphError."""
    objects = objects_of(node, edit.parameter)
    match edit:
        case edits.PutMasks():
            changed = _put(objects, edit)
        case edits.PutMaskKeys():
            found = _found(node, objects, edit.object)
            changed = _replaced(objects, with_keys(found, edit.keys, removed=edit.removed))
        case edits.PaintMask():
            changed = _replaced(objects, _painted(_found(node, objects, edit.object), edit))
    kept = {name: value for name, value in node.parameters.items() if name != edit.parameter}
    return replace(node, parameters={**kept, edit.parameter: changed} if changed else kept)


def inverse_of(node: Node, edit: MaskEdit) -> MaskEdit:
    """The way back from an edit that this node, as it was before, allows."""
    objects = objects_of(node, edit.parameter)
    if isinstance(edit, edits.PutMasks):
        return _unput(objects, edit)
    keys = {key.frame: key for key in object_of(objects, edit.object).keys}
    if isinstance(edit, edits.PutMaskKeys):
        named = {*(key.frame for key in edit.keys), *edit.removed}
        old = tuple(keys[frame] for frame in sorted(named) if frame in keys)
        return replace(edit, keys=old, removed=tuple(sorted(named - keys.keys())))
    before = keys.get(edit.frame)
    if before is None:
        return edits.PutMaskKeys(
            at=edit.at,
            node=edit.node,
            parameter=edit.parameter,
            object=edit.object,
            removed=(edit.frame,),
        )
    digests = {(tile.x, tile.y): tile.digest for tile in before.tiles}
    places = dict.fromkeys((x, y) for x, y, _ in edit.tiles)
    tiles = tuple((x, y, digests.get((x, y), "")) for x, y in places)
    return replace(edit, tiles=tiles, picture=before.picture)


def painted_tiles(before: MaskKey | None, after: MaskKey) -> tuple[tuple[int, int, str], ...]:
    """What a PaintMask says that makes one key of the other, or a new one."""
    changes = changes_between(before.tiles if before is not None else (), after.tiles)
    return tuple((x, y, digest or "") for (x, y), digest in sorted(changes.items()))


def _put(objects: Objects, edit: edits.PutMasks) -> Objects:
    kept = {one.id: one for one in objects}
    for one in edit.objects:
        if not ID.fullmatch(one.id):
            raise BadIdError(one.id)
        before = kept.get(one.id)
        kept[one.id] = replace(one, keys=before.keys) if before is not None else one
    order = edit.order if edit.order is not None else tuple(kept)
    if len(set(order)) != len(order) or not set(order) <= kept.keys():
        raise NoSuchMaskError(f"“{edit.node}” has no objects in this order: {', '.join(order)}.")
    return tuple(kept[object_id] for object_id in order)


def _unput(objects: Objects, edit: edits.PutMasks) -> edits.PutMasks:
    named = {one.id for one in edit.objects}
    kept = set(edit.order) if edit.order is not None else {one.id for one in objects} | named
    old = tuple(
        replace(one, keys=()) if one.id in kept else one
        for one in objects
        if one.id in named or one.id not in kept
    )
    return replace(edit, objects=old, order=tuple(one.id for one in objects))


def _painted(painted: MaskObject, edit: edits.PaintMask) -> MaskObject:
    fresh = MaskKey(frame=edit.frame, corrects=edit.corrects)
    before = key_at(painted, edit.frame) or fresh
    changes = {(x, y): digest or None for x, y, digest in edit.tiles}
    after = replace(before, tiles=retiled(before.tiles, changes), picture=edit.picture)
    return with_keys(painted, (after,))


def _found(node: Node, objects: Objects, object_id: str) -> MaskObject:
    try:
        return object_of(objects, object_id)
    except MismatchError as error:
        raise NoSuchMaskError(f"“{node.id}” masks no object “{object_id}”.") from error


def _replaced(objects: Sequence[MaskObject], changed: MaskObject) -> Objects:
    return tuple(changed if one.id == changed.id else one for one in objects)
