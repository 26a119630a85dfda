"""An example of a kind of node: a small graph around it, which a person can have put in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Made = str | tuple[str, Mapping[str, Any]]
"""A type, or a type and parameters as a file spells them."""


@dataclass(frozen=True, slots=True)
class Example:
    """Nodes by id, and the links among them: "one > other.socket, other > third.socket". The
    output is named only where it is not the first: "one.name > other.socket"."""

    nodes: Mapping[str, Made]
    links: str

    def wires(self) -> list[tuple[str, str, str, str]]:
        """The links: the node and the output (or empty) that they come from, the node and the
        socket that they lead to."""
        found: list[tuple[str, str, str, str]] = []
        for link in self.links.split(","):
            source, target = (part.strip().partition(".") for part in link.split(">"))
            found.append((source[0], source[2], target[0], target[2]))
        return found
