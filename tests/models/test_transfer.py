"""Files come over a network that breaks, stalls, refuses and lies; what is kept is whole or begun.

Every refusal says what happened, what is safe, and what to do next.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from email.utils import format_datetime, localtime
from pathlib import Path
from threading import Event
from time import perf_counter, time

import pytest
from filelock import FileLock

from pipelines.errors import Cancelled, OutputError, StoryloomError
from pipelines.models.refusals import DamagedError, FetchError
from pipelines.models.store import ModelStore, State
from tests.models.conftest import store_at, weights
from tests.models.loopback_hub import LoopbackHub
from tests.models.test_store import fetch, silent

WEIGHTS = "model.safetensors"


class Impatient:
    """A person who cancels as soon as something is so, and then looks at the clock."""

    def __init__(self, is_so: Callable[[], bool]) -> None:
        self._is_so = is_so
        self._asked_at = 0.0

    def __call__(self, done: int, total: int, /) -> None:
        if self._asked_at:
            raise Cancelled
        if self._is_so():
            self._asked_at = perf_counter()

    def waited(self) -> float:
        """Seconds since they cancelled."""
        return perf_counter() - self._asked_at


def begun(folder: Path) -> list[Path]:
    """The files that were begun."""
    return list(folder.rglob("*.incomplete"))


def asked_for(hub: LoopbackHub) -> list[str]:
    """The ranges of the weights that were asked for, empty for all."""
    lines = [line.split() for line in hub.asked]
    return [" ".join(line[2:]) for line in lines if line[1].endswith(f"/{WEIGHTS}")]


def test_a_cut_connection_is_gone_on_with_and_after_that_the_next_fetch_goes_on(
    store: ModelStore, hub: LoopbackHub, tmp_path: Path
) -> None:
    hub.faults.file, hub.faults.cut_at = WEIGHTS, 1 << 15
    with pytest.raises(FetchError, match="Fetch it again"):
        fetch(store, "small")
    assert [path.stat().st_size for path in begun(tmp_path)] == [1 << 15]
    assert not store.standing("small").can_be_used
    plan = store.plan(["small"])["small"]
    assert plan.begun == {WEIGHTS: 1 << 15}
    assert plan.bytes_left == plan.files[WEIGHTS].size - (1 << 15)
    hub.faults.cut_at = 0
    hub.asked.clear()
    told = fetch(store, "small")
    assert asked_for(hub) == ["bytes=32768-"]
    assert told[0][0] >= 1 << 15
    assert store.standing("small").state is State.VERIFIED
    assert begun(tmp_path) == []


def test_a_hub_that_knows_no_ranges_sends_it_all_again(store: ModelStore, hub: LoopbackHub) -> None:
    hub.faults.file, hub.faults.cut_at = WEIGHTS, 1 << 15
    with pytest.raises(FetchError):
        fetch(store, "small")
    hub.faults.cut_at, hub.faults.without_ranges = 0, True
    fetch(store, "small")
    assert store.standing("small").state is State.VERIFIED


def test_what_was_begun_and_damaged_is_noticed(
    store: ModelStore, hub: LoopbackHub, tmp_path: Path
) -> None:
    hub.faults.file, hub.faults.cut_at = WEIGHTS, 1 << 15
    with pytest.raises(FetchError):
        fetch(store, "small")
    (path,) = begun(tmp_path)
    path.write_bytes(b"x" + path.read_bytes()[1:])
    hub.faults.cut_at = 0
    with pytest.raises(DamagedError, match="not what was promised"):
        fetch(store, "small")
    assert begun(tmp_path) == []
    fetch(store, "small")
    assert store.standing("small").state is State.VERIFIED


@pytest.mark.parametrize("fault", ["flipped", "longer"])
def test_a_wrong_byte_or_one_too_many_is_noticed_and_taken_away(
    store: ModelStore, hub: LoopbackHub, tmp_path: Path, fault: str
) -> None:
    plans = store.plan(["small"])
    hub.faults.file = WEIGHTS
    setattr(hub.faults, fault, True)
    with pytest.raises(DamagedError, match=r"“me/small/model\.safetensors”") as caught:
        store.fetch(plans, silent)
    assert "another mirror" in caught.value.mend
    assert not store.standing("small").can_be_used
    assert begun(tmp_path) == []
    setattr(hub.faults, fault, False)
    fetch(store, "small")
    assert store.standing("small").state is State.VERIFIED


def test_large_files_are_fetched_from_where_the_hub_sends_us(
    store: ModelStore, hub: LoopbackHub
) -> None:
    hub.faults.moved = True
    fetch(store, "big")
    assert store.standing("big").state is State.VERIFIED
    assert any(line.startswith("GET /cdn/me/big/") for line in hub.asked)


@pytest.mark.parametrize(
    ("status", "code", "said", "mend"),
    [
        (401, "", "does not give|has no", "token"),
        (403, "", "does not give .* to this account", "token"),
        (
            403,
            "GatedRepo",
            "asks for an account that has agreed to its licence",
            "Agree on its page",
        ),
        (404, "", "is not there any more", "Fetch it again"),
        (404, "RevisionNotFound", "has no .* or not at this revision", "token"),
        (418, "", "answered 418", "Fetch it again"),
        (429, "", "too much was asked", "Wait 1 min"),
        (503, "", "out of order", "mirror in HF_ENDPOINT"),
    ],
)
def test_what_the_hub_refuses_is_said(
    store: ModelStore, hub: LoopbackHub, status: int, code: str, said: str, mend: str
) -> None:
    plans = store.plan(["small"])
    hub.faults.file, hub.faults.status, hub.faults.error_code = WEIGHTS, status, code
    with pytest.raises(FetchError, match=said) as caught:
        store.fetch(plans, silent)
    assert mend in caught.value.mend
    assert not store.standing("small").can_be_used


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_hub_that_asks_for_patience_is_waited_for(
    store: ModelStore, hub: LoopbackHub, status: int
) -> None:
    hub.faults.file, hub.faults.status, hub.faults.times = WEIGHTS, status, 2
    hub.faults.retry_after = "0"
    fetch(store, "small")
    assert store.standing("small").state is State.VERIFIED


def test_a_hub_that_asks_for_much_patience_is_said(store: ModelStore, hub: LoopbackHub) -> None:
    plans = store.plan(["small"])
    hub.faults.file, hub.faults.status, hub.faults.retry_after = WEIGHTS, 429, "1800"
    with pytest.raises(FetchError, match="too much was asked") as caught:
        store.fetch(plans, silent)
    assert "Wait 30 min" in caught.value.mend
    hub.faults.status, hub.faults.retry_after = 503, format_datetime(localtime())
    with pytest.raises(FetchError, match="out of order"):
        store.fetch(plans, silent)


def test_a_file_that_disappears_midway_is_said(store: ModelStore, hub: LoopbackHub) -> None:
    plans = store.plan(["small"])
    hub.faults.file, hub.faults.cut_at = WEIGHTS, 1 << 15

    def take_away(done: int, total: int) -> None:
        if done > 1 << 14:
            (hub.folder / "me/small" / WEIGHTS).unlink(missing_ok=True)

    with pytest.raises(FetchError, match="is not there any more"):
        store.fetch(plans, take_away)


@pytest.mark.parametrize("stall", ["hold", "silent"])
def test_a_fetch_that_stands_still_is_cancelled_within_half_a_second(
    store: ModelStore, hub: LoopbackHub, stall: str
) -> None:
    hub.add("me/small", {WEIGHTS: weights(1_000_000)})
    plans = store.plan(["small"])
    hub.faults.file = WEIGHTS
    setattr(hub.faults, stall, Event())
    person = Impatient(hub.half_sent.is_set)
    with pytest.raises(Cancelled):
        store.fetch(plans, person)
    assert person.waited() < 0.5


def test_cancelling_while_a_hub_is_waited_for_is_quick(store: ModelStore, hub: LoopbackHub) -> None:
    plans = store.plan(["small"])
    hub.faults.file, hub.faults.status, hub.faults.retry_after = WEIGHTS, 503, "60"
    person = Impatient(lambda: any(WEIGHTS in line for line in hub.asked))
    with pytest.raises(Cancelled):
        store.fetch(plans, person)
    assert person.waited() < 0.5


def test_cancelling_while_another_process_fetches_is_quick(
    store: ModelStore, tmp_path: Path
) -> None:
    plans = store.plan(["small"])
    folder = tmp_path / "cache" / "models--me--small"
    folder.mkdir(parents=True)
    person = Impatient(lambda: True)
    with FileLock(folder / ".storyloom.lock"), pytest.raises(Cancelled):
        store.fetch(plans, person)
    assert person.waited() < 0.5


def test_removing_takes_away_what_was_begun(
    store: ModelStore, hub: LoopbackHub, tmp_path: Path
) -> None:
    hub.faults.file, hub.faults.cut_at = WEIGHTS, 1 << 15
    with pytest.raises(FetchError):
        fetch(store, "small")
    assert store.would_free("small") >= 1 << 15
    assert store.remove("small") >= 1 << 15
    assert begun(tmp_path) == []


def test_stale_parts_of_other_programs_and_old_ones_of_ours_are_swept(
    store: ModelStore, tmp_path: Path
) -> None:
    blobs = tmp_path / "cache" / "models--me--small" / "blobs"
    blobs.mkdir(parents=True)
    theirs, open_one, old, young = (
        blobs / name
        for name in (
            "aa.incomplete",
            "bb.incomplete",
            "cc.storyloom.incomplete",
            "dd.storyloom.incomplete",
        )
    )
    for path in (theirs, open_one, old, young):
        path.write_bytes(b"begun")
    fortnight = 15 * 86400
    os.utime(old, (time() - fortnight, time() - fortnight))
    with open_one.open("rb"):
        fetch(store, "small")
    assert not theirs.exists()
    assert not old.exists()
    assert open_one.exists()  # another program is at work on it
    assert young.exists()


def test_a_cache_that_cannot_be_written_is_said(tmp_path: Path, hub: LoopbackHub) -> None:
    (tmp_path / "cache").write_text("a file")
    store = store_at(tmp_path, hub)
    with pytest.raises(OutputError, match="cannot be written") as caught:
        store.fetch(store.plan(["small"]), silent)
    assert "HF_HUB_CACHE" in caught.value.mend


def test_every_refusal_says_that_what_came_is_kept(store: ModelStore, hub: LoopbackHub) -> None:
    plans = store.plan(["small"])
    for status in (401, 403, 404, 418, 429, 500, 503):
        hub.faults.file, hub.faults.status = WEIGHTS, status
        with pytest.raises(StoryloomError) as caught:
            store.fetch(plans, silent)
        assert "What came is kept" in caught.value.mend, status
