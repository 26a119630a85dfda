"""Edits of painted masks: each has a small inverse, is JSON, and is refused with words."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

from nodes.codec import decode_edit, encode_document, encode_edit
from nodes.document import Document
from nodes.edits import AddNode, Edit, PaintMask, PutMaskKeys, PutMasks
from nodes.graph import Node
from nodes.project_file import open_project, save_project
from nodes.refusals import BadIdError, NoSuchMaskError
from nodes.registry import library
from nodes.working_store import find_recoverable, open_for_work, recover
from pipelines.errors import GraphError
from pipelines.masking.objects import Between, MaskKey, MaskObject
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import Tile
from tests.masking.shapes import disc, painted

DIGESTS = [f"{n:040x}" for n in range(6)]


@pytest.fixture
def document() -> Document:
    made = Document(library())
    made.apply(AddNode(node=Node(id="masks", type="mask.paint")))
    return made


def objects(made: Document) -> tuple[MaskObject, ...]:
    return made.graph.nodes["masks"].parameters.get("objects", ())


def paint(frame: int, *tiles: tuple[int, int, str], picture: str = "") -> PaintMask:
    return PaintMask(node="masks", object="ball", frame=frame, tiles=tiles, picture=picture)


def test_painting_makes_a_key_and_its_inverse_takes_it_away(document: Document) -> None:
    document.apply(PutMasks(node="masks", objects=(MaskObject(id="ball"),)))
    back = document.apply(paint(7, (0, 0, DIGESTS[1]), (1, 0, DIGESTS[2]), picture="film"))
    assert objects(document)[0].keys == (
        MaskKey(frame=7, tiles=(Tile(0, 0, DIGESTS[1]), Tile(1, 0, DIGESTS[2])), picture="film"),
    )
    document.apply(back)
    assert objects(document)[0].keys == ()


def test_the_inverse_of_a_stroke_names_only_its_own_tiles(document: Document) -> None:
    document.apply(PutMasks(node="masks", objects=(MaskObject(id="ball"),)))
    document.apply(paint(7, *((x, 0, DIGESTS[1]) for x in range(40)), picture="old"))
    back = document.apply(paint(7, (3, 0, DIGESTS[2]), (50, 0, DIGESTS[3]), picture="new"))
    assert back == paint(7, (3, 0, DIGESTS[1]), (50, 0, ""), picture="old")
    assert len(encode_edit(back)) < 300


def test_a_new_name_leaves_the_keys_and_says_nothing_of_them(document: Document) -> None:
    document.apply(PutMasks(node="masks", objects=(MaskObject(id="ball"),)))
    document.apply(paint(7, (0, 0, DIGESTS[1])))
    back = document.apply(PutMasks(node="masks", objects=(MaskObject(id="ball", name="Ball"),)))
    assert objects(document)[0].name == "Ball" and len(objects(document)[0].keys) == 1
    assert DIGESTS[1].encode() not in encode_edit(back)


def test_an_object_that_was_removed_comes_back_with_its_keys(document: Document) -> None:
    document.apply(PutMasks(node="masks", objects=(MaskObject(id="ball"), MaskObject(id="hat"))))
    document.apply(paint(7, (0, 0, DIGESTS[1])))
    before = objects(document)
    back = document.apply(PutMasks(node="masks", order=("hat",)))
    assert [one.id for one in objects(document)] == ["hat"]
    document.apply(back)
    assert objects(document) == before


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (paint(1), NoSuchMaskError),
        (PutMaskKeys(node="masks", object="cat", removed=(1,)), NoSuchMaskError),
        (PutMasks(node="masks", order=("cat",)), NoSuchMaskError),
        (PutMasks(node="masks", objects=(MaskObject(id="a/b"),)), BadIdError),
        (PutMasks(node="masks", parameter="size"), NoSuchMaskError),
        (PutMasks(node="none"), GraphError),
    ],
)
def test_a_bad_edit_is_refused_and_changes_nothing(
    document: Document, edit: Edit, error: type[GraphError]
) -> None:
    document.graph = document.graph.put(
        [msgspec.structs.replace(document.graph.nodes["masks"], parameters={"size": (1, 1)})]
    )
    before = document.graph
    with pytest.raises(error):
        document.apply(edit)
    assert document.graph is before


def test_a_frame_before_the_first_is_no_edit() -> None:
    line = encode_edit(paint(3)).replace(b'"frame":3', b'"frame":-3')
    with pytest.raises(msgspec.ValidationError):
        decode_edit(line, library())


def random_edit(dice: random.Random, made: Document) -> Edit:
    """Any edit of masks, good or bad."""
    have = [one.id for one in objects(made)]
    some = dice.choice([*have, "none"])
    tiles = tuple(
        (dice.randint(-1, 2), dice.randint(-1, 2), dice.choice(["", *DIGESTS])) for _ in range(3)
    )
    frame = dice.randint(0, 6)
    key = MaskKey(frame=frame, after=dice.choice([None, *Between]))
    match dice.randint(0, 5):
        case 0:
            one = MaskObject(id=dice.choice("abc"), name=str(frame), keys=(key,))
            return PutMasks(node="masks", objects=(one,))
        case 1:
            dice.shuffle(have)
            return PutMasks(node="masks", order=tuple(have[: dice.randint(0, 3)]))
        case 2:
            removed = (dice.randint(0, 6),)
            return PutMaskKeys(node="masks", object=some, keys=(key,), removed=removed)
        case _:
            return PaintMask(
                node="masks", object=some, frame=frame, tiles=tiles, picture=str(dice.random())
            )


@pytest.mark.parametrize("seed", range(4))
def test_hundreds_of_random_edits_undo_to_the_byte(document: Document, seed: int) -> None:
    dice = random.Random(seed)
    states, inverses = [encode_document(document)], list[Edit]()
    for _ in range(300):
        edit = random_edit(dice, document)
        assert decode_edit(encode_edit(edit), library()) == edit
        try:
            inverses.append(document.apply(edit))
        except GraphError:
            continue
        states.append(encode_document(document))
    assert len(inverses) > 150
    for back in reversed(inverses):
        assert encode_document(document) == states.pop()
        document.apply(decode_edit(encode_edit(back), library()))
    assert encode_document(document) == states.pop()


def test_masks_are_saved_with_their_pixels(tmp_path: Path, document: Document) -> None:
    tiles = MemoryTiles()
    ball = painted(tiles, {0: disc(40, 30, 12), 9: disc(50, 30, 12)}, between=Between.HOLD)
    document.apply(PutMasks(node="masks", objects=(ball,)))
    save_project(tmp_path / "film.loom", document, tiles)
    with open_project(tmp_path / "film.loom", library()) as project:
        assert objects(project.document) == (ball,)
        for key in ball.keys:
            for tile in key.tiles:
                assert (project.tiles.read(tile.digest) == tiles.read(tile.digest)).all()


def test_a_stroke_survives_a_program_that_is_killed(tmp_path: Path, document: Document) -> None:
    document.apply(PutMasks(node="masks", objects=(MaskObject(id="ball"),)))
    save_project(tmp_path / "film.loom", document, MemoryTiles())
    opened = open_for_work(tmp_path / "film.loom", tmp_path / "state", library())
    store = opened.store
    assert store is not None
    key = painted(MemoryTiles(), {3: disc(40, 30, 12)}).keys[0]
    tiles = MemoryTiles()
    (tile,) = painted(tiles, {3: disc(40, 30, 12)}).keys[0].tiles
    digest = store.put(tiles.read(tile.digest).copy())
    stroke = paint(3, (tile.x, tile.y, digest))
    store.record(stroke, opened.document.apply(stroke), step="Paint mask")
    store.close()
    (session,) = find_recoverable(tmp_path / "state")
    back = recover(session, library())
    with back.tiles as kept:
        assert objects(back.document)[0].keys == (key,)
        assert (kept.read(digest) == tiles.read(tile.digest)).all()


def test_a_key_that_corrects_says_so_and_stays_one_when_it_is_painted_again(
    document: Document, tmp_path: Path
) -> None:
    document.apply(PutMasks(node="masks", objects=(MaskObject(id="ball"),)))
    inverse = document.apply(
        PaintMask(node="masks", object="ball", frame=3, tiles=(), corrects=True)
    )
    document.apply(paint(3, (0, 0, DIGESTS[1])))
    document.apply(paint(5, (0, 0, DIGESTS[2])))
    assert [key.corrects for key in objects(document)[0].keys] == [True, False]
    saved = encode_document(document).decode()
    assert saved.count("corrects") == 1
    document.apply(inverse)
    assert [key.frame for key in objects(document)[0].keys] == [5]
