"""The `.loom` file: a project's JSON, painted tiles and preview in one zip. Knows no graph."""

from nodes.loom.project_json import decode_project_json
from nodes.loom.reader import LoomReader
from nodes.loom.refusals import (
    DamagedLoomError,
    MissingLoomError,
    MissingPieceError,
    NotALoomError,
    OversizedLoomError,
    UnsafeLoomError,
)
from nodes.loom.writer import write_loom

__all__ = [
    "DamagedLoomError",
    "LoomReader",
    "MissingLoomError",
    "MissingPieceError",
    "NotALoomError",
    "OversizedLoomError",
    "UnsafeLoomError",
    "decode_project_json",
    "write_loom",
]
