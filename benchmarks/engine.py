"""What the engine costs beside the work of the nodes: keys, order, events, memory, cancel.

    python benchmarks/engine.py [--sizes 100,1000,5000]

The rival is the shortest engine that could work: Merkle keys, topological order and a dict, with
none of events, disk, lifting or isolation. Nodes do next to nothing, so all time is overhead.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import threading
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time, sleep

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from nodes.document import Document
from nodes.edits import SetParameter
from nodes.evaluator import Evaluator
from nodes.events import Event, NodeStarted, Outcome
from nodes.graph import Graph, Link, Node
from nodes.node import node
from nodes.registry import Registry
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from nodes.work import Work
from pipelines.progress import LocalCancelToken


@node("bench.add", icon="mdi6.plus")
def add(*numbers: float, amount: float = 1.0) -> float:
    """A sum."""
    return sum(numbers) + amount


@node("bench.wait", icon="mdi6.timer-sand")
def wait(number: float, work: Work, *, steps: int = 1000, log: str = "", name: str = "") -> float:
    """Many short steps of a millisecond; at the end the name goes into the log."""
    for step in range(steps):
        sleep(0.001)
        work.progress(step, steps)
    if log:
        with Path(log).open("a") as file:
            file.write(f"{name}\n")
    return number


REGISTRY = Registry([add.spec, wait.spec])  # type: ignore[attr-defined] - set by @node


def made(node_id: str, *sources: str, amount: float = 1.0) -> Node:
    links = tuple(Link(f"l{place}", source) for place, source in enumerate(sources))
    return Node(
        id=node_id,
        type="bench.add",
        parameters={"amount": amount},
        inputs={"numbers": links} if links else {},
    )


def chain(count: int) -> tuple[Graph, str]:
    """Each node fed by the one before it."""
    nodes = [made("n0"), *(made(f"n{i}", f"n{i - 1}", amount=float(i)) for i in range(1, count))]
    return Graph({one.id: one for one in nodes}), f"n{count - 1}"


def tree(count: int) -> tuple[Graph, str]:
    """A binary tree: node i is fed by 2i+1 and 2i+2."""
    nodes = [
        made(f"n{i}", *(f"n{j}" for j in (2 * i + 1, 2 * i + 2) if j < count), amount=float(i))
        for i in range(count)
    ]
    return Graph({one.id: one for one in nodes}), "n0"


def shots(count: int) -> tuple[Graph, str]:
    """A shared source, chains of twenty nodes, one join."""
    nodes = [made("source")]
    ends: list[str] = []
    for shot in range(max(1, (count - 2) // 20)):
        last = "source"
        for step in range(20):
            nodes.append(made(f"s{shot}_{step}", last, amount=shot * 100.0 + step))
            last = nodes[-1].id
        ends.append(last)
    nodes.append(made("join", *ends))
    return Graph({one.id: one for one in nodes}), "join"


def ideal(graph: Graph, sink: str, cache: dict[str, float]) -> float:
    """The rival."""
    order: list[Node] = []
    seen: set[str] = set()
    stack = [(sink, False)]
    while stack:
        node_id, closed = stack.pop()
        if closed:
            order.append(graph.nodes[node_id])
        elif node_id not in seen:
            seen.add(node_id)
            stack.append((node_id, True))
            stack += [(link.node, False) for _, link in graph.nodes[node_id].links()]
    keys: dict[str, str] = {}
    for one in order:
        sources = [keys[link.node] for _, link in one.links()]
        text = f"{one.type}|{one.parameters}|{sources}"
        keys[one.id] = hashlib.blake2b(text.encode(), digest_size=20).hexdigest()
    for one in order:
        if keys[one.id] not in cache:
            values = [cache[keys[link.node]] for _, link in one.links()]
            cache[keys[one.id]] = sum(values) + one.parameters["amount"]
    return cache[keys[sink]]


def best(function: Callable[[], object], times: int = 5) -> float:
    """The least CPU seconds of several runs."""
    found: list[float] = []
    for _ in range(times):
        started = process_time()
        function()
        found.append(process_time() - started)
    return min(found)


def measure(graph: Graph, sink: str, folder: Path) -> dict[str, float]:
    """Microseconds a node: cold, cached, the rival's; and milliseconds for one edit at the sink."""
    count = len(graph)
    store = ResultStore(folder)
    times: dict[str, float] = {}

    def cold() -> None:
        Evaluator(store).run(Snapshot(graph, REGISTRY), [sink])

    fresh = iter(range(100))

    def cold_run() -> None:
        # another amount at the source gives every node another key, so that nothing is on disk
        source = next(one for one in graph.nodes.values() if not one.inputs)
        other = graph.put([replace(source, parameters={"amount": 1e6 + next(fresh)})])
        Evaluator(store).run(Snapshot(other, REGISTRY), [sink])

    cold_run()
    times["cold"] = best(cold_run) / count * 1e6
    cold()
    evaluator = Evaluator(store)
    first = Snapshot(graph, REGISTRY)
    evaluator.run(first, [sink])
    flat = first.flat

    def rehash() -> None:
        again = Snapshot(graph, REGISTRY)
        again._flat = flat  # pyright: ignore[reportPrivateUsage] - only keys and look-ups are timed
        evaluator.run(again, [sink])

    times["cached"] = best(rehash) / count * 1e6
    document = Document(REGISTRY, graph)
    snapshot = Snapshot(graph, REGISTRY)
    evaluator.run(snapshot, [sink])
    amounts = iter(range(1000))
    edits: list[float] = []
    for _ in range(50):
        edit = SetParameter(node=sink, name="amount", value=float(next(amounts)) + 0.5)
        started = process_time()
        document.apply(edit)
        snapshot = snapshot.then(document.graph, changed=sink)
        evaluator.run(snapshot, [sink])
        edits.append(process_time() - started)
    times["edit"] = sorted(edits)[len(edits) // 2] * 1e3
    times["ideal cold"] = best(lambda: ideal(graph, sink, {})) / count * 1e6
    kept: dict[str, float] = {}
    ideal(graph, sink, kept)
    times["ideal cached"] = best(lambda: ideal(graph, sink, kept)) / count * 1e6
    store.close()
    return times


def key_memory(count: int) -> float:
    """Bytes a node that keys and their spelling keep."""
    graph, sink = chain(count)
    snapshot = Snapshot(graph, REGISTRY)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    snapshot.keys([sink])
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (after - before) / count


def cancel_latency(folder: Path, times: int = 20) -> list[float]:
    """Milliseconds from asking to stop until the run has ended, in a node of 1 ms steps."""
    store = ResultStore(folder)
    graph = Graph(
        {
            "a": made("a"),
            "w": Node(id="w", type="bench.wait", inputs={"number": (Link("l", "a"),)}),
        }
    )
    found: list[float] = []
    for _ in range(times):
        token = LocalCancelToken()
        asked: list[float] = []

        def ask(token: LocalCancelToken = token, asked: list[float] = asked) -> None:
            sleep(0.03)
            asked.append(perf_counter())
            token.cancel()

        thread = threading.Thread(target=ask)
        thread.start()
        results = Evaluator(store).run(Snapshot(graph, REGISTRY), ["w"], cancel=token)
        found.append((perf_counter() - asked[0]) * 1e3)
        thread.join()
        assert results.outcome is Outcome.CANCELLED
    store.close()
    return sorted(found)


def reruns(folder: Path) -> dict[str, int]:
    """How many nodes run again after an undo, under other ids, and after a restart."""
    graph, sink = shots(1000)
    document = Document(REGISTRY, graph)
    store = ResultStore(folder)
    evaluator = Evaluator(store)

    def count(graph: Graph, sink: str, evaluator: Evaluator) -> int:
        started: list[str] = []

        def watch(event: Event) -> None:
            if isinstance(event, NodeStarted):
                started.append(event.path)

        evaluator.run(Snapshot(graph, REGISTRY), [sink], watch)
        return len(started)

    found = {"first run": count(graph, sink, evaluator)}
    back = document.apply(SetParameter(node="s3_5", name="amount", value=0.5))
    found["after an edit in one chain"] = count(document.graph, sink, evaluator)
    document.apply(back)
    found["after its undo"] = count(document.graph, sink, evaluator)
    renamed = {
        f"x{node_id}": replace(
            one,
            id=f"x{node_id}",
            inputs={
                socket: tuple(Link(link.id, f"x{link.node}") for link in links)
                for socket, links in one.inputs.items()
            },
        )
        for node_id, one in graph.nodes.items()
    }
    found["the same graph with other ids"] = count(Graph(renamed), f"x{sink}", evaluator)
    store.close()
    store = ResultStore(folder)
    found["after a restart"] = count(graph, sink, Evaluator(store))
    store.close()
    return found


def job(folder: Path) -> None:
    """Forty slow nodes, each of which writes its name down; run in a process that is killed."""
    nodes = [made("a")]
    for step in range(40):
        feed = {"number": (Link("l", nodes[-1].id),)}
        parameters = {"steps": 20, "log": str(folder / "log"), "name": str(step)}
        nodes.append(Node(id=f"w{step}", type="bench.wait", parameters=parameters, inputs=feed))
    graph = Graph({one.id: one for one in nodes})
    with ResultStore(folder / "store") as store:
        Evaluator(store).run(Snapshot(graph, REGISTRY), ["w39"])


def killed(folder: Path) -> tuple[int, int]:
    """Entries of a forty-entry job that were made before a kill -9, and after it."""
    folder.mkdir()
    log = folder / "log"
    log.touch()
    command = [sys.executable, __file__, "--job", str(folder)]
    with subprocess.Popen(command) as process:
        while len(log.read_text().split()) < 20:
            sleep(0.005)
        process.kill()
    before = len(log.read_text().split())
    subprocess.run(command, check=True)
    return before, len(log.read_text().split()) - before


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000,5000")
    parser.add_argument("--job", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.job is not None:
        job(arguments.job)
        return
    sizes = [int(size) for size in arguments.sizes.split(",")]
    console = Console()
    goals = "goals: cold <= 15, cached <= 3 at 1000; edit <= 0.2 ms"
    table = Table(title=f"engine overhead, CPU us a node ({goals})")
    for heading in ("graph", "nodes", "cold", "/ ideal", "cached", "/ ideal", "sink edit ms"):
        table.add_column(heading, justify="left" if heading == "graph" else "right")
    per_node: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for shape in (chain, tree, shots):
            for size in sizes:
                graph, sink = shape(size)
                found = measure(graph, sink, Path(folder) / f"{shape.__name__}{size}")
                per_node[shape.__name__, size] = found["cold"]
                table.add_row(
                    shape.__name__,
                    str(len(graph)),
                    f"{found['cold']:.1f}",
                    f"{found['cold'] / found['ideal cold']:.1f}x",
                    f"{found['cached']:.2f}",
                    f"{found['cached'] / found['ideal cached']:.1f}x",
                    f"{found['edit']:.3f}",
                )
        console.print(table)
        if 100 in sizes and 5000 in sizes:
            for shape in ("chain", "tree", "shots"):
                ratio = per_node[shape, 5000] / per_node[shape, 100]
                console.print(f"{shape}: us a node at 5000 / at 100 = {ratio:.2f} (goal <= 1.5)")
        console.print(f"key memory: {key_memory(5000):.0f} bytes a node (goal <= 1024)")
        graph, sink = chain(50_000)
        started = perf_counter()
        store = ResultStore(Path(folder) / "deep")
        results = Evaluator(store).run(Snapshot(graph, REGISTRY), [sink])
        store.close()
        console.print(
            f"chain of 50,000: {results.outcome}, {perf_counter() - started:.2f} s, no recursion"
        )
        dense, _ = shots(5000)
        started = perf_counter()
        dense.depends_on("join", "nowhere")
        console.print(f"cycle check of 5,000 nodes: {(perf_counter() - started) * 1e3:.1f} ms")
        for what, count in reruns(Path(folder) / "reruns").items():
            console.print(f"nodes run, {what}: {count}")
        before, after = killed(Path(folder) / "killed")
        console.print(f"kill -9 in a job of 40: {before} made before, {after} made by the next run")
        latency = cancel_latency(Path(folder) / "cancel")
        p50, p95 = latency[len(latency) // 2], latency[-2]
        console.print(f"cancel: p50 {p50:.1f} ms, p95 {p95:.1f} ms (goal <= 50)")


if __name__ == "__main__":
    main()
