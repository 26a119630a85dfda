"""Files that are wrong are never lent, whoever put them there and whenever they went wrong."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pipelines.errors import StoryloomError
from pipelines.models.lending import Lender
from pipelines.models.placement import Memory
from pipelines.models.rechecking import AGAIN_SECONDS, Rechecking
from pipelines.models.store import ModelStore
from pipelines.progress import LocalCancelToken
from tests.models.conftest import store_at
from tests.models.loopback_hub import LoopbackHub
from tests.models.test_store import fetch


def leased(store: ModelStore) -> str:
    """What comes of a lease of the small model, which no library can load: its weights are made
    up. What is wrong with its files is said before any is opened."""
    lender = Lender(lambda: store, memory=lambda: Memory(0, 10**12))
    try:
        with lender.lease("small", LocalCancelToken()):
            return "lent"
    except StoryloomError as error:
        return error.message


def flip(path: Path) -> None:
    """Change one bit in the middle of a file, and leave its size and its time as they were."""
    stood = path.stat()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    os.utime(path, ns=(stood.st_atime_ns, stood.st_mtime_ns))


def test_what_was_changed_since_it_was_checked_is_looked_at_before_it_is_lent(
    store: ModelStore,
) -> None:
    fetch(store, "small")
    assert "cannot be loaded" in leased(store)  # its files are right, and a library is asked
    path = (store.folders("small")["small"] / "model.safetensors").resolve()
    flip(path)
    os.utime(path)
    assert leased(store) == "“Small” is damaged: model.safetensors."
    store.remove("small")
    fetch(store, "small")
    assert "cannot be loaded" in leased(store)


@pytest.mark.parametrize("cut", [0, 100])
def test_a_truncated_file_is_never_lent(store: ModelStore, cut: int) -> None:
    fetch(store, "small")
    path = (store.folders("small")["small"] / "model.safetensors").resolve()
    path.write_bytes(path.read_bytes()[:cut])
    assert leased(store) == "“Small” is damaged: model.safetensors."


def test_what_another_program_fetched_wrongly_is_never_lent(
    tmp_path: Path, store: ModelStore, hub: LoopbackHub
) -> None:
    fetch(store, "small")
    for folder in (tmp_path / "cache").glob("models--*"):
        (folder / "refs").mkdir(exist_ok=True)
        (folder / "refs" / "main").write_text(next((folder / "snapshots").iterdir()).name)
    shutil.rmtree(tmp_path / "records")
    store = store_at(tmp_path, hub)
    flip((store.folders("small")["words"] / "text_encoder" / "one.safetensors").resolve())
    assert leased(store) == "“Small” is damaged: text_encoder/one.safetensors."


def test_what_a_disk_lost_is_found_in_the_background_and_not_lent_again(
    tmp_path: Path, store: ModelStore
) -> None:
    fetch(store, "small")
    flip((store.folders("small")["small"] / "model.safetensors").resolve())
    assert "cannot be loaded" in leased(store)  # nothing tells of a bit that flipped by itself
    soon = Rechecking(lambda: store, now=lambda: 1000.0 + AGAIN_SECONDS - 1)
    soon.consider("small")
    soon.close()
    assert store.standing("small").can_be_used
    later = Rechecking(lambda: store, now=lambda: 1000.0 + AGAIN_SECONDS)
    later.consider("small")
    later.wait()
    assert later.take_damaged("small")
    assert leased(store) == "“Small” is damaged: model.safetensors."
    later.close()
