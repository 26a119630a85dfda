"""The model store of this machine: whose catalogue, cache and records it uses."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_config_path, user_state_path

from pipelines.models.catalogue import load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.hub_token import kept_token
from pipelines.models.places import hub_cache
from pipelines.models.records import Records
from pipelines.models.store import ModelStore

_NAME = "storyloom"


def own_catalogue() -> Path:
    """The file in which a user adds models; it need not be there."""
    return user_config_path(_NAME, appauthor=False) / "models.toml"


def model_store(*, endpoint: str = "", offline: bool = False) -> ModelStore:
    """The store of this machine. Raises CatalogueError where the user's own list is wrong."""
    state = os.environ.get("STORYLOOM_STATE") or user_state_path(_NAME, appauthor=False)
    hub = Hub(hub_cache(), endpoint, offline, kept_token)
    return ModelStore(load_catalogue(own_catalogue()), Records(Path(state) / "models"), hub)
