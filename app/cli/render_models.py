"""The models of a render: how they are put, and what is done where one is not here."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace

from app.cli.render_plan import RenderPlan
from app.cli.saying import UsageError
from nodes.model_needs import ModelNeed, model_needs
from nodes.store import ResultStore
from pipelines.models.catalogue import Precision
from pipelines.models.fetching import size_words
from pipelines.models.placement import Attention, Device, Offload, Wish
from pipelines.models.refusals import NotHereError
from pipelines.models.store import ModelStore


def add_model_arguments(parser: argparse.ArgumentParser) -> None:
    """How models are to be put where the nodes of a project do not say; each is else chosen by
    what memory is free."""
    group = parser.add_argument_group("models")
    group.add_argument("--device", type=Device, choices=list(Device), help="what they work on")
    group.add_argument(
        "--precision",
        type=Precision,
        choices=list(Precision),
        help="the numbers that they count with; another one is another result",
    )
    group.add_argument(
        "--offload",
        choices=[one.name.lower() for one in Offload],
        help="what waits in the machine's own memory: needs less on the device, takes longer",
    )
    group.add_argument(
        "--attention", type=Attention, choices=list(Attention), help="how it is computed"
    )
    group.add_argument(
        "--allow-builtin",
        action="store_true",
        help="where a model is not here, use what is built in, and say so",
    )


def wish_of(arguments: argparse.Namespace) -> Wish:
    """What the command line asks for."""
    offload = Offload[arguments.offload.upper()] if arguments.offload else None
    return Wish(arguments.precision, offload, arguments.attention, arguments.device)


def with_models(
    plan: RenderPlan,
    results: ResultStore,
    models: Callable[[], ModelStore],
    *,
    allow_builtin: bool,
) -> RenderPlan:
    """The plan, with what is built in for models that are not here where that is allowed.

    Raises UsageError with what to get, DamagedError, or CatalogueError.
    """
    needs = model_needs(plan.snapshot, plan.sinks, results)
    absent = [need for need in needs if _is_absent(models(), need)]
    replaced = [need for need in absent if allow_builtin and need.built_in]
    lacking = [need for need in absent if need not in replaced]
    if lacking:
        raise _refusal(models(), lacking)
    names = frozenset(need.model for need in replaced)
    return replace(plan, snapshot=plan.snapshot.override({}, absent=names)) if names else plan


def _is_absent(store: ModelStore, need: ModelNeed) -> bool:
    try:
        store.folders(need.model)
    except NotHereError:
        return True
    return False


def _refusal(store: ModelStore, lacking: list[ModelNeed]) -> UsageError:
    ids = list(dict.fromkeys(need.model for need in lacking))
    told = [
        f"“{store.catalogue.model(one).title}” ({size_words(store.standing(one).bytes_missing)})"
        for one in ids
    ]
    paths = ", ".join(dict.fromkeys(need.path for need in lacking))
    mend = f"Nothing was run. Get what lacks: storyloom models get {' '.join(ids)}."
    if all(need.built_in for need in lacking):
        mend += " Or have what is built in used: --allow-builtin."
    return UsageError(f"Not on this machine, and needed by {paths}: {', '.join(told)}.", mend=mend)
