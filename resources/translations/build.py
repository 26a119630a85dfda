"""Writes storyloom.ts, brings the translations beside it up to date, and compiles them.

python -m resources.translations.build
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as Xml

from resources.translations.source_words import Word, all_words
from widgets.words import CONTEXT

FOLDER = Path(__file__).parent
TEMPLATE = FOLDER / "storyloom.ts"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def written(
    words: Mapping[Word, tuple[str, ...]], language: str = "", known: Xml.Element | None = None
) -> str:
    """A .ts file of these words; what `known` translates is kept, the rest is marked unfinished."""
    kept = _translations(known)
    root = Xml.Element("TS", {"version": "2.1", "sourcelanguage": "en"})
    if language:
        root.set("language", language)
    context = Xml.SubElement(root, "context")
    Xml.SubElement(context, "name").text = CONTEXT
    for word, places in words.items():
        message = Xml.SubElement(context, "message", {"numerus": "yes"} if word.one else {})
        for place in places:
            if place.endswith(".py"):
                Xml.SubElement(message, "location", {"filename": f"../../{place}"})
        Xml.SubElement(message, "source").text = word.text
        notes = [f"for one: {word.one}"] if word.one else []
        notes += [place for place in places if not place.endswith(".py")][:4]
        if notes:
            Xml.SubElement(message, "extracomment").text = "; ".join(notes)
        message.append(kept.get(word.text, _unfinished(word)))
    Xml.indent(root, " ")
    return _HEAD + Xml.tostring(root, encoding="unicode") + "\n"


def build() -> None:
    """Write the template, update the translations, compile what is translated."""
    words = all_words()
    TEMPLATE.write_text(written(words), encoding="utf-8")
    for path in sorted(FOLDER.glob("storyloom_*.ts")):
        language = path.stem.partition("_")[2]
        text = written(words, language, Xml.parse(path).getroot())
        path.write_text(text, encoding="utf-8")
        compile_translation(path, path.with_suffix(".qm"))


def compile_translation(source: Path, target: Path) -> None:
    """Make Qt's compact form of a translation, with the compiler that comes with PySide6."""
    beside = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([beside, "-silent", str(source), "-qm", str(target)], check=True)


def _translations(known: Xml.Element | None) -> dict[str, Xml.Element]:
    if known is None:
        return {}
    found: dict[str, Xml.Element] = {}
    for message in known.iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") not in ("obsolete", "vanished"):
            found[message.findtext("source", "")] = translation
    return found


def _unfinished(word: Word) -> Xml.Element:
    translation = Xml.Element("translation", {"type": "unfinished"})
    if word.one:
        Xml.SubElement(translation, "numerusform")
    return translation


if __name__ == "__main__":
    build()
