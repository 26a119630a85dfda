"""What the machine offers: Python, folders to write to, room and memory."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import psutil

from app.checks.finding import Finding, State

LEAST_PYTHON = (3, 11)
LEAST_ROOM = 1 << 30
GOOD_ROOM = 20 << 30
GOOD_MEMORY = 8 << 30
_LICENCE = "GPL-3.0-or-later; a bundle that is passed on carries x264 and x265 (GPL) within PyAV"


def check_python(version: Sequence[int] = sys.version_info[:3]) -> Finding:
    """The interpreter's version."""
    name = ".".join(str(number) for number in version)
    if tuple(version[:2]) < LEAST_PYTHON:
        return Finding("Python", State.MISSING, name, "Install Python 3.11 or newer.")
    return Finding("Python", State.OK, name)


def check_folder(folder: Path) -> list[Finding]:
    """Whether the folder of results can be written to, and how much room it has."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"storyloom")
            probe.flush()
        room = shutil.disk_usage(folder).free
    except OSError as error:
        mend = "Choose another folder with --cache or STORYLOOM_CACHE."
        return [Finding("results folder", State.MISSING, f"{folder}: {error.strerror}", mend)]
    return [Finding("results folder", State.OK, f"{folder} can be written to"), room_of(room)]


def room_of(room: int) -> Finding:
    """How bytes that are free on the disk stand to what results need."""
    found = f"{room / 2**30:.1f} GiB free"
    if room < LEAST_ROOM:
        return Finding("disk", State.MISSING, found, "Free at least 1 GiB, better 20.")
    if room < GOOD_ROOM:
        mend = "Enough to work; results of long films may be made anew more often."
        return Finding("disk", State.OPTIONAL, found, mend)
    return Finding("disk", State.OK, found)


def check_memory() -> Finding:
    """Main memory."""
    memory = psutil.virtual_memory()
    found = f"{memory.available / 2**30:.1f} of {memory.total / 2**30:.1f} GiB free"
    if memory.total < GOOD_MEMORY:
        return Finding("memory", State.OPTIONAL, found, "8 GiB is good for 1920x1080.")
    return Finding("memory", State.OK, found)


def licence() -> Finding:
    """What whoever passes the program on needs to know."""
    return Finding("licence", State.OK, _LICENCE)
