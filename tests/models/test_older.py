"""A catalogue that names another commit than the one that was fetched: an update, not a loss."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from app.models.stocktaking import entry_of
from pipelines.models.catalogue import Catalogue
from pipelines.models.older import older_files
from pipelines.models.placement import Memory
from pipelines.models.store import ModelStore
from tests.models.conftest import store_at
from tests.models.loopback_hub import COMMIT, LoopbackHub
from widgets.models.entry import Stand

OLD = "f" * 40


def silent(done: int, total: int) -> None:
    """Hear nothing."""


def test_an_older_commit_is_an_update_and_goes_when_the_newer_has_come(
    tmp_path: Path, store: ModelStore, hub: LoopbackHub
) -> None:
    store.fetch(store.plan(["small"]), silent)
    snapshots = tmp_path / "cache" / "models--me--small" / "snapshots"
    (snapshots / COMMIT).rename(snapshots / OLD)
    record = store.record("small")
    assert record is not None
    newer = store_at(tmp_path, hub)
    newer._records.write("small", replace(record, commit=OLD))  # pyright: ignore[reportPrivateUsage]
    pinned = replace(store.catalogue.parts["small"], revision=COMMIT)
    newer.catalogue = Catalogue(store.catalogue.models, {**store.catalogue.parts, "small": pinned})
    assert older_files(pinned, newer.record("small"), newer.cache) is not None
    assert entry_of(newer, "small", Memory(0, 0)).stand is Stand.OUTDATED
    newer.fetch(newer.plan(["small"]), silent)
    assert entry_of(newer, "small", Memory(0, 0)).stand is Stand.VERIFIED
    assert not any((snapshots / OLD).rglob("*.safetensors"))
    assert older_files(pinned, newer.record("small"), newer.cache) is None
