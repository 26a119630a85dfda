"""Which weights a result was made with, and how they were put: kept with the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from nodes.store import ResultStore, StoredValue
from pipelines.digest import Digest
from pipelines.models.lending import Lease


class UsedModel(msgspec.Struct, frozen=True):
    """A model as a node leased it. `revisions` are commits by part, empty for own folders."""

    model: str
    title: str
    revisions: Mapping[str, str]
    device: str
    precision: str
    offload: str
    attention: str
    noise: bool = False
    """Its weights are random."""


def used(lease: Lease) -> UsedModel:
    """What is to be remembered of a lease."""
    put = lease.placement
    return UsedModel(
        lease.model_id,
        lease.title,
        lease.revisions,
        put.device,
        put.precision.value,
        put.offload.name.lower(),
        put.attention.value,
        lease.noise,
    )


def keep_models(store: ResultStore, key: Digest, models: Sequence[UsedModel]) -> None:
    """Keep with a result which models made it."""
    store.put_value(f"{key}.models", StoredValue("models", msgspec.json.encode(models), {}), 0.0)


def kept_models(store: ResultStore, key: Digest) -> tuple[UsedModel, ...]:
    """The models that made a result; none where that was not kept, or no model did."""
    stored = store.get_value(f"{key}.models")
    if stored is None:
        return ()
    try:
        return msgspec.json.decode(stored.meta, type=tuple[UsedModel, ...])
    except msgspec.DecodeError:
        return ()
