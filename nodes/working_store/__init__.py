"""The working store: nothing that a person does is lost.

One SQLite database for each open project, in the user's state folder: painted tiles, the journal
of edits, and what the journal extends. The project file itself stands in nodes.project_file.
"""

from nodes.working_store.file_state import FileState
from nodes.working_store.opening import (
    OpenedProject,
    ReadOnly,
    begin,
    begin_copy,
    open_for_work,
)
from nodes.working_store.recovery import (
    Recovered,
    Session,
    discard,
    find_recoverable,
    recover,
)
from nodes.working_store.refusals import DamagedWorkError, NewerWorkError, ProjectInUseError
from nodes.working_store.tile_reader import TileReader
from nodes.working_store.working_store import Checkpoint, JournalStep, WorkingStore

__all__ = [
    "Checkpoint",
    "DamagedWorkError",
    "FileState",
    "JournalStep",
    "NewerWorkError",
    "OpenedProject",
    "ProjectInUseError",
    "ReadOnly",
    "Recovered",
    "Session",
    "TileReader",
    "WorkingStore",
    "begin",
    "begin_copy",
    "discard",
    "find_recoverable",
    "open_for_work",
    "recover",
]
