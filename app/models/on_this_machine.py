"""The model store of this machine: whose catalogue, cache, records and token it uses."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from platformdirs import user_config_path, user_state_path

from pipelines.models.catalogue import load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.places import hub_cache
from pipelines.models.records import Records
from pipelines.models.store import ModelStore

_NAME = "storyloom"
_SERVICE = "Storyloom"
_ACCOUNT = "huggingface"


def own_catalogue() -> Path:
    """The file in which a user adds models; it need not be there."""
    return user_config_path(_NAME, appauthor=False) / "models.toml"


def model_store(*, endpoint: str = "", offline: bool = False) -> ModelStore:
    """The store of this machine. Raises CatalogueError where the user's own list is wrong."""
    state = os.environ.get("STORYLOOM_STATE") or user_state_path(_NAME, appauthor=False)
    hub = Hub(hub_cache(), endpoint, offline, kept_token)
    return ModelStore(load_catalogue(own_catalogue()), Records(Path(state) / "models"), hub)


def kept_token() -> str | None:
    """The token of the hub: from the environment, or else from the system's keyring."""
    said = os.environ.get("HF_TOKEN")
    if said:
        return said
    keyring = import_module("keyring")
    try:
        return keyring.get_password(_SERVICE, _ACCOUNT)
    except import_module("keyring.errors").KeyringError:
        return None  # a machine without a keyring keeps no token


def keep_token(token: str) -> bool:
    """Put the token into the keyring, empty to take it out; whether there is a keyring to do it."""
    keyring, errors = import_module("keyring"), import_module("keyring.errors")
    try:
        if token:
            keyring.set_password(_SERVICE, _ACCOUNT, token)
        elif keyring.get_password(_SERVICE, _ACCOUNT):
            keyring.delete_password(_SERVICE, _ACCOUNT)
    except errors.KeyringError:
        return False
    return True
