"""Weights are found, fetched, checked and removed; nothing that is wrong can be used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipelines.errors import Cancelled, OutputError
from pipelines.models.catalogue import catalogue_of
from pipelines.models.fetching import Hub
from pipelines.models.places import hub_cache
from pipelines.models.records import Records
from pipelines.models.refusals import (
    DamagedError,
    FetchError,
    NotHereError,
    OfflineError,
    PickleError,
)
from pipelines.models.store import ModelStore, State
from tests.models.conftest import CATALOGUE, store_at, weights
from tests.models.loopback_hub import COMMIT, LoopbackHub


def fetch(store: ModelStore, *models: str) -> list[tuple[int, int]]:
    """Fetch models, and what was told of it."""
    told: list[tuple[int, int]] = []

    def hear(done: int, total: int) -> None:
        told.append((done, total))

    store.fetch(store.plan(models), hear)
    return told


def silent(done: int, total: int) -> None:
    """Hear nothing."""


def test_a_model_is_absent_until_it_is_fetched_and_then_verified(store: ModelStore) -> None:
    assert store.standing("small").state is State.ABSENT
    assert store.standing("small").bytes_missing == 120_000
    with pytest.raises(NotHereError, match="not on this machine"):
        store.folders("small")
    told = fetch(store, "small")
    total = told[-1][1]
    assert told[-1] == (total, total)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    standing = store.standing("small")
    assert (standing.state, standing.verified_at) == (State.VERIFIED, 1000.0)
    assert standing.bytes == total
    assert set(store.folders("small")) == {"small", "words"}
    assert store.revisions("small") == {"small": COMMIT, "words": COMMIT}


def test_only_what_is_allowed_is_fetched(store: ModelStore) -> None:
    fetch(store, "big")
    names = {path.name for path in (store.folders("big")["big"]).rglob("*") if path.is_file()}
    assert "model.safetensors" in names
    assert not names & {"code.py", "pytorch_model.bin"}


def test_a_shared_part_is_fetched_once_and_kept_while_another_needs_it(
    store: ModelStore, hub: LoopbackHub
) -> None:
    fetch(store, "small")
    plans = store.plan(["big"])
    assert plans["words"].bytes_left == 0
    assert plans["big"].bytes_left == plans["big"].bytes
    hub.asked.clear()
    fetch(store, "big")
    assert not [line for line in hub.asked if line.startswith("GET") and "one.safe" in line]
    before = store.standing("big").bytes
    freed = store.would_free("small")
    assert store.remove("small") == freed > 0
    assert store.standing("small").state is State.PARTIAL
    assert (store.standing("big").state, store.standing("big").bytes) == (State.VERIFIED, before)
    store.remove("big")
    assert store.standing("big").state is State.ABSENT
    assert store.standing("small").state is State.ABSENT


def test_looking_asks_nobody(store: ModelStore, hub: LoopbackHub) -> None:
    fetch(store, "small")
    hub.asked.clear()
    for model in store.catalogue.models:
        store.standing(model)
    store.folders("small")
    assert hub.asked == []


def test_a_cancelled_fetch_keeps_what_came_and_goes_on_there(store: ModelStore) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled

    plans = store.plan(["big"])
    with pytest.raises(Cancelled):
        store.fetch(plans, stop)
    assert store.standing("big").state in (State.ABSENT, State.PARTIAL)
    with pytest.raises(NotHereError):
        store.folders("big")
    fetch(store, "big")
    assert store.standing("big").state is State.VERIFIED


def test_a_token_is_sent_where_one_is_needed(store: ModelStore, hub: LoopbackHub) -> None:
    hub.token = "secret"
    fetch(store, "small")
    assert store.standing("small").can_be_used


def test_a_dead_mirror_and_the_offline_switch_are_said(
    tmp_path: Path, store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue, records = catalogue_of(CATALOGUE, "x"), Records(tmp_path / "records")
    dead = ModelStore(catalogue, records, Hub(tmp_path / "cache", "http://127.0.0.1:9"))
    with pytest.raises(FetchError, match="cannot be reached"):
        dead.plan(["small"])
    off = ModelStore(catalogue, records, Hub(tmp_path / "cache", offline=True))
    with pytest.raises(OfflineError):
        off.plan(["small"])
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(OfflineError):
        store.plan(["small"])


def test_a_full_disk_is_said_before_anything_is_fetched(
    store: ModelStore, hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage("/")._replace(free=1000)

    def full(path: Path) -> object:
        return usage

    monkeypatch.setattr(shutil, "disk_usage", full)
    plans = store.plan(["small"])
    hub.asked.clear()
    with pytest.raises(OutputError, match=r"has 1 KiB free"):
        store.fetch(plans, silent)
    assert hub.asked == []


def test_only_what_is_missing_needs_room(
    store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch(store, "small")
    plans = store.plan(["big"])
    left = sum(plan.bytes_left for plan in plans.values())
    assert left < sum(plan.bytes for plan in plans.values())
    whole = shutil.disk_usage("/")
    for free in (left - 1, left):
        usage = whole._replace(free=free)

        def tight(path: Path, usage: object = usage) -> object:
            return usage

        monkeypatch.setattr(shutil, "disk_usage", tight)
        if free < left:
            with pytest.raises(OutputError, match="free"):
                store.fetch(plans, silent)
    store.fetch(plans, silent)
    assert store.standing("big").can_be_used
    assert not store.is_noise("big")


def test_damage_on_the_disk_is_found_and_such_a_model_is_not_used(store: ModelStore) -> None:
    fetch(store, "small")
    path = (store.folders("small")["small"] / "model.safetensors").resolve()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    assert store.verify("small", silent) == ("small: model.safetensors",)
    assert store.standing("small").state is State.DAMAGED
    with pytest.raises(DamagedError, match=r"model.safetensors"):
        store.folders("small")
    store.remove("small")
    fetch(store, "small")
    assert store.verify("small", silent) == ()


def test_a_truncated_file_is_not_whole(store: ModelStore) -> None:
    fetch(store, "small")
    path = (store.folders("small")["small"] / "model.safetensors").resolve()
    path.write_bytes(path.read_bytes()[:100])
    assert store.verify("small", silent) == ("small: model.safetensors",)


def test_what_was_here_before_is_looked_at_once_and_not_again(
    store: ModelStore, tmp_path: Path
) -> None:
    fetch(store, "small")
    looked: list[tuple[int, int]] = []

    def look(done: int, total: int) -> None:
        looked.append((done, total))

    store.fetch(store.plan(["small"]), silent, look)
    assert looked == []
    shutil.rmtree(tmp_path / "records")
    store.fetch(store.plan(["small"]), silent, look)
    assert looked[-1][0] == looked[-1][1] > 0
    assert store.standing("small").state is State.VERIFIED
    path = store.folders("small")["small"] / "model.safetensors"
    path.resolve().write_bytes(weights(10_000)[:-1] + b"x")
    with pytest.raises(DamagedError, match=r"was here of “me/small” is damaged"):
        store.fetch(store.plan(["small"]), silent, look)
    fetch(store, "small")
    assert store.standing("small").state is State.VERIFIED


def test_what_other_programs_fetched_is_found_without_a_record(
    store: ModelStore, hub: LoopbackHub, tmp_path: Path
) -> None:
    fetch(store, "small")
    for repository in ("me--small", "me--big"):
        refs = tmp_path / "cache" / f"models--{repository}" / "refs"
        refs.mkdir(exist_ok=True)
        (refs / "main").write_text(COMMIT)
    shutil.rmtree(tmp_path / "records")
    again = store_at(tmp_path, hub)
    assert again.standing("small").state is State.PRESENT
    assert again.verify("small", silent) == ()
    assert again.standing("small").state is State.VERIFIED
    shard = again.folders("small")["words"] / "text_encoder" / "two.safetensors"
    shard.unlink()
    assert again.standing("small").state is State.PARTIAL


def test_a_folder_of_the_user_is_used_and_never_deleted(tmp_path: Path, store: ModelStore) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(weights(10))
    text = (
        f'[part.mine]\nfolder = "{folder}"\nfiles = ["*.safetensors"]\n'
        '[model.mine]\ntitle = "Mine"\nabout = "x"\nfamily = "sam2"\nparts = ["mine"]\n'
    )
    mine = ModelStore(catalogue_of(text, "x"), Records(tmp_path / "r"), Hub(tmp_path / "cache"))
    assert mine.standing("mine").state is State.PRESENT
    assert mine.verify("mine", silent) == ()
    assert mine.plan(["mine"]) == {}
    assert mine.remove("mine") == 0
    assert (folder / "model.safetensors").is_file()
    (folder / "model.safetensors").rename(folder / "model.pt")
    (folder / "model.pt").write_bytes(b"\x80\x02...")
    with pytest.raises(PickleError, match=r"model.pt"):
        mine.folders("mine")
    (folder / "model.pt").unlink()
    with pytest.raises(NotHereError, match=r"“Mine” lacks model.safetensors in ") as caught:
        mine.folders("mine")
    assert "mend the folder in models.toml" in caught.value.mend


def test_the_cache_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", "/somewhere/hub")
    assert hub_cache() == Path("/somewhere/hub")
    monkeypatch.delenv("HF_HUB_CACHE")
    monkeypatch.delenv("HUGGINGFACE_HUB_CACHE", raising=False)
    monkeypatch.setenv("HF_HOME", "/home/hf")
    assert hub_cache() == Path("/home/hf/hub")
