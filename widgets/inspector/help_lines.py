"""What a node's declaration says of it and of each of its parameters, in the person's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from widgets.words import said

_WRITTEN = {
    "csv": "CSV",
    "edl": "EDL",
    "ffv1": "FFV1",
    "fps": "Frames a second",
    "gif": "GIF",
    "h264": "H.264",
    "h264-10bit": "H.264, 10 bits",
    "h264-lossless-rgb": "H.264, lossless RGB",
    "h265": "H.265",
    "h265-10bit": "H.265, 10 bits",
    "otio": "OpenTimelineIO",
    "pdf": "PDF",
    "png": "PNG",
    "prores-4444": "ProRes 4444",
    "prores-hq": "ProRes HQ",
}
"""Names that are written in a way of their own."""
_LINE = re.compile(r"(\w+): (.*)")


def summary(text: str) -> str:
    """The first paragraph, as one line."""
    return said(" ".join(text.partition("\n\n")[0].split()))


def usage(text: str, names: Iterable[str]) -> str:
    """What follows the first paragraph, without the lines of parameters: use and example."""
    known = set(names)
    _, *rest = text.split("\n\n")
    kept = [one for one in rest if (start := _LINE.match(one)) is None or start[1] not in known]
    return said("\n\n".join(" ".join(paragraph.split()) for paragraph in kept))


def parameter_lines(text: str, names: Iterable[str]) -> dict[str, str]:
    """{parameter: its line}; a line goes on until the next parameter or an empty line."""
    known = set(names)
    found: dict[str, str] = {}
    current = ""
    for line in text.splitlines():
        start = _LINE.fullmatch(line)
        if start is not None and start[1] in known:
            current = start[1]
            found[current] = start[2].strip()
        elif not line.strip():
            current = ""
        elif current:
            found[current] += f" {line.strip()}"
    return {name: said(line[:1].upper() + line[1:]) for name, line in found.items()}


def spoken(name: str) -> str:
    """The name of a parameter as a person reads it: tile_width becomes Tile width."""
    words = name.replace("_", " ").strip()
    return said(_WRITTEN.get(name, words[:1].upper() + words[1:]))


def tooltip(text: str) -> str:
    """Plain words as a tooltip that wraps; nothing in them is taken for markup."""
    return f"<p>{escape(text)}</p>" if text else ""
