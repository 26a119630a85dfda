"""Recovery: what was done comes back without the project file; damage is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from nodes.codec import encode_document
from nodes.edits import SetSetting
from nodes.project_file import open_project, save_project
from nodes.working_store import (
    FileState,
    ProjectInUseError,
    begin,
    begin_copy,
    discard,
    find_recoverable,
    open_for_work,
    recover,
)
from nodes.working_store.writer import Writer
from pipelines.painting.tiles import MemoryTiles
from tests.fakes import CALLS, registry
from tests.working_store.conftest import board, do, painted, stroke, tile, worked


def test_unsaved_work_is_found_and_comes_back(film: Path, state: Path) -> None:
    before = worked(film, state)
    (session,) = find_recoverable(state)
    assert (session.project, session.steps, session.file) == (film, 3, FileState.SAME)
    assert session.at > 0
    CALLS.clear()
    back = recover(session, registry())
    assert CALLS == []
    assert encode_document(back.document) == encode_document(before)
    assert back.said == ""
    with back.tiles as store:
        assert (store.read(painted(back.document)[0]) == tile(12)).all()
        assert store.project == film
        assert store.unsaved == 3


def test_recovered_work_goes_on_and_can_be_undone_and_saved(film: Path, state: Path) -> None:
    worked(film, state)
    (session,) = find_recoverable(state)
    back = recover(session, registry())
    store, document = back.tiles, back.document
    assert do(document, store, stroke(store, 99)) == 4
    for number in range(4, 0, -1):
        document.apply(store.step(number).inverse)
    assert painted(document) == [MemoryTiles().put(tile(1))]
    for number in range(1, 5):
        document.apply(store.step(number).edit)
    store.save(store.capture(document))
    store.close()
    assert find_recoverable(state) == []
    with open_project(film, registry()) as reopened:
        assert encode_document(reopened.document) == encode_document(document)


def test_work_killed_again_after_a_recovery_comes_back(film: Path, state: Path) -> None:
    worked(film, state)
    first = recover(find_recoverable(state)[0], registry())
    do(first.document, first.tiles, SetSetting(name="fps", value=12))
    first.tiles.close()
    second = recover(find_recoverable(state)[0], registry())
    second.tiles.close()
    assert encode_document(second.document) == encode_document(first.document)


@pytest.mark.parametrize("fate", [FileState.GONE, FileState.CHANGED])
def test_recovery_does_not_need_the_project_file(film: Path, state: Path, fate: FileState) -> None:
    project = open_for_work(film, state, registry())
    assert project.store is not None
    do(project.document, project.store, stroke(project.store, 7, 8))
    project.store.release_file()
    project.close()
    if fate is FileState.GONE:
        film.unlink()
    else:
        film.write_bytes(b"another")
    (session,) = find_recoverable(state)
    assert session.file is fate
    back = recover(session, registry())
    assert encode_document(back.document) == encode_document(project.document)
    assert ("changed since" in back.said) == (fate is FileState.CHANGED)
    back.document.apply(back.tiles.step(1).inverse)
    with back.tiles as store:
        assert (store.read(painted(back.document)[0]) == tile(1)).all()


def test_work_that_was_never_saved_comes_back(state: Path) -> None:
    document = board()
    with begin(state, document) as store:
        do(document, store, stroke(store, 4))
    (session,) = find_recoverable(state)
    assert session.file is FileState.NEVER_SAVED
    back = recover(session, registry())
    back.tiles.close()
    assert encode_document(back.document) == encode_document(document)


def test_a_copy_that_was_not_copied_to_the_end_comes_back_whole_and_with_its_name(
    film: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Writer, "_copy_some", Writer._end_copy)  # pyright: ignore[reportPrivateUsage] - a kill in time
    document, store = begin_copy(state, film, registry(), name="Film")
    with store:
        do(document, store, SetSetting(name="fps", value=12))
    (session,) = find_recoverable(state)
    assert (session.file, session.project) == (FileState.NEVER_SAVED, None)
    assert (session.name, session.origin) == ("Film", film)
    back = recover(session, registry())
    with back.tiles as tiles, open_project(film, registry()) as project:
        assert (back.missing, back.said) == (0, "")
        for digest in painted(project.document):
            assert (tiles.read(digest) == project.tiles.read(digest)).all()


def test_nothing_is_offered_where_nothing_was_done_or_all_is_saved(film: Path, state: Path) -> None:
    assert find_recoverable(state) == []
    worked(film, state, steps=0)
    assert find_recoverable(state) == []
    project = open_for_work(film, state, registry())
    assert project.store is not None
    do(project.document, project.store, stroke(project.store, 4))
    project.store.save(project.store.capture(project.document))
    project.close()
    assert find_recoverable(state) == []
    assert not list(state.glob("*/work.sqlite"))


def test_a_session_at_work_is_neither_offered_nor_deleted(film: Path, state: Path) -> None:
    worked(film, state)
    (session,) = find_recoverable(state)
    back = recover(session, registry())
    assert find_recoverable(state) == []
    with pytest.raises(ProjectInUseError):
        discard(session)
    with pytest.raises(ProjectInUseError):
        recover(session, registry())
    back.tiles.close()
    discard(session)
    assert find_recoverable(state) == []
    assert not session.folder.exists()


def test_work_on_a_project_that_is_open_again_waits(film: Path, state: Path) -> None:
    worked(film, state)
    (session,) = find_recoverable(state)
    project = open_for_work(film, state, registry())
    with pytest.raises(ProjectInUseError):
        recover(session, registry())
    project.close()
    recover(session, registry()).tiles.close()


def test_a_file_that_was_saved_right_before_the_kill_is_known(film: Path, state: Path) -> None:
    project = open_for_work(film, state, registry())
    store = project.store
    assert store is not None
    do(project.document, store, stroke(store, 3))
    store._announce(encode_document(project.document), 1)  # pyright: ignore[reportPrivateUsage] - the moment between rename and head
    save_project(film, project.document, store)
    do(project.document, store, stroke(store, 5))
    project.close()
    (session,) = find_recoverable(state)
    assert (session.steps, session.file) == (1, FileState.SAME)
    back = recover(session, registry())
    back.tiles.close()
    assert encode_document(back.document) == encode_document(project.document)


def test_the_newest_session_is_offered_first(state: Path) -> None:
    folders: list[Path] = []
    for _ in range(6):
        document = board()
        with begin(state, document) as store:
            do(document, store, stroke(store, 4))
            folders.insert(0, store.folder)
    assert [session.folder for session in find_recoverable(state)] == folders
