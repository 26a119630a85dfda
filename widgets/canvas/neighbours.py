"""Which kinds of node are wired to which, and how often: a search offers these first. No Qt."""

from __future__ import annotations

from collections import Counter

from nodes.graph import REROUTE, Graph
from nodes.reroutes import behind

Pair = tuple[str, str]
"""The kind that gives a value, and the kind that takes it."""

SHIPPED: Counter[Pair] = Counter(
    {("story.storyboard", "motion.in_between"): 3, ("motion.in_between", "export.video"): 3}
)
"""The wires of the projects that come with the program."""


def pairs(graph: Graph) -> Counter[Pair]:
    """The wires of a graph and of the groups in it, as if there were no dots on them."""
    found: Counter[Pair] = Counter()
    waiting = [graph]
    while waiting:
        level = waiting.pop()
        for node in level.nodes.values():
            if node.graph is not None:
                waiting.append(node.graph)
            if node.type == REROUTE:
                continue
            for _, link in node.links():
                source = behind(level, link)
                giver = level.nodes.get(source.node) if source is not None else None
                if giver is not None:
                    found[giver.type, node.type] += 1
    return found


def companions(graph: Graph, kind: str, *, takes: bool) -> Counter[str]:
    """How often each kind takes what `kind` gives, or gives what it takes."""
    found: Counter[str] = Counter()
    for (giver, taker), count in (pairs(graph) + SHIPPED).items():
        if takes and giver == kind:
            found[taker] += count
        elif not takes and taker == kind:
            found[giver] += count
    return found
