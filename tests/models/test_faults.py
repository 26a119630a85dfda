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

def told(done, total):
    if done > 100_000:
        print("begun", flush=True)

store.fetch(store.plan(["small"]), told)
print(store.standing("small").state.value)
"""
NARROW = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
"""


def fetcher(folder: Path, hub: LoopbackHub, before: str = "") -> subprocess.Popen[str]:
    """Another process that fetches the small model into the same caches."""
    arguments = [sys.executable, "-c", before + FETCHER, str(folder), hub.endpoint]
    pipe = subprocess.PIPE
    return subprocess.Popen(arguments, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


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
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        os.kill(process.pid, signal.SIGKILL)
    held.set()
    (begun,) = tmp_path.rglob("*.incomplete")
    came = begun.stat().st_size
    assert came
    assert not store.standing("small").can_be_used
    with pytest.raises(NotHereError):
        store.folders("small")
    hub.faults.hold = None
    fetch(store, "small")
    assert store.standing("small").can_be_used
    assert any(line.endswith(f"bytes={came}-") for line in hub.asked)
    assert not list(tmp_path.rglob("*.incomplete"))


def test_two_processes_that_want_the_same_model_take_turns(
    tmp_path: Path, store: ModelStore, hub: LoopbackHub, held: Event
) -> None:
    with fetcher(tmp_path, hub) as one, fetcher(tmp_path, hub) as other:
        assert hub.half_sent.wait(60)
        held.set()
        ends = [process.communicate(timeout=120)[0].split()[-1] for process in (one, other)]
    assert ends == ["verified", "verified"]
    given = [line for line in hub.asked if line.startswith("GET") and "model.safetensors" in line]
    assert len([line for line in given if "me/small" in line]) == 1
    assert store.standing("small").can_be_used


@pytest.mark.skipif(sys.platform == "win32", reason="files cannot be limited in size")
def test_a_disk_that_becomes_full_is_said_and_given_back_what_came(
    tmp_path: Path, store: ModelStore, hub: LoopbackHub
) -> None:
    """No file can be larger than a megabyte, which is refused as a full disk refuses."""
    hub.add("me/small", {"model.safetensors": weights(1_000_000)})
    with fetcher(tmp_path, hub, NARROW) as process:
        said = process.communicate(timeout=120)[1]
    assert "OutputError: The disk became full while fetching “me/small/model.safetensors”" in said
    assert not list(tmp_path.rglob("*.incomplete"))
    assert not store.standing("small").can_be_used
    fetch(store, "small")
    assert store.standing("small").can_be_used
