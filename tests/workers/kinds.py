"""Kinds of node that are slow, deaf or deadly, for worker processes under test."""

from __future__ import annotations

import ctypes
import faulthandler
from functools import cache
from threading import Event

import numpy as np

from nodes.node import node
from nodes.registry import Registry
from nodes.work import Work
from pipelines.errors import OutputError
from pipelines.uninterruptible import uninterruptible
from pipelines.values import Image
from tests import fakes

REGISTRY = "tests.workers.kinds:registry"


def _pass_time(seconds: float) -> None:
    Event().wait(seconds)


@node("test.steps", icon="mdi6.stairs")
def steps(a: float, work: Work, *, count: int = 10, seconds: float = 0.01) -> float:
    """A number, after some steps that look at their token."""
    for step in range(count):
        _pass_time(seconds)
        work.progress(step + 1, count)
    return a + 1


@node("test.deaf", icon="mdi6.ear-hearing-off")
def deaf(a: float, *, seconds: float = 3.0) -> float:
    """A number, after a time in which nothing is looked at."""
    _pass_time(seconds)
    return a + 1


@node("test.hog", icon="mdi6.pig")
def hog(a: float, *, seconds: float = 3.0) -> float:
    """A number, after a call into native code that lets no other thread of its process run."""
    ctypes.PyDLL(None).usleep(round(seconds * 1e6))
    return a + 1


@node("test.loading", icon="mdi6.download")
def loading(a: float, work: Work, *, seconds: float = 1.0, patience: float = 60.0) -> float:
    """A number, after a declared stretch in which nothing is looked at."""
    with uninterruptible(work.cancel, patience):
        _pass_time(seconds)
    work.progress(1, 1)
    return a + 1


@node("test.crash", icon="mdi6.skull")
def crash(a: float) -> float:
    """Ends its process as native code does."""
    faulthandler._sigsegv()  # type: ignore[attr-defined] - there for tests of faulthandler
    return a


@node("test.pictures", icon="mdi6.image-multiple")
def pictures(a: float, work: Work, *, count: int = 20, width: int = 1024) -> float:
    """A number, and pictures of level 0, 1, 2 ... while it is made."""
    for level in range(count):
        work.preview(Image(np.full((width // 2, width, 3), level, np.uint8)))
        _pass_time(0.01)
        work.progress(level + 1, count)
    _pass_time(0.05)
    work.preview(Image(np.full((width // 2, width, 3), count, np.uint8)))
    return a


@node("test.stumble", icon="mdi6.alert")
def stumble(image: Image) -> Image:
    """Fails on black."""
    if not image.pixels.any():
        raise OutputError("It is black.", mend="Draw something.")
    return image


@node("test.mistake", icon="mdi6.bug")
def mistake() -> float:
    """What nobody foresaw."""
    return 1 / 0.0


@cache
def registry() -> Registry:
    """The library, the nodes of other tests, and those above."""
    own = (steps, deaf, hog, loading, crash, pictures, stumble, mistake)
    specs = [function.spec for function in own]  # type: ignore[attr-defined] - set by @node
    return fakes.registry().with_specs(specs)


def empty() -> Registry:
    """No kinds of node at all."""
    return Registry([])


def broken() -> Registry:
    """What a program that cannot start says."""
    raise OutputError("The plug-in is damaged.", mend="Install it again.")
