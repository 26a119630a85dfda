"""The way of making masks that a node is set to: what is built in, or a model that it is lent."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Annotated

from nodes.parameters import NamesModel
from nodes.work import Work
from pipelines.models.catalogue import Family
from pipelines.segmentation.backend import Segmenter
from pipelines.segmentation.built_in import BuiltIn
from pipelines.segmentation.sam2 import Sam2, WorkingSize

SegmentingModel = Annotated[str, NamesModel((Family.SAM2.value,), built_in=True)]
"""A parameter that names the model; empty for what is built in, which stands in for any."""


@contextmanager
def segmenting(work: Work, model: str, size: WorkingSize) -> Generator[Segmenter]:
    """The way, for as long as the block lasts; `size` is of no matter to what is built in.

    Raises what `work.models.lease` raises.
    """
    if not model:
        yield BuiltIn()
        return
    with work.models.lease(model) as lease:
        yield Sam2(lease, size.pixels)
