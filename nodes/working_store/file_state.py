"""What became of the project file that a session extends."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from nodes.loom import LoomReader
from nodes.working_store.database import Head
from pipelines.digest import digest_bytes, digest_file
from pipelines.errors import ProjectError


class FileState(Enum):
    """The project file, beside what the session saw of it last."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    NEVER_SAVED = "never saved"


def file_state(head: Head) -> tuple[FileState, int]:
    """What became of the project file, and the last step that it holds."""
    if not head.project:
        return FileState.NEVER_SAVED, head.number
    path = Path(head.project)
    try:
        if not path.is_file():
            return FileState.GONE, head.number
        if digest_file(path) == head.file:
            return FileState.SAME, head.number
        if head.saving:
            with LoomReader(path) as reader:
                if digest_bytes(reader.project) == head.saving:
                    return FileState.SAME, head.saving_number
    except (OSError, ValueError):
        return FileState.GONE, head.number
    except ProjectError:
        pass
    return FileState.CHANGED, head.number
