"""The model store of this machine: whose catalogue, cache and records it uses."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from platformdirs import user_config_path, user_state_path

from pipelines.models.catalogue import load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.hub_token import kept_token
from pipelines.models.places import hub_cache
from pipelines.models.records import Records
from pipelines.models.refusals import CatalogueError
from pipelines.models.store import ModelStore

OWN_LIST = "STORYLOOM_MODELS"
"""Names another list of the user's, for a while."""
_NAME = "storyloom"


def own_catalogue() -> Path:
    """The file in which a user adds models; it need not be there. The environment may name one."""
    named = os.environ.get(OWN_LIST)
    return (
        Path(named).expanduser()
        if named
        else user_config_path(_NAME, appauthor=False) / "models.toml"
    )


def model_store(*, endpoint: str = "", offline: bool = False, with_own: bool = True) -> ModelStore:
    """The store of this machine. Raises CatalogueError where the user's own list is wrong."""
    hub = Hub(hub_cache(), endpoint, offline, kept_token)
    catalogue = load_catalogue(own_catalogue() if with_own else None)
    return ModelStore(catalogue, Records(_state() / "models"), hub)


def store_to_look_at() -> ModelStore:
    """The store of this machine, read again when the user's own list was written since.

    Raises CatalogueError.
    """
    own = own_catalogue()
    written = own.stat().st_mtime_ns if own.is_file() else 0
    return _looked_at(own, written, hub_cache(), _state())


def identity(model_id: str) -> str:
    """Which weights a model is made of here, for keys; words where nobody can say."""
    try:
        return store_to_look_at().identity(model_id)
    except CatalogueError:
        return "unknown"


@lru_cache(maxsize=1)
def _looked_at(own: Path, written: int, cache: Path, state: Path) -> ModelStore:
    return model_store()


def _state() -> Path:
    named = os.environ.get("STORYLOOM_STATE")
    return Path(named) if named else user_state_path(_NAME, appauthor=False)
