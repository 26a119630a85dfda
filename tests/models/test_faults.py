"""Kills and rivals during a fetch: nothing wrong is ever lent, nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from pipelines.models.refusals import NotHereError
from pipelines.models.store import ModelStore
from tests.models.conftest import weights
from tests.models.loopback_hub import LoopbackHub
from tests.models.test_store import fetch

ROOT = Path(__file__).parents[2]
FETCHER = """
import sys
from pathlib import Path
from pipelines.models.catalogue import catalogue_of
from pipelines.models.fetching import Hub
from pipelines.models.records import Records
from pipelines.models.store import ModelStore
from tests.models.conftest import CATALOGUE

folder = Path(sys.argv[1])
hub = Hub(folder / "cache", sys.argv[2])
store = ModelStore(catalogue_of(CATALOGUE, "test"), Records(folder / "records"), hub)
store.fetch(store.plan(["small"]), lambda done, total: None)
print(store.standing("small").state.value)
"""


def fetcher(folder: Path, hub: LoopbackHub) -> subprocess.Popen[str]:
    """Another process that fetches the small model into the same caches."""
    arguments = [sys.executable, "-c", FETCHER, str(folder), hub.endpoint]
    return subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def held(hub: LoopbackHub) -> Event:
    """The weights of the small model stand still in their middle until this is set."""
    hub.add("me/small", {"model.safetensors": weights(1_000_000)})
    hub.faults.file, hub.faults.hold = "model.safetensors", Event()
    return hub.faults.hold


def test_a_kill_during_a_fetch_leaves_nothing_that_is_lent(
    tmp_path: Path, store: ModelStore, hub: LoopbackHub, held: Event
) -> None:
    with fetcher(tmp_path, hub) as process:
        assert hub.half_sent.wait(60)
        os.kill(process.pid, signal.SIGKILL)
    held.set()
    assert list(tmp_path.rglob("*.incomplete"))
    assert not store.standing("small").can_be_used
    with pytest.raises(NotHereError):
        store.folders("small")
    fetch(store, "small")
    assert store.standing("small").can_be_used
    assert not list(tmp_path.rglob("*.incomplete"))


def test_two_processes_that_want_the_same_model_take_turns(
    tmp_path: Path, store: ModelStore, hub: LoopbackHub, held: Event
) -> None:
    with fetcher(tmp_path, hub) as one, fetcher(tmp_path, hub) as other:
        assert hub.half_sent.wait(60)
        held.set()
        ends = [process.communicate(timeout=120)[0].strip() for process in (one, other)]
    assert ends == ["verified", "verified"]
    given = [line for line in hub.asked if line.startswith("GET") and "model.safetensors" in line]
    assert len([line for line in given if "me/small" in line]) == 1
    assert store.standing("small").can_be_used
