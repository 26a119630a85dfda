"""The token of the hub: from the environment, or else in the system's keyring and nowhere else."""

from __future__ import annotations

import os
from importlib import import_module

_SERVICE = "Storyloom"
_ACCOUNT = "huggingface"


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
