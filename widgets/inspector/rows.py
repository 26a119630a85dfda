"""Which row a parameter gets, alone or with others. This is the one place where that is decided."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

from nodes.parameters import (
    NamesLayer,
    NamesMove,
    NamesShots,
    TicksObjects,
    TimesMoves,
    ToldBy,
    WidthOf,
)
from pipelines.masking.objects import MaskObject
from pipelines.panels import Panel
from widgets.document_model import DocumentModel
from widgets.inspector.field_row import FieldRow
from widgets.inspector.fields import Field
from widgets.inspector.found_row import FoundRow
from widgets.inspector.gap_easing_row import GapEasingRow
from widgets.inspector.masks_row import MasksRow
from widgets.inspector.named_row import LayerRow, MoveRow
from widgets.inspector.panels_row import PanelsRow
from widgets.inspector.parameter_row import ParameterRow
from widgets.inspector.shot_names_row import ShotNamesRow
from widgets.inspector.size_row import SizeRow

M = TypeVar("M")


def rows_for(
    model: DocumentModel,
    at: tuple[str, ...],
    ids: tuple[str, ...],
    fields: Mapping[str, Field],
    folder: Path | None,
) -> dict[str, FieldRow]:
    """{parameter: its row}; a row may stand for several parameters."""
    rows: dict[str, FieldRow] = {}
    for name, field in fields.items():
        if name in rows:
            continue
        height = _mark(field, WidthOf)
        if height is not None and height.height in fields:
            other = fields[height.height]
            rows[name] = rows[other.name] = SizeRow(model, at, ids, field, other)
        else:
            teller = _mark(field, ToldBy)
            if teller is not None and teller.parameter in rows:
                rows[name] = rows[teller.parameter]
                continue
            special = _special(model, at, ids, field, fields, folder) if len(ids) == 1 else None
            rows[name] = special or ParameterRow(model, at, ids, field, folder)
    return rows


def _special(
    model: DocumentModel,
    at: tuple[str, ...],
    ids: tuple[str, ...],
    field: Field,
    fields: Mapping[str, Field],
    folder: Path | None,
) -> FieldRow | None:
    """The row of what is drawn or painted, for one node."""
    if get_args(field.spec.bare)[:1] == (Panel,):
        return PanelsRow(model, at, ids, field, folder)
    if get_args(field.spec.bare)[:1] == (MaskObject,):
        return MasksRow(model, at, ids, field)
    if _mark(field, TicksObjects) is not None:
        return FoundRow(model, at, ids, field)
    shots = _mark(field, NamesShots)
    if shots is not None and shots.panels in fields:
        return ShotNamesRow(model, at, ids, field, shots.panels)
    moves = _mark(field, TimesMoves)
    if moves is not None:
        return GapEasingRow(model, at, ids, field, socket=moves.socket, common=moves.common)
    move = _mark(field, NamesMove)
    if move is not None:
        return MoveRow(model, at, ids, field, move)
    layer = _mark(field, NamesLayer)
    if layer is not None and layer.move in fields:
        return LayerRow(model, at, ids, field, layer)
    return None


def _mark(field: Field, kind: type[M]) -> M | None:
    marks: tuple[Any, ...] = field.spec.marks
    return next((mark for mark in marks if isinstance(mark, kind)), None)
