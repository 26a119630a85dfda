"""The range of a number: where a slider goes, and what can be typed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, get_args

from msgspec import Meta

from nodes.parameters import Slider
from nodes.spec import ParameterSpec
from widgets.words import tr


@dataclass(frozen=True, slots=True)
class NumberLimits:
    """`low` to `high` is the comfortable range, if any; `least` to `most` is what may be."""

    is_whole: bool
    low: float | None
    high: float | None
    step: float
    least: float = -math.inf
    most: float = math.inf

    def stepped(self, value: float, steps: float) -> int | float:
        """The value some steps further, within what may be."""
        return self.tidy(min(max(value + steps * self.step, self.least), self.most))

    def tidy(self, value: float) -> int | float:
        """The value without the dust of binary fractions."""
        if self.is_whole:
            return round(value)
        return round(value, max(0, 2 - math.floor(math.log10(self.step))))

    def read(self, text: str) -> int | float | None:
        """The number that a text means, None where it means none."""
        try:
            number = float(text.strip().replace(",", ".").replace("−", "-"))
        except ValueError:
            return None
        if not math.isfinite(number):
            return None
        return int(number) if self.is_whole and number.is_integer() else number


def limits_of(spec: ParameterSpec) -> NumberLimits:
    """What the annotation of a parameter says of its range."""
    whole = bare(spec.type) is int
    usual = next((mark for mark in spec.marks if isinstance(mark, Slider)), None)
    hard = [mark for mark in spec.marks if isinstance(mark, Meta)]
    least = [limit for mark in hard for limit in (mark.ge, mark.gt) if limit is not None]
    most = [limit for mark in hard for limit in (mark.le, mark.lt) if limit is not None]
    return NumberLimits(
        is_whole=whole,
        low=usual.low if usual is not None else None,
        high=usual.high if usual is not None else None,
        step=usual.step if usual is not None else (1 if whole else 0.1),
        least=max(least, default=-math.inf),
        most=min(most, default=math.inf),
    )


def told(limits: NumberLimits) -> str:
    """What may be typed, in words; empty where everything may."""
    least = spelled(limits.least) if math.isfinite(limits.least) else ""
    most = spelled(limits.most) if math.isfinite(limits.most) else ""
    if least and most:
        return tr("From {least} to {most}.", least=least, most=most)
    if least:
        return tr("{least} or more.", least=least)
    return tr("{most} or less.", most=most) if most else ""


def spelled(value: float) -> str:
    """A number as it is typed: 24.0 is 24."""
    text = repr(value)
    return text.removesuffix(".0")


def bare(annotation: Any) -> Any:
    """The type within Annotated."""
    while hasattr(annotation, "__metadata__"):
        annotation = get_args(annotation)[0]
    return annotation
