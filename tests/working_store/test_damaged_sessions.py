"""A session that is damaged, foreign or incomplete is told of, and never crashes."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from nodes.codec import encode_document
from nodes.working_store import (
    DamagedWorkError,
    FileState,
    NewerWorkError,
    begin,
    find_recoverable,
    open_for_work,
    recover,
)
from nodes.working_store.database import Entry
from pipelines.painting.tiles import MemoryTiles
from tests.fakes import registry
from tests.working_store.conftest import board, changed, database, do, painted, stroke, tile, worked


def test_steps_that_cannot_be_read_are_dropped_said_and_kept(film: Path, state: Path) -> None:
    worked(film, state, steps=5)
    changed(state, "UPDATE journal SET edit = x'7b7d' WHERE number = 4")
    (session,) = find_recoverable(state)
    back = recover(session, registry())
    assert back.dropped == 2
    assert "could not be read: 2" in back.said
    assert painted(back.document)[0] == MemoryTiles().put(tile(12))
    assert do(back.document, back.tiles, stroke(back.tiles, 50)) == 4
    back.tiles.close()
    changed(state, "INSERT INTO dropped SELECT * FROM dropped WHERE number = 5")


@pytest.mark.parametrize(
    "edit", ["not json", "{}", '{"type":"AddNode"}', "[" * 5000, '{"type":"Batch","edits":[3]}',
             '{"type":"PaintTiles","node":"x","panel":"p","layer":"l","tiles":[]}',
             '{"type":"PutPanels","node":"board","parameter":"nothing","order":["x"]}',
             '{"type":"PutNodes","nodes":[{"id":"a","type":"test.board","graph":3}]}']
)  # fmt: skip
def test_a_step_that_is_none_ends_the_journal(film: Path, state: Path, edit: str) -> None:
    worked(film, state, steps=1)
    entry = Entry(2, "x", 1.0, edit.encode(), b"{}")
    connection = sqlite3.connect(database(state), isolation_level=None)
    connection.execute(
        "INSERT INTO journal VALUES (2, 'x', 1.0, ?, x'7b7d', ?)",
        (entry.edit, bytes.fromhex(entry.sum)),
    )
    connection.close()
    back = recover(find_recoverable(state)[0], registry())
    back.tiles.close()
    assert back.dropped == 1


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(0, len(content), 300):
        content[at] ^= 0x5A
    path.write_bytes(content)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "torn": torn,
    "empty": lambda path: path.write_bytes(b""),
    "other": lambda path: path.write_text("a poem " * 1000),
    "scribbled": scribbled,
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_database_is_set_aside_and_told_of_once(
    film: Path, state: Path, how: str
) -> None:
    worked(film, state)
    DAMAGE[how](database(state))
    (session,) = find_recoverable(state)
    if not session.problem:
        with pytest.raises(DamagedWorkError, match="cannot be read"):
            recover(session, registry())
    else:
        assert str(session.folder) in session.problem
    assert len(list(state.glob("*.damaged/work.sqlite"))) == 1
    assert find_recoverable(state) == []
    project = open_for_work(film, state, registry())
    assert project.store is not None
    project.store.finish()


def test_bits_that_flip_are_refused_or_dropped_and_never_crash(tmp_path: Path) -> None:
    document = board()
    with begin(tmp_path / "whole", document) as store:
        for number in range(12):
            do(document, store, stroke(store, number))
    content, end = database(tmp_path / "whole").read_bytes(), encode_document(document)
    outcomes: set[str] = set()
    for seed in range(40):
        chance = random.Random(seed)
        state = tmp_path / str(seed)
        (state / "session").mkdir(parents=True)
        flipped = bytearray(content)
        for _ in range(chance.choice([1, 1, 3, 20])):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        (state / "session" / "work.sqlite").write_bytes(flipped)
        outcomes.add(outcome(state, end))
    assert outcomes == {"whole", "dropped", "refused"}


def outcome(state: Path, end: bytes) -> str:
    """What recovery makes of a session whose database was damaged."""
    (session,) = find_recoverable(state)
    if session.problem:
        return "refused"
    try:
        back = recover(session, registry())
    except DamagedWorkError:
        return "refused"
    back.tiles.close()
    if encode_document(back.document) == end:
        return "whole"
    return "dropped" if back.dropped else "wrong"


HOSTILE = {
    "a trigger": ["CREATE TRIGGER t AFTER INSERT ON tiles BEGIN DELETE FROM journal; END"],
    "a view": ["DROP TABLE tiles", "CREATE VIEW tiles AS SELECT 1 AS digest, 2 AS frame"],
    "no head": ["DELETE FROM head"],
    "a head of another kind": ["UPDATE head SET head = 'x'"],
    "a head that is none": ["UPDATE head SET head = x'5b5d'"],
    "no base": ["DELETE FROM base"],
    "a base that is no zstd": ["UPDATE base SET document = x'00'"],
    "a huge base": ["UPDATE base SET document = x'28b52ffde0ffffffffff000000'"],
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_database_that_storyloom_did_not_write_is_refused(
    film: Path, state: Path, how: str
) -> None:
    worked(film, state)
    if "base" in how:
        film.unlink()
    changed(state, *HOSTILE[how])
    (session,) = find_recoverable(state)
    if not session.problem:
        with pytest.raises(DamagedWorkError):
            recover(session, registry())
    assert len(list(state.glob("*.damaged"))) == 1


def test_a_session_of_a_newer_program_is_left_alone(film: Path, state: Path) -> None:
    worked(film, state)
    changed(state, "PRAGMA user_version = 9")
    (session,) = find_recoverable(state)
    assert "newer Storyloom" in session.problem
    with pytest.raises(NewerWorkError):
        recover(session, registry())
    assert database(state).exists()


def test_a_base_that_cannot_be_read_is_taken_from_the_unchanged_file(
    film: Path, state: Path
) -> None:
    before = worked(film, state)
    changed(state, "UPDATE base SET document = x'00'")
    back = recover(find_recoverable(state)[0], registry())
    back.tiles.close()
    assert encode_document(back.document) == encode_document(before)


def test_missing_tiles_are_counted_and_said(state: Path) -> None:
    document = board()
    with begin(state, document) as store:
        do(document, store, stroke(store, 1, 2, 3))
    changed(state, f"DELETE FROM tiles WHERE digest = x'{painted(document)[1]}'")
    back = recover(find_recoverable(state)[0], registry())
    back.tiles.close()
    assert back.missing == 1
    assert "missing: 1" in back.said


def test_a_step_that_was_changed_or_lost_ends_the_journal(film: Path, state: Path) -> None:
    worked(film, state, steps=5)
    changed(state, "UPDATE journal SET edit = (SELECT edit FROM journal WHERE number = 1)"
                   " WHERE number = 5", "DELETE FROM journal WHERE number = 3")  # fmt: skip
    first = recover(find_recoverable(state)[0], registry())
    assert (first.dropped, painted(first.document)[0]) == (2, MemoryTiles().put(tile(11)))
    assert do(first.document, first.tiles, stroke(first.tiles, 60)) == 3
    first.tiles.close()
    changed(state, "UPDATE journal SET edit = (SELECT edit FROM journal WHERE number = 1)"
                   " WHERE number = 3")  # fmt: skip
    second = recover(find_recoverable(state)[0], registry())
    second.tiles.close()
    assert (second.dropped, painted(second.document)[0]) == (1, MemoryTiles().put(tile(11)))


def test_numbers_go_on_from_the_saved_file_where_older_steps_are_lost(
    film: Path, state: Path
) -> None:
    project = open_for_work(film, state, registry())
    assert project.store is not None
    for number in range(3):
        do(project.document, project.store, stroke(project.store, number + 5))
    project.store.save(project.store.capture(project.document))
    project.close()
    changed(state, "DELETE FROM journal")
    film.unlink()
    (session,) = find_recoverable(state)
    assert (session.steps, session.file) == (0, FileState.GONE)
    back = recover(session, registry())
    assert encode_document(back.document) == encode_document(project.document)
    assert do(back.document, back.tiles, stroke(back.tiles, 60)) == 4
    back.tiles.close()
    again = recover(find_recoverable(state)[0], registry())
    again.tiles.close()
    assert encode_document(again.document) == encode_document(back.document)


def test_a_folder_that_is_no_session_does_no_harm(state: Path) -> None:
    (state / "something").mkdir(parents=True)
    (state / "file").write_text("x")
    assert find_recoverable(state) == []
    assert (state / "something").exists()  # a session may be starting there
    os.utime(state / "something", (0, 0))
    assert find_recoverable(state) == []
    assert not (state / "something").exists()
    shutil.rmtree(state)
    assert find_recoverable(state) == []
