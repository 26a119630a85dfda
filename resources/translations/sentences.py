"""Sentences of pipelines and nodes, which know no language: which template was filled in.

An error crosses processes, journals and logs as the English sentence that it is. The window finds
the template that it was made from, has that translated, and fills in the same values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as Xml

FOLDERS = ("pipelines", "nodes")
_PLACE = re.compile(r"\{(\w+)\}")


class Filled(NamedTuple):
    """A sentence by its template and what was filled in."""

    template: str
    values: dict[str, str]


class Sentences:
    """Finds the template of a sentence."""

    def __init__(self, templates: Iterable[str]) -> None:
        wordy = sorted(templates, key=letters_of, reverse=True)
        self._patterns = [(template, _pattern(template)) for template in wordy]

    def find(self, text: str) -> list[Filled | str]:
        """The sentences that a text is made of; what is none of ours stays as it is."""
        parts: list[Filled | str] = []
        rest = text
        while rest:
            found = self._first(rest)
            if found is None:
                return [*parts, rest]
            filled, end = found
            parts.append(filled)
            rest = rest[end:].lstrip()
        return parts

    def _first(self, text: str) -> tuple[Filled, int] | None:
        for template, pattern in self._patterns:
            match = pattern.match(text)
            if match is not None:
                return Filled(template, match.groupdict()), match.end()
        return None


def listed(translation: Xml.Element) -> Iterator[str]:
    """The templates among the messages of a .ts file."""
    folders = tuple(f"../../{folder}/" for folder in FOLDERS)
    for message in translation.iter("message"):
        places = (place.get("filename", "") for place in message.iter("location"))
        if any(place.startswith(folders) for place in places):
            yield message.findtext("source", "")


def letters_of(template: str) -> int:
    """How much of a template is its own words."""
    return len(_PLACE.sub("", template))


def _pattern(template: str) -> re.Pattern[str]:
    pattern, end = "", 0
    for place in _PLACE.finditer(template):
        again = f"(?P<{place[1]}>" in pattern
        pattern += re.escape(template[end : place.start()])
        pattern += f"(?P={place[1]})" if again else f"(?P<{place[1]}>.*?)"
        end = place.end()
    return re.compile(pattern + re.escape(template[end:]) + r"(?=\s|$)", re.DOTALL)
