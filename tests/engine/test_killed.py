"""Runs whose process is killed: nothing is torn, and only what was missing is made again."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

from nodes.evaluator import Evaluator
from nodes.flat_node import FlatRef
from nodes.graph import Graph
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from tests.engine.kinds import graph_of, level_of, registry
from tests.fakes import CALLS

STEPS = 8
SCRIPT = """
import sys
from pathlib import Path
from nodes.evaluator import Evaluator
from nodes.events import NodeFinished, NodeProgressed
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from nodes.store import waiting
from tests.engine.kinds import registry
from tests.engine.test_killed import work

waiting.PATIENCE = 0.02  # seconds: what is finished is written before the next node is

def told(event):
    if isinstance(event, (NodeFinished, NodeProgressed)):
        print(event.path, flush=True)

store = ResultStore(Path(sys.argv[1]))
Evaluator(store).run(Snapshot(work(), registry()), ["n7", "x"], told)
store.close()
"""


def work() -> Graph:
    nodes = {f"n{at}": ("slow", {"seconds": 0.03, "value": float(at)}) for at in range(STEPS)}
    links = [f"n{at} > n{at + 1}.a" for at in range(STEPS - 1)]
    return graph_of(
        {**nodes, "f": ("film", {"count": 6}), "s": "slow_frame", "x": "test.stream"},
        [*links, "f > s.image", "s > x.clip"],
    )


def test_after_a_kill_only_what_was_missing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    chosen = random.Random(3)
    for _ in range(8):
        command = [sys.executable, "-c", SCRIPT, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for _ in range(chosen.randint(1, 4)):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
    with ResultStore(folder) as store:
        assert store.verify() == ()
        known = {
            at
            for at in range(STEPS)
            if store.has_value(f"{Snapshot(work(), registry()).keys(['n7'])[f'n{at}']}.out")
        }
        CALLS.clear()
        results = Evaluator(store).run(Snapshot(work(), registry()), ["x", "n7"])
        assert not results.failures
        assert results.values[FlatRef("n7", "out")] == sum(range(STEPS))
        made = {int(call.split()[1]) for call in CALLS if call.startswith("slow ")}
        assert not made & known
        assert len(known) > 0
        clip = results.values[FlatRef("x", "out")]
        frames = [store.get_frame(clip.frames.key(index)) for index in range(6)]
        assert [level_of(frame) for frame in frames] == [101 + 10 * at for at in range(6)]
    with ResultStore(folder) as store:
        CALLS.clear()
        Evaluator(store).run(Snapshot(work(), registry()), ["x", "n7"])
        assert CALLS == []
