"""What `work.models` is: the models of the machine, lent to one node's work."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from pipelines.models.catalogue import Precision
from pipelines.models.lending import Lease, Lender
from pipelines.models.placement import Attention, Device, Offload, Wish
from pipelines.models.refusals import ModelError
from pipelines.progress import CancelToken


class Borrower(Protocol):
    """The run that the work belongs to. `lender` is None where nothing costly is started."""

    lender: Lender | None
    cancel: CancelToken

    def progressed(self, path: str, done: int, total: int, doing: str = "") -> None: ...

    def borrowed(self, path: str, lease: Lease) -> None: ...


class LentModels:
    """Lends to the node at `path`; `wish` is what the run asks for where the node does not."""

    def __init__(self, borrower: Borrower, path: str, wish: Wish) -> None:
        self._borrower = borrower
        self._path = path
        self._wish = wish

    @contextmanager
    def lease(
        self,
        model_id: str,
        *,
        precision: Precision | None = None,
        offload: Offload | None = None,
        attention: Attention | None = None,
        device: Device | None = None,
    ) -> Generator[Lease]:
        """A model, loaded and in its place, for as long as the block lasts.

        The first lease loads, which is told as progress of the node; the model then stays warm for
        others. None leaves a choice to the run and then to the machine. Raises NotHereError,
        DamagedError, TooLargeForMemoryError, and MemoryFullError also for what the block does.
        """
        if self._borrower.lender is None:
            raise ModelError("No model is lent here.", mend="Run the node.")
        wish = Wish(precision, offload, attention, device).over(self._wish)
        with self._borrower.lender.lease(
            model_id, self._borrower.cancel, wish, self._tell
        ) as lease:
            self._borrower.borrowed(self._path, lease)
            yield lease

    def file(self, model_id: str) -> Path:
        """The file of a model that goes with another one, such as a LoRA; checked before."""
        if self._borrower.lender is None:
            raise ModelError("No model is lent here.", mend="Run the node.")
        return self._borrower.lender.file(model_id, self._borrower.cancel, self._tell)

    def identity(self, model_id: str, precision: Precision | None = None) -> str:
        """What names a model and the numbers that somebody chose for it, for keys of what is made
        with it; nothing is loaded."""
        if self._borrower.lender is None:
            raise ModelError("No model is lent here.", mend="Run the node.")
        chosen = Wish(precision).over(self._wish).precision
        named = self._borrower.lender.identity(model_id)
        return f"{named} {chosen.value if chosen is not None else ''}"

    def _tell(self, doing: str, done: int, total: int) -> None:
        self._borrower.progressed(self._path, done, total, doing)
