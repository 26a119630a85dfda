"""The one thread that writes a session: who waits for it is not left waiting."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Thread

from nodes.loom import LoomReader
from nodes.working_store.database import Database, Entry, Head
from nodes.working_store.writer import Job, Writer

_PATIENCE = 20.0


def test_a_journal_that_cannot_be_written_holds_up_nobody_who_waits_for_the_copy(
    tmp_path: Path, film: Path
) -> None:
    path = tmp_path / "work.sqlite"
    database = Database.create(path, Head(), b"{}")
    with sqlite3.connect(path, isolation_level=None) as blocker:
        blocker.execute(
            "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT raise(FAIL, 'full'); END"
        )
    blocker.close()
    reader = LoomReader(film)
    writer = Writer(database, lambda jobs: None)
    writer.copy(reader, reader.digests(), lambda digests: None)
    writer.send(Job(entries=(Entry(1, "step", 0.0, b"edit", b"back"),)))
    writer.start()
    waiting = Thread(target=writer.finish_copy, daemon=True)
    waiting.start()
    waiting.join(_PATIENCE)
    assert not waiting.is_alive()
    assert writer.trouble is not None
    writer.stop()
    reader.close()
