"""Files of a part that were fetched at another commit than the catalogue names now."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from pipelines.models.catalogue import Part
from pipelines.models.places import Held, OnDisk, look
from pipelines.models.records import PartRecord


def older_files(part: Part, record: PartRecord | None, cache: Path) -> OnDisk | None:
    """What is left of them; None where nothing older was fetched or nothing is left."""
    if record is None or not record.fetched_at or part.revision in ("", record.commit):
        return None
    if record.repository != part.repository:
        return None
    found = look(replace(part, revision=""), cache, record.commit, record.files)
    return found if found.files else None


def take_away_older(older: OnDisk, newer: OnDisk) -> None:
    """Delete the older files; what the newer ones share with them stays."""
    blobs = {held.path.resolve() for held in newer.files.values()}
    for held in older.files.values():
        if held.path.resolve() in blobs:
            held.path.unlink(missing_ok=True)
        else:
            take_away(held)


def take_away(held: Held | None) -> None:
    """Delete a file with the blob that it stands for."""
    if held is None:
        return
    blob = held.path.resolve()
    with suppress(OSError):
        held.path.unlink()
    with suppress(OSError):
        blob.unlink()
