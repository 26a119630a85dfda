"""The working store: tiles and steps kept at once, saved into the project, read by others."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import numpy as np
import pytest

from nodes.codec import encode_document
from nodes.edits import RenameNode, SetSetting
from nodes.project_file import open_project, save_project
from nodes.working_store import (
    FileState,
    ProjectInUseError,
    ReadOnly,
    TileReader,
    WorkingStore,
    begin,
    find_recoverable,
    open_for_work,
    recover,
)
from nodes.working_store.working_store import STEPS_IN_MEMORY
from nodes.working_store.writer import Writer
from pipelines.errors import MismatchError, OutputError
from pipelines.painting.brush import Brush
from pipelines.painting.canvas import Canvas
from pipelines.painting.composite import composite
from pipelines.painting.stroke import Sample
from pipelines.painting.tiles import MemoryTiles, MissingTileError
from pipelines.panels import Layer
from pipelines.values import Pixels8
from tests.fakes import registry
from tests.working_store.conftest import board, do, painted, stroke, tile

_READ_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from nodes.working_store import TileReader
with TileReader(Path(sys.argv[1])) as tiles:
    print([int(tiles.read(digest)[100, 100, 0]) for digest in sys.argv[2:]])
"""


def test_a_tile_is_read_at_once_and_once_it_is_written(state: Path) -> None:
    with begin(state, board()) as store:
        digest = store.put(tile(5))
        first = store.read(digest)
        assert (first == tile(5)).all()
        store.flush()
        again = store.read(digest)
        assert again is not first  # memory is given back
        assert (again == tile(5)).all()
        assert not again.flags.writeable
        same = tile(5)
        assert store.put(same) == digest == MemoryTiles().put(tile(5))
        assert not np.shares_memory(store.read(digest), same)


def test_a_tile_that_is_not_there_or_is_none_is_refused(state: Path) -> None:
    with begin(state, board()) as store:
        for digest in ("00" * 20, "no digest", ""):
            with pytest.raises(MissingTileError):
                store.read(digest)
        with pytest.raises(MismatchError):
            store.put(np.zeros((3, 3, 4), np.uint8))


def test_painting_and_compositing_work_on_it(state: Path) -> None:
    memory, layer = MemoryTiles(), Layer(id="ink")
    with begin(state, board()) as store:
        drawn: list[Layer] = []
        for tiles in (memory, store):
            canvas = Canvas(tiles, layer)
            canvas.stroke([Sample(10, 10, 1), Sample(400, 90, 0.5)], Brush(), (200, 30, 30))
            canvas.commit()
            drawn.append(canvas.layer)
        assert drawn[0] == drawn[1]
        store.flush()
        seen, expected = (composite(drawn[:1], (500, 200), tiles) for tiles in (store, memory))
        assert (seen.pixels == expected.pixels).all()


def test_another_process_reads_tiles_while_they_are_written(state: Path, film: Path) -> None:
    project = open_for_work(film, state, registry())
    store = project.store
    assert store is not None
    do(project.document, store, stroke(store, 7, 8))
    store.flush()
    digests = [*painted(project.document), MemoryTiles().put(tile(1))]
    command = [sys.executable, "-c", _READ_IN_ANOTHER_PROCESS, str(store.database), *digests]
    root = Path(__file__).parents[2]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    project.close()
    assert said.stdout == "[7, 8, 1]\n", said.stderr


def test_a_reader_sees_new_tiles_and_misses_unknown_ones(state: Path) -> None:
    with begin(state, board()) as store, TileReader(store.database) as reader:
        for level in range(3):
            digest = store.put(tile(level))
            store.flush()
            assert (reader.read(digest) == tile(level)).all()
        with pytest.raises(MissingTileError):
            reader.read("11" * 20)


def test_the_file_is_copied_and_may_go_away(state: Path, film: Path) -> None:
    project = open_for_work(film, state, registry())
    assert project.store is not None
    with project.store as store:
        store.release_file()
        film.unlink()
        digest = painted(project.document)[0]
        assert store.holds(digest)
        assert not store.holds("22" * 20)
        assert (store.read(digest) == tile(1)).all()
        with TileReader(store.database) as reader:
            assert (reader.read(digest) == tile(1)).all()


def test_a_save_holds_what_was_done_and_the_journal_goes_on_from_it(
    state: Path, film: Path
) -> None:
    project = open_for_work(film, state, registry())
    store, document = project.store, project.document
    assert store is not None
    do(document, store, stroke(store, 3, 4))
    assert store.unsaved == 1
    saved = store.capture(document)
    do(document, store, SetSetting(name="fps", value=25))
    store.save(saved)
    assert store.unsaved == 1
    with open_project(film, registry()) as reopened:
        assert encode_document(reopened.document) == encode_document(saved.document)
        assert (reopened.tiles.read(painted(document)[1]) == tile(4)).all()
    store.finish()
    assert not store.folder.exists()


def test_a_new_project_is_saved_where_it_is_told(state: Path, tmp_path: Path) -> None:
    document = board()
    with begin(state, document) as store:
        with pytest.raises(OutputError, match="no file yet"):
            store.save(store.capture(document))
        store.save(store.capture(document), tmp_path / "new.loom")
        assert store.project == tmp_path / "new.loom"
        with pytest.raises(ProjectInUseError), open_two(tmp_path / "new.loom", state):
            pass


def open_two(path: Path, state: Path) -> WorkingStore:
    project = open_for_work(path, state, registry())
    project.close()
    if project.read_only is ReadOnly.IN_USE:
        raise ProjectInUseError(path.name)
    assert project.store is not None
    return project.store


def test_the_second_to_open_a_project_may_look_at_it(state: Path, film: Path) -> None:
    first = open_for_work(film, state, registry())
    second = open_for_work(film, state, registry())
    assert second.read_only is ReadOnly.IN_USE
    assert second.store is None
    assert (second.tiles.read(painted(second.document)[0]) == tile(1)).all()
    second.close()
    first.close()
    third = open_for_work(film, state, registry())
    assert third.read_only is None
    third.close()


def test_saving_over_a_project_that_is_open_elsewhere_is_refused(state: Path, film: Path) -> None:
    before = film.read_bytes()
    other, document = open_for_work(film, state, registry()), board()
    with begin(state, document) as store:
        with pytest.raises(ProjectInUseError, match="film"):
            store.save(store.capture(document), film)
        assert store.project is None
    other.close()
    assert film.read_bytes() == before


def test_a_save_that_fails_leaves_the_project_held(state: Path, film: Path) -> None:
    project = open_for_work(film, state, registry())
    assert project.store is not None
    with pytest.raises(OutputError):
        project.store.save(
            project.store.capture(project.document), film.parent / "nowhere" / "a.loom"
        )
    second = open_for_work(film, state, registry())
    assert second.read_only is ReadOnly.IN_USE
    second.close()
    assert project.store.project == film
    (film.parent / "nowhere").mkdir()
    with begin(state, board()) as other:
        other.save(other.capture(board()), film.parent / "nowhere" / "a.loom")
    project.close()


def test_a_file_that_others_changed_is_known_before_a_save(state: Path, film: Path) -> None:
    project = open_for_work(film, state, registry())
    store = project.store
    assert store is not None
    with store:
        assert store.file_state() is FileState.SAME
        save_project(film, board(), MemoryTiles())
        assert store.file_state() is FileState.CHANGED
        store.save(store.capture(project.document))
        assert store.file_state() is FileState.SAME
        film.unlink()
        assert store.file_state() is FileState.GONE
        store.save(store.capture(project.document))
        assert store.file_state() is FileState.SAME


def test_a_save_goes_on_to_its_end_when_the_project_is_closed(
    state: Path, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = open_for_work(film, state, registry())
    store = project.store
    assert store is not None
    do(project.document, store, stroke(store, *range(100, 120)))
    begun, read = Event(), store.read

    def told_read(digest: str) -> Pixels8:
        begun.set()
        return read(digest)

    monkeypatch.setattr(store, "read", told_read)
    saver = Thread(target=store.save, args=(store.capture(project.document),))
    saver.start()
    begun.wait()
    store.finish()
    saver.join()
    assert not store.folder.exists()
    with open_project(film, registry()) as reopened:
        assert encode_document(reopened.document) == encode_document(project.document)


def test_what_is_not_copied_yet_is_read_from_the_file(
    state: Path, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(writer: Writer) -> None:
        """A copy that does not come to its end."""

    monkeypatch.setattr(Writer, "_copy_some", nothing)
    project = open_for_work(film, state, registry())
    store, digest = project.store, painted(project.document)[0]
    assert store is not None
    assert store.holds(digest)
    assert (store.read(digest) == tile(1)).all()
    with TileReader(store.database) as reader:
        assert (reader.read(digest) == tile(1)).all()
    do(project.document, store, SetSetting(name="fps", value=8))
    store.close()
    monkeypatch.undo()
    back = recover(find_recoverable(state)[0], registry())
    assert back.said == ""
    back.tiles.release_file()
    film.unlink()
    assert (back.tiles.read(digest) == tile(1)).all()
    back.tiles.close()


def test_a_project_saved_under_another_name_lets_the_first_one_go(state: Path, film: Path) -> None:
    project = open_for_work(film, state, registry())
    store = project.store
    assert store is not None
    store.save(store.capture(project.document), film.parent / "other.loom")
    first = open_for_work(film, state, registry())
    other = open_for_work(film.parent / "other.loom", state, registry())
    assert (first.read_only, other.read_only) == (None, ReadOnly.IN_USE)
    for one in (other, first, project):
        one.close()


def test_people_paint_while_a_save_runs(state: Path, film: Path) -> None:
    project = open_for_work(film, state, registry())
    store, document = project.store, project.document
    assert store is not None
    with store:
        for round_ in range(5):
            saver = Thread(target=store.save, args=(store.capture(document),))
            saver.start()
            for number in range(20):
                do(document, store, stroke(store, round_ * 100 + number, number))
            saver.join()
            assert store.unsaved == 20
    (session,) = find_recoverable(state)
    back = recover(session, registry())
    back.tiles.close()
    assert encode_document(back.document) == encode_document(document)


def test_every_step_can_be_read_back_and_undone_however_old(state: Path, tmp_path: Path) -> None:
    document = board()
    start = encode_document(document)
    with begin(state, document) as store:
        count = STEPS_IN_MEMORY + 60
        for number in range(count):
            edit = RenameNode(node="board", title=f"t{number}")
            if number % 9 == 0:
                edit = stroke(store, number)
            assert do(document, store, edit, f"step {number}") == number + 1
            if number == 100:
                store.save(store.capture(document), tmp_path / "a.loom")
        end = encode_document(document)
        newest = store.step(count)
        assert store.step(count) is newest
        assert store.step(1) is not store.step(1)  # read back
        steps = [store.step(number) for number in range(count, 0, -1)]
        assert [step.name for step in steps] == [f"step {n}" for n in reversed(range(count))]
        for step in steps:
            document.apply(step.inverse)
        assert encode_document(document) == start
        for step in reversed(steps):
            document.apply(step.edit)
        assert encode_document(document) == end
        assert (store.read(painted(document)[0]) == tile(count - 1 - (count - 1) % 9)).all()


def test_a_journal_that_cannot_be_written_says_so_and_catches_up(state: Path) -> None:
    document = board()
    with begin(state, document) as store:
        blocker = sqlite3.connect(store.database, isolation_level=None)
        blocker.execute(
            "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT raise(FAIL, 'full'); END"
        )
        do(document, store, stroke(store, 1))
        with pytest.raises(OutputError, match="full"):
            store.flush()
        assert store.trouble is not None
        assert (store.read(painted(document)[0]) == tile(1)).all()
        blocker.execute("DROP TRIGGER full")
        blocker.close()
        store.flush()
        assert store.trouble is None
        assert store.step(1).edit == stroke(store, 1)


def test_a_closed_store_refuses_steps_in_words(state: Path) -> None:
    document = board()
    store = begin(state, document)
    store.close()
    store.close()
    with pytest.raises(OutputError, match="closed"):
        do(document, store, SetSetting(name="a", value=1))
    with pytest.raises(OutputError, match="closed"):
        store.save(store.capture(document), state / "late.loom")
    with pytest.raises(OutputError, match="closed"):
        store.flush()
    assert not (state / "late.loom").exists()


def test_a_project_closed_by_the_person_leaves_nothing(state: Path, film: Path) -> None:
    project = open_for_work(film, state, registry())
    assert project.store is not None
    do(project.document, project.store, stroke(project.store, 9))
    project.store.finish()
    assert find_recoverable(state) == []
    assert {path.name for path in state.iterdir()} == {"locks"}


def test_a_project_closed_by_the_person_is_not_offered_where_its_files_stay(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path, *, ignore_errors: bool) -> None:
        """Another program reads the files."""

    document = board()
    store = begin(state, document)
    do(document, store, stroke(store, 9))
    monkeypatch.setattr(shutil, "rmtree", fail)
    store.finish()
    monkeypatch.undo()
    assert store.folder.exists()
    assert find_recoverable(state) == []
    assert not store.folder.exists()
