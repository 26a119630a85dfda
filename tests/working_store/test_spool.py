"""A kill takes nothing that was recorded, however long the database takes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from nodes.codec import encode_document
from nodes.document import Document
from nodes.working_store import WorkingStore, begin, find_recoverable, recover
from nodes.working_store.job import Job
from nodes.working_store.spool import Spool
from nodes.working_store.writer import Writer
from tests.fakes import registry
from tests.working_store.conftest import board, do, painted, stroke, tile

STEPS = 5


@pytest.fixture
def disk_that_stalls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is committed."""

    def stall(writer: Writer, jobs: Sequence[Job]) -> bool:
        return False

    monkeypatch.setattr(Writer, "_write", stall)


def killed(store: WorkingStore, state: Path) -> Path:
    """The session as a kill at this moment leaves it, in a state folder of its own."""
    shutil.copytree(store.folder, state / "session")
    return state


def drawn(document: Document, store: WorkingStore) -> list[bytes]:
    """Strokes, and the document before each and after the last."""
    texts = [encode_document(document)]
    for number in range(STEPS):
        do(document, store, stroke(store, 10 + number, 20), "Draw")
        texts.append(encode_document(document))
    return texts


@pytest.mark.usefixtures("disk_that_stalls")
def test_what_was_recorded_comes_back_before_it_is_committed(state: Path, tmp_path: Path) -> None:
    document = board()
    with begin(state, document) as store:
        drawn(document, store)
        killed(store, tmp_path / "after")
    (session,) = find_recoverable(tmp_path / "after")
    assert session.steps == STEPS
    back = recover(session, registry())
    assert back.said == ""
    assert encode_document(back.document) == encode_document(document)
    with back.tiles as again:
        assert (again.read(painted(back.document)[0]) == tile(14)).all()
        assert again.step(STEPS).name == "Draw"


@pytest.mark.usefixtures("disk_that_stalls")
def test_many_tiles_before_their_step_come_back_too(state: Path, tmp_path: Path) -> None:
    document = board()
    with begin(state, document) as store:
        do(document, store, stroke(store, *range(70)))
        killed(store, tmp_path / "after")
    back = recover(find_recoverable(tmp_path / "after")[0], registry())
    with back.tiles as again:
        assert (back.said, len(painted(back.document))) == ("", 70)
        for level, digest in enumerate(painted(back.document)):
            assert (again.read(digest) == tile(level)).all()


def test_what_is_committed_is_not_taken_in_twice(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(spool: Spool) -> None:
        """Nothing is ever let go."""

    monkeypatch.setattr(Spool, "clear", keep)
    document = board()
    with begin(state, document) as store:
        drawn(document, store)
        store.save(store.capture(document), tmp_path / "film.loom")
        store.flush()
        killed(store, tmp_path / "saved")
        do(document, store, stroke(store, 99))
        store.flush()
        killed(store, tmp_path / "after")
    assert find_recoverable(tmp_path / "saved") == []
    (session,) = find_recoverable(tmp_path / "after")
    assert session.steps == 1
    back = recover(session, registry())
    back.tiles.close()
    assert encode_document(back.document) == encode_document(document)


def test_nothing_is_left_beside_the_database_once_it_has_all(state: Path) -> None:
    document = board()
    with begin(state, document) as store:
        drawn(document, store)
        store.flush()
        assert (store.folder / "unwritten.spool").stat().st_size == 0


@pytest.mark.usefixtures("disk_that_stalls")
def test_of_a_torn_or_damaged_file_the_whole_steps_come_back(state: Path, tmp_path: Path) -> None:
    document = board()
    with begin(state, document) as store:
        texts = drawn(document, store)
        killed(store, tmp_path / "whole")
    content = (tmp_path / "whole" / "session" / "unwritten.spool").read_bytes()
    outcomes: set[int] = set()
    for seed in range(40):
        chance = random.Random(seed)
        torn = bytearray(content)
        if seed % 2:
            del torn[chance.randrange(len(torn)) :]
        else:
            torn[chance.randrange(len(torn))] ^= 1 << chance.randrange(8)
        shutil.copytree(tmp_path / "whole" / "session", tmp_path / str(seed) / "session")
        (tmp_path / str(seed) / "session" / "unwritten.spool").write_bytes(torn)
        sessions = find_recoverable(tmp_path / str(seed))
        if not sessions:
            outcomes.add(0)
            continue
        back = recover(sessions[0], registry())
        back.tiles.close()
        assert back.said == ""
        outcomes.add(texts.index(encode_document(back.document)))
    assert outcomes >= {0, 1, 2, 3, 4}
