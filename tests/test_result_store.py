"""Results are found again by key: in this process, in others, and after any accident."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file

from nodes.store import ResultStore, StoredValue
from pipelines.digest import Digest, digest_text
from pipelines.errors import MismatchError, OutputError
from pipelines.values import Image, Mask

ROOT = Path(__file__).parents[1]


def frame(level: int) -> Image:
    return Image(np.full((4, 6, 3), level, np.uint8))


def key(text: object) -> Digest:
    return digest_text(str(text))


def objects(folder: Path) -> list[Path]:
    return sorted((folder / "objects").glob("*.safetensors"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ResultStore]:
    with ResultStore(tmp_path) as opened:
        yield opened


@contextmanager
def full_disk(at: int) -> Generator[None]:
    """No file of this process can grow over `at` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (at, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_frame_is_readable_at_once_and_after_it_is_written(store: ResultStore) -> None:
    store.put_frame(key(1), frame(7), 0.1)
    for _ in range(2):
        found = store.get_frame(key(1))
        assert isinstance(found, Image)
        assert (found.pixels == 7).all()
        assert not found.pixels.flags.writeable
        store.flush()


@pytest.mark.parametrize(
    "picture",
    [
        Image(np.arange(24, dtype=np.uint16).reshape(2, 3, 4)),
        Mask(np.arange(6, dtype=np.uint8).reshape(2, 3)),
        Image(np.zeros((8, 8, 3), np.uint8)[::2, ::-1]),
    ],
)
def test_every_kind_of_frame_comes_back_in_another_process(
    tmp_path: Path, picture: Image | Mask
) -> None:
    with ResultStore(tmp_path) as store:
        store.put_frame(key(1), picture, 0.1)
    with ResultStore(tmp_path) as store:
        found = store.get_frame(key(1))
    assert type(found) is type(picture)
    assert found is not None and found.pixels.dtype == picture.pixels.dtype
    assert np.array_equal(found.pixels, picture.pixels)


def test_a_value_keeps_its_kind_text_and_arrays(tmp_path: Path) -> None:
    arrays = {"b": np.arange(5, dtype=np.int8), "a": np.array(2.5), "none": np.zeros((0, 3))}
    with ResultStore(tmp_path) as store:
        store.put_value(key(1) + ".matte", StoredValue("latent", b'{"rate": 3}', arrays), 2.0)
    with ResultStore(tmp_path) as store:
        found = store.get_value(key(1) + ".matte")
        assert not store.has_frame(key(1))
    assert found is not None
    assert (found.kind, found.meta) == ("latent", b'{"rate": 3}')
    assert {name: array.tolist() for name, array in found.arrays.items()} == {
        name: array.tolist() for name, array in arrays.items()
    }


def test_a_value_and_a_frame_may_have_the_same_key(store: ResultStore) -> None:
    store.put_frame(key(1), frame(1), 0.1)
    store.put_value(key(1), StoredValue("text", b'"x"'), 0.1)
    store.flush()
    assert store.get_frame(key(1)) is not None
    assert store.get_value(key(1)) == StoredValue("text", b'"x"')


def test_what_no_file_can_hold_is_refused_at_once(store: ResultStore) -> None:
    with pytest.raises(MismatchError):
        store.put_value(key(1), StoredValue("x", b"{}", {"a": np.zeros(2, np.complex64)}), 0)
    with pytest.raises(MismatchError):
        store.put_value(key(1), StoredValue("x", b"\xff"), 0)
    assert not store.has_value(key(1))


def test_frames_are_gathered_in_files_of_at_most_thirty_two(tmp_path: Path) -> None:
    with ResultStore(tmp_path) as store:
        for index in range(49):
            store.put_frame(key(index), frame(index), 0.1)
    sizes = [len(load_file(path)) for path in objects(tmp_path)]
    assert sum(sizes) == 49
    assert max(sizes) <= 32


def test_the_files_are_plain_safetensors(tmp_path: Path, store: ResultStore) -> None:
    store.put_frame(key(1), frame(9), 0.1)
    store.put_value(key(2), StoredValue("mask", b"{}", {"grid": np.eye(3, dtype=np.float32)}), 1)
    store.flush()
    tensors = {name: t for path in objects(tmp_path) for name, t in load_file(path).items()}
    assert np.array_equal(tensors[key(1)], frame(9).pixels)
    assert np.array_equal(tensors[f"{key(2)}/grid"], np.eye(3))


def test_waiting_results_are_written_without_being_asked(tmp_path: Path) -> None:
    with ResultStore(tmp_path) as store, ResultStore(tmp_path) as other:
        store.put_value(key("costly"), StoredValue("text"), 60.0)
        until = monotonic() + 10
        while not other.has_value(key("costly")):
            assert monotonic() < until


def test_another_process_sees_what_was_flushed(tmp_path: Path) -> None:
    with ResultStore(tmp_path) as one, ResultStore(tmp_path) as other:
        assert not other.has_frame(key(1))
        one.put_frame(key(1), frame(3), 0.1)
        one.flush()
        assert other.has_frame(key(1))
        one.evict(0)
        with other.lease([key(1)]):
            assert not other.has_frame(key(1))
        assert other.get_frame(key(1)) is None


def test_what_is_cheap_for_its_size_is_evicted_first(store: ResultStore) -> None:
    for name, seconds in (("cheap", 0.1), ("dear", 9.0), ("middling", 1.0)):
        store.put_frame(key(name), frame(1), seconds)
        store.flush()
    size = store.evict(1 << 40)
    assert size == 0
    freed = store.evict(2 * 450)
    assert freed > 0
    assert not store.has_frame(key("cheap"))
    assert store.has_frame(key("dear"))


def test_among_equals_the_longest_unused_goes_first(tmp_path: Path) -> None:
    with ResultStore(tmp_path) as store:
        for name in ("first", "second"):
            store.put_frame(key(name), frame(1), 1.0)
            store.flush()
        store.get_frame(key("first"))
    with ResultStore(tmp_path) as store:
        total = sum(path.stat().st_size for path in objects(tmp_path))
        store.evict(total - 1)
        assert store.has_frame(key("first"))
        assert not store.has_frame(key("second"))


def test_a_leased_result_is_not_evicted_by_another_process(tmp_path: Path) -> None:
    with ResultStore(tmp_path) as store, ResultStore(tmp_path) as other:
        store.put_frame(key(1), frame(1), 0.0)
        store.flush()
        with store.lease([key(1), key("not made yet")]):
            assert other.evict(0) == 0
            assert store.evict(0) == 0
        assert other.evict(0) > 0
        assert store.get_frame(key(1)) is None


def test_a_leased_result_stays_when_another_copy_of_it_was_evicted(tmp_path: Path) -> None:
    with ResultStore(tmp_path) as one, ResultStore(tmp_path) as other:
        one.put_frame(key("dear"), frame(1), 90.0)
        for store in (one, other):
            store.put_frame(key("both"), frame(1), 0.0)
        one.flush()
        other.flush()  # the index now names the other's copy
        total = sum(path.stat().st_size for path in objects(tmp_path))
        assert one.evict(total - 1) > 0
        with one.lease([key("both")]):
            there = one.has_frame(key("both"))
            other.evict(0)
            assert (one.get_frame(key("both")) is not None) == there


def test_the_budget_is_kept_without_being_asked(tmp_path: Path) -> None:
    with ResultStore(tmp_path, budget=2000) as store:
        for index in range(20):
            store.put_frame(key(index), frame(index), float(index))
            store.flush()
        assert sum(path.stat().st_size for path in objects(tmp_path)) <= 2000
        assert store.has_frame(key(19))


@pytest.mark.parametrize("harm", ["gone", "empty", "noise", "halved"])
def test_a_damaged_index_is_rebuilt_from_the_files(tmp_path: Path, harm: str) -> None:
    with ResultStore(tmp_path) as store:
        for index in range(40):
            store.put_frame(key(index), frame(index), 0.1)
    index = tmp_path / "index.sqlite"
    whole = index.read_bytes()
    for suffix in ("-wal", "-shm"):
        index.with_name(index.name + suffix).unlink(missing_ok=True)
    index.write_bytes({"noise": b"\x01" * 9000, "halved": whole[: len(whole) // 2]}.get(harm, b""))
    if harm == "gone":
        index.unlink()
    with ResultStore(tmp_path) as store:
        found = [store.get_frame(key(number)) for number in range(40)]
    assert [picture.pixels[0, 0, 0] for picture in found if picture] == list(range(40))


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7), cut=st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_damaged_file_is_absent_or_found_by_verification(
    tmp_path_factory: pytest.TempPathFactory, at: int, bit: int, cut: bool
) -> None:
    folder = tmp_path_factory.mktemp("store")
    with ResultStore(folder) as store:
        store.put_frame(key(1), frame(1), 0.1)
        store.put_frame(key(2), frame(2), 0.1)
    (path,) = objects(folder)
    whole = bytearray(path.read_bytes())
    at %= len(whole)
    harmed = whole[:at]
    if not cut:
        harmed = whole.copy()
        harmed[at] ^= 1 << bit
    path.write_bytes(harmed)
    header = 8 + int.from_bytes(whole[:8], "little")
    with ResultStore(folder) as store:
        found = store.get_frame(key(1))
        if cut or at < header:
            assert found is None
            assert not store.has_frame(key(2))
        else:
            assert set(store.verify()) == {key(1), key(2)}
            assert store.get_frame(key(1)) is None
        store.put_frame(key(1), frame(1), 0.1)
        store.flush()
        assert store.get_frame(key(1)) is not None
        assert store.verify() == ()


def test_verification_finds_nothing_wrong_with_sound_files(store: ResultStore) -> None:
    store.put_frame(key(1), frame(1), 0.1)
    store.flush()
    assert store.verify() == ()
    assert store.has_frame(key(1))


def test_a_full_disk_is_told_and_frames_stay_readable(tmp_path: Path) -> None:
    large = Image(np.ones((300, 300, 3), np.uint8))
    with ResultStore(tmp_path) as store:
        with full_disk(100_000):
            store.put_frame(key(1), large, 0.1)
            with pytest.raises(OutputError, match=r"cannot be written.*Make room"):
                store.flush()
            assert store.get_frame(key(1)) is not None
            assert list((tmp_path / "objects").iterdir()) == []
        store.flush()
    with ResultStore(tmp_path) as store:
        assert store.get_frame(key(1)) is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_refused_with_words(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="permission"):
        ResultStore(tmp_path / "store")
    tmp_path.chmod(0o700)


def test_a_file_in_the_folders_place_is_refused_with_words(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("taken")
    with pytest.raises(OutputError, match="folder"):
        ResultStore(tmp_path / "store")


CHILD = """
import sys
from pathlib import Path
import numpy as np
from nodes.store import ResultStore
from pipelines.digest import digest_text
from pipelines.values import Image
store = ResultStore(Path(sys.argv[1]))
lease = store.lease([digest_text("0")])
for index in range(int(sys.argv[2])):
    store.put_frame(digest_text(str(index)), Image(np.full((64, 64, 3), index % 256, "u1")), 0.01)
    if index % 5 == 4:
        store.flush()
        print(index, flush=True)
"""


def start_child(folder: Path, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("lines", [1, 4])
def test_a_killed_process_tears_nothing_and_loses_nothing_flushed(
    tmp_path: Path, lines: int
) -> None:
    with start_child(tmp_path, 1_000_000) as child:
        assert child.stdout is not None
        told = -1
        for _ in range(lines):
            told = int(child.stdout.readline())
        with ResultStore(tmp_path) as store:
            assert store.evict(0) >= 0
            assert store.has_frame(key(0))  # the child's lease holds it
        os.kill(child.pid, signal.SIGKILL)
    with ResultStore(tmp_path) as store:
        assert store.verify() == ()
        assert store.evict(0) > 0  # the dead's lease counts no more
        assert not store.has_frame(key(0))
        assert told >= 4


def test_everything_flushed_before_a_kill_is_found_again(tmp_path: Path) -> None:
    with start_child(tmp_path, 1_000_000) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(6)]
        os.kill(child.pid, signal.SIGKILL)
    with suppress(FileNotFoundError):
        (tmp_path / "index.sqlite-shm").unlink()
    with ResultStore(tmp_path) as store:
        for index in range(int(lines[-1]) + 1):
            found = store.get_frame(key(index))
            assert found is not None
            assert (found.pixels == index % 256).all()


def test_processes_may_write_the_same_keys_at_once(tmp_path: Path) -> None:
    children = [start_child(tmp_path, 40) for _ in range(3)]
    for child in children:
        child.communicate(timeout=30)
        assert child.returncode == 0
    with ResultStore(tmp_path) as store:
        for index in range(40):
            found = store.get_frame(key(index))
            assert found is not None
            assert (found.pixels == index).all()
