"""Of a tile that was painted over another only what changed is stored, and every one comes back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nodes.edits import PaintTiles, SetSetting
from nodes.loom.refusals import DamagedLoomError
from nodes.project_file import open_project, save_project
from nodes.working_store import TileReader, begin, find_recoverable, open_for_work, recover
from nodes.working_store.tile_delta import MOST_DELTAS
from nodes.working_store.writer import Writer
from pipelines.painting.brush import INK
from pipelines.painting.canvas import Canvas
from pipelines.painting.stroke import Sample
from pipelines.painting.tiles import MemoryTiles, TileStore
from pipelines.panels import Layer
from pipelines.values import Image, Pixels8
from tests.fakes import registry
from tests.working_store.conftest import board, changed, database, do, painted, stroke, tile

OLD = Path(__file__).with_name("version_1.sql")
MOST_BYTES = 300_000
"""Of a stroke of 400 px with a radius of 20."""


def noise(seed: int = 0, size: tuple[int, int] = (256, 256)) -> Pixels8:
    """What nothing can compress, opaque."""
    pixels = np.random.default_rng(seed).integers(0, 256, (size[1], size[0], 4), np.uint8)
    pixels[..., 3] = 255
    return pixels


def photograph(tiles: TileStore) -> Layer:
    """A layer with a picture that nothing can compress."""
    canvas = Canvas(tiles, Layer(id="ink"))
    canvas.lay(Image(noise(1, (1024, 768))), (0, 0))
    canvas.commit()
    return canvas.layer


def drawn(tiles: TileStore, layer: Layer, *, slant: float = 1.0) -> Layer:
    """A stroke of 400 px with a radius of 20 over it."""
    canvas = Canvas(tiles, layer)
    ends = [Sample(100 + 283 * far, 120 + 283 * far * slant) for far in (0.0, 0.5, 1.0)]
    canvas.stroke(ends, replace(INK, size=40), (30, 30, 40))
    canvas.commit()
    return canvas.layer


def stored(state: Path) -> int:
    """Bytes of all tiles."""
    connection = sqlite3.connect(database(state))
    (count,) = connection.execute(
        "SELECT (SELECT coalesce(sum(length(frame)), 0) FROM tiles)"
        " + (SELECT coalesce(sum(length(frame)), 0) FROM deltas)"
    ).fetchone()
    connection.close()
    return count


def longest_chain(state: Path) -> int:
    """The most deltas that lie over each other."""
    connection = sqlite3.connect(database(state))
    depth: dict[bytes, int] = {}
    for digest, over in connection.execute("SELECT digest, over FROM deltas ORDER BY rowid"):
        depth[digest] = depth.get(over, 0) + 1
    connection.close()
    return max(depth.values(), default=0)


def test_a_stroke_over_a_photograph_takes_little(state: Path) -> None:
    with begin(state, board()) as store:
        layer = photograph(store)
        store.flush()
        for number in range(12):
            before = stored(state)
            layer = drawn(store, layer, slant=1 - number / 20)
            store.flush()
            assert stored(state) - before < MOST_BYTES / 10


Blot = tuple[int, int, int, int, int]


def blotted(before: Pixels8, blot: Blot) -> Pixels8:
    """A tile with one more spot: flat, noisy, or rubbed out."""
    x, y, width, height, kind = blot
    after = before.copy()
    room = after[y : y + height, x : x + width]
    if kind == 0:
        room[:] = 0
    elif kind < 5:
        room[:] = (kind * 40, 9, 7, 200)
    else:
        room[:] = noise(kind)[: room.shape[0], : room.shape[1]]
    return after


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.tuples(
                st.integers(0, 255),
                st.integers(0, 255),
                st.integers(1, 256),
                st.integers(1, 256),
                st.integers(0, 9),
            ),
            st.booleans(),
            st.integers(0, 3),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_whatever_is_painted_over_whatever_comes_back_to_the_byte(
    tmp_path_factory: pytest.TempPathFactory, blots: list[tuple[Blot, bool, int]]
) -> None:
    state = tmp_path_factory.mktemp("state")
    made: dict[str, Pixels8] = {}
    with begin(state, board()) as store:
        digests = [str(store.put(noise()))]
        made[digests[0]] = noise()
        for blot, is_written, back in blots:
            over = digests[-min(back + 1, len(digests))]  # undone some steps, or none
            pixels = blotted(made[over], blot)
            digests.append(str(store.put(pixels.copy(), over=over)))
            made[digests[-1]] = pixels
            if is_written:
                store.flush()
        do(board(), store, SetSetting(name="fps", value=25))
        store.flush()
        with TileReader(store.database) as reader:
            for digest, pixels in made.items():
                assert np.array_equal(reader.read(digest), pixels)
                assert np.array_equal(store.read(digest), pixels)
                assert not store.read(digest).flags.writeable
    (session,) = find_recoverable(state)
    with recover(session, registry()).tiles as back:
        for digest, pixels in made.items():
            assert back.holds(digest)
            assert np.array_equal(back.read(digest), pixels)


def test_however_often_a_tile_is_painted_over_it_is_read_from_few_pieces(state: Path) -> None:
    with begin(state, board()) as store:
        layers = [photograph(store)]
        store.flush()
        before = stored(state)
        for number in range(5 * MOST_DELTAS):
            layers.append(drawn(store, layers[-1], slant=number / 100))
            store.flush()
        assert MOST_DELTAS <= longest_chain(state) <= 2 * MOST_DELTAS
        assert stored(state) - before < 5 * MOST_DELTAS * MOST_BYTES / 10
        again = MemoryTiles()
        layer = photograph(again)
        for number, kept in enumerate(layers):
            assert kept == layer
            for piece in kept.tiles:
                assert np.array_equal(store.read(piece.digest), again.read(piece.digest))
            layer = drawn(again, layer, slant=number / 100)


def test_long_chains_of_a_stroke_are_not_all_cut_at_once(state: Path) -> None:
    with begin(state, board()) as store:
        bases = [str(store.put(noise(number))) for number in range(5)]
        pixels = [noise(number) for number in range(5)]
        store.flush()
        most = 0
        for number in range(3 * MOST_DELTAS):
            before = stored(state)
            for at in range(5):
                spot = (number * 5, 0, 5, 256, 5 + at)
                pixels[at] = blotted(pixels[at], spot)
                bases[at] = str(store.put(pixels[at].copy(), over=bases[at]))
            store.flush()
            most = max(most, stored(state) - before)
        assert most < MOST_BYTES


def test_what_is_painted_over_a_film_that_is_still_copied_takes_little_too(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(writer: Writer) -> None:
        """A copy that does not come to its end."""

    film = tmp_path / "film.loom"
    document, tiles = board(), MemoryTiles()
    base = tiles.put(noise())
    document.apply(PaintTiles(node="board", panel="p1", layer="ink", tiles=((0, 0, str(base)),)))
    save_project(film, document, tiles)
    monkeypatch.setattr(Writer, "_copy_some", nothing)
    project = open_for_work(film, state, registry())
    assert project.store is not None
    with project.store as store:
        pixels = blotted(noise(), (20, 20, 60, 60, 1))
        digest = store.put(pixels.copy(), over=base)
        store.flush()
        assert stored(state) < 230_000  # what it was painted over, and little more
        film.rename(film.with_name("elsewhere.loom"))
        with TileReader(store.database) as reader:
            assert np.array_equal(reader.read(digest), pixels)


def test_what_was_painted_over_a_tile_that_is_gone_is_kept_whole(state: Path) -> None:
    with begin(state, board()) as store:
        digest = store.put(tile(1), over="11" * 20)
        store.flush()
        assert (store.read(digest) == tile(1)).all()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda frame: frame[:-4],
    "none": lambda frame: b"",
    "no zstd": lambda frame: b"a poem" * 20,
    "longer than it was": lambda frame: frame + frame,
    "scribbled": lambda frame: frame[:40] + bytes([frame[40] ^ 255]) + frame[41:],
}


@pytest.mark.parametrize("where", ["tiles", "deltas"])
@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_piece_is_refused_and_nothing_is_built_upon_it(
    state: Path, where: str, how: str
) -> None:
    with begin(state, board()) as store:
        base = store.put(noise())
        second = blotted(noise(), (0, 0, 50, 50, 7))
        digest = store.put(second.copy(), over=base)
        store.flush()
        connection = sqlite3.connect(store.database, isolation_level=None)
        (frame,) = connection.execute(f"SELECT frame FROM {where}").fetchone()
        connection.execute(f"UPDATE {where} SET frame = ?", (DAMAGE[how](frame),))
        connection.close()
        with pytest.raises(DamagedLoomError):
            store.read(digest)
        third = blotted(second, (60, 60, 20, 20, 3))
        over = store.put(third.copy(), over=digest)
        store.flush()
        assert np.array_equal(store.read(over), third)


def test_a_tile_whose_ground_is_lost_is_told_as_missing(state: Path) -> None:
    document = board()
    with begin(state, document) as store:
        base = store.put(noise())
        digest = store.put(blotted(noise(), (0, 0, 50, 50, 7)), over=base)
        edit = PaintTiles(node="board", panel="p1", layer="ink", tiles=((0, 0, str(digest)),))
        do(document, store, edit)
    changed(state, "DELETE FROM tiles")
    back = recover(find_recoverable(state)[0], registry())
    back.tiles.close()
    assert back.missing == 1


def test_deltas_that_lie_over_each_other_in_a_ring_are_none(state: Path) -> None:
    with begin(state, board()) as store:
        base = store.put(noise())
        digest = store.put(blotted(noise(), (0, 0, 50, 50, 7)), over=base)
        store.flush()
        changed(state, f"UPDATE deltas SET over = x'{digest}'", "DELETE FROM tiles")
        third = blotted(noise(), (60, 60, 20, 20, 3))
        over = store.put(third.copy(), over=digest)
        store.flush()
        assert np.array_equal(store.read(over), third)


def test_a_session_of_the_first_version_comes_back_and_goes_on(state: Path, tmp_path: Path) -> None:
    (state / "session").mkdir(parents=True)
    connection = sqlite3.connect(state / "session" / "work.sqlite")
    connection.executescript(OLD.read_text())
    connection.close()
    (session,) = find_recoverable(state)
    assert (session.name, session.steps, session.problem) == ("Before deltas", 3, "")
    back = recover(session, registry())
    assert back.said == ""
    with back.tiles as store:
        old = painted(back.document)
        assert (store.read(old[0]) == tile(12)).all()
        over = blotted(tile(12), (20, 20, 60, 60, 1))
        digest = str(store.put(over.copy(), over=old[0]))
        edit = PaintTiles(node="board", panel="p1", layer="ink", tiles=((0, 0, digest),))
        assert do(back.document, store, edit) == 4
        store.save(store.capture(back.document), tmp_path / "film.loom")
    with open_project(tmp_path / "film.loom", registry()) as saved:
        assert np.array_equal(saved.tiles.read(digest), over)
    assert longest_chain(state) == 1


def test_strokes_on_bare_paper_are_whole_as_before(state: Path) -> None:
    document = board()
    with begin(state, document) as store:
        do(document, store, stroke(store, 1, 2))
        store.flush()
        assert longest_chain(state) == 0
