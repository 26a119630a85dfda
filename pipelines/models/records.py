"""What is known of the parts that were fetched or checked: their commit, files and dates.

One small file for each part, written whole or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from pipelines.media.outputs import replace, temporary_beside

_FORMAT = 1


class FileRecord(Struct, frozen=True):
    """A file as the hub told of it or as it was found: bytes, and its digest.

    `digest` is "sha256:..." or, for small files that the hub keeps in git, "git:..."; empty where
    nobody told one. `written` is when it had been written as it was checked last, nanoseconds since
    1970.
    """

    size: int
    digest: str = ""
    written: int = 0


class PartRecord(Struct, frozen=True, kw_only=True):
    """A part as it was fetched. Times are seconds since 1970, 0 for never."""

    repository: str = ""
    commit: str = ""
    folder: str = ""
    files: Mapping[str, FileRecord] = {}
    fetched_at: float = 0.0
    verified_at: float = 0.0
    wrong: tuple[str, ...] = ()
    """Files that the last check found damaged."""
    format: int = _FORMAT


class Records:
    """The records of a machine, in a folder of the user's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, part_id: str) -> PartRecord | None:
        """The record of a part; None where there is none that can be read."""
        try:
            record = msgspec.json.decode(self._path(part_id).read_bytes(), type=PartRecord)
        except (OSError, msgspec.DecodeError):
            return None
        return record if record.format == _FORMAT else None

    def write(self, part_id: str, record: PartRecord) -> None:
        """Keep a record. Raises OutputError; the one before is whole then."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(part_id)
        with temporary_beside(path) as temporary:
            temporary.write_bytes(msgspec.json.encode(record))
            replace(temporary, path)

    def forget(self, part_id: str) -> None:
        """The part is gone."""
        self._path(part_id).unlink(missing_ok=True)

    def _path(self, part_id: str) -> Path:
        return self.folder / f"{part_id}.json"
