"""What of the catalogue is on this machine, as values for views. Looks at the disk only."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pipelines.models.catalogue import Catalogue, CatalogueError, Family, Model
from pipelines.models.machine import Machine, this_machine
from pipelines.models.noise import is_noise
from pipelines.models.older import older_files
from pipelines.models.on_this_machine import model_store
from pipelines.models.placement import Fit, Memory, fit
from pipelines.models.store import ModelStore, State
from widgets.models.entry import ModelEntry, PartEntry, Purpose, Stand

_PURPOSES = {
    Family.WAN_VACE: Purpose.VIDEO,
    Family.WAN_TEXT: Purpose.VIDEO,
    Family.LTX: Purpose.VIDEO,
    Family.SAM2: Purpose.MASKS,
    Family.GROUNDING_DINO: Purpose.MASKS,
    Family.QWEN25_VL: Purpose.WORDS,
    Family.QWEN3_VL: Purpose.WORDS,
    Family.DINOV2: Purpose.MEASURES,
    Family.CLIP: Purpose.MEASURES,
    Family.BACKBONE: Purpose.MEASURES,
    Family.DEPTH: Purpose.CONTROLS,
    Family.POSE: Purpose.CONTROLS,
    Family.LORA: Purpose.LORA,
}
_STANDS = {
    State.ABSENT: Stand.ABSENT,
    State.PARTIAL: Stand.PARTIAL,
    State.PRESENT: Stand.HERE,
    State.VERIFIED: Stand.VERIFIED,
    State.DAMAGED: Stand.DAMAGED,
}


class Stock(NamedTuple):
    """All models, the machine, and the disk that models are fetched to. `problem` is why the
    user's own list was left out."""

    entries: tuple[ModelEntry, ...]
    machine: Machine
    cache: Path
    free: int
    bytes_here: int
    problem: CatalogueError | None = None


def take_stock(used_by: Mapping[str, tuple[str, ...]]) -> Stock:
    """Look at everything now. `used_by` are the kinds of node for a family or a model."""
    problem = None
    try:
        store = model_store()
    except CatalogueError as error:
        problem, store = error, model_store(with_own=False)
    machine = this_machine()
    there = next(one for one in (store.cache, *store.cache.parents) if one.exists())
    here = sum(store.part(name)[0].bytes for name in store.catalogue.parts)
    return Stock(
        tuple(
            entry_of(store, name, machine.memory, _users(used_by, name, model))
            for name, model in store.catalogue.models.items()
        ),
        machine,
        store.cache,
        shutil.disk_usage(there).free,
        here,
        problem,
    )


def entry_of(
    store: ModelStore, name: str, memory: Memory, used_by: tuple[str, ...] = ()
) -> ModelEntry:
    """One model as it stands now."""
    model = store.catalogue.model(name)
    parts = tuple(_part(store, part, name) for part in model.parts)
    standing = store.standing(name)
    going = {part for part, _ in store.only_of(name)}
    missing = 0 if standing.can_be_used else sum(_missing(part) for part in parts)
    stand = _STANDS[standing.state]
    if any(part.stand is Stand.OUTDATED for part in parts) and not standing.can_be_used:
        stand = Stand.OUTDATED
    return ModelEntry(
        id=name,
        title=model.title,
        about=model.about,
        family=model.family.value,
        purpose=_PURPOSES[model.family],
        frames=model.frames,
        stand=stand,
        bytes=sum(part.bytes_here if part.stand.can_be_used else part.bytes for part in parts),
        bytes_missing=missing,
        verified_at=standing.verified_at,
        parts=parts,
        memory=tuple(model.memory.items()),
        fit=_fit(model, memory),
        used_by=used_by,
        is_own=name in store.catalogue.own,
        bytes_freed=store.would_free(name),
        kept=tuple(part.id for part in parts if part.count and part.id not in going),
    )


def _users(used_by: Mapping[str, tuple[str, ...]], name: str, model: Model) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*used_by.get(name, ()), *used_by.get(model.family, ()))))


def _part(store: ModelStore, name: str, model: str) -> PartEntry:
    part = store.catalogue.parts[name]
    standing, on_disk = store.part(name)
    is_outdated = older_files(part, store.record(name), store.cache) is not None
    stand = Stand.OUTDATED if is_outdated else _STANDS[standing.state]
    return PartEntry(
        id=name,
        repository=part.repository,
        revision=part.revision,
        is_pinned=part.is_pinned,
        commit=on_disk.commit if on_disk.root is not None else "",
        files=part.files,
        count=len(on_disk.files),
        bytes=part.bytes or standing.bytes,
        bytes_here=standing.bytes,
        folder=on_disk.root,
        stand=stand,
        shared_with=_titles(store.catalogue, name, model),
        licence=part.licence,
        is_own_folder=bool(part.folder),
        is_gated=part.gated,
        is_noise=part.noise or is_noise(on_disk.files.values()),
    )


def _missing(part: PartEntry) -> int:
    return 0 if part.stand.can_be_used else max(part.bytes - part.bytes_here, 0)


def _titles(catalogue: Catalogue, part: str, model: str) -> tuple[str, ...]:
    others = (one for one in catalogue.sharing(part) if one != model)
    return tuple(catalogue.models[one].title for one in others)


def _fit(model: Model, memory: Memory) -> Fit | None:
    return fit(model, memory) if model.memory else None
