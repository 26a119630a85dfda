"""The token of the hub: from the environment, or else in the system's keyring and nowhere else."""

from __future__ import annotations

import os
from enum import Enum, auto
from importlib import import_module

_SERVICE = "Storyloom"
_ACCOUNT = "huggingface"


class TokenPlace(Enum):
    """Where the token of the hub comes from."""

    NONE = auto()
    KEYRING = auto()
    ENVIRONMENT = auto()
    NO_KEYRING = auto()
    """There is no keyring that answers, and so no token."""


def token_place() -> TokenPlace:
    """Where the token comes from now. May wait until the person has unlocked the keyring."""
    if os.environ.get("HF_TOKEN"):
        return TokenPlace.ENVIRONMENT
    keyring = import_module("keyring")
    try:
        found = keyring.get_password(_SERVICE, _ACCOUNT)
    except import_module("keyring.errors").KeyringError:
        return TokenPlace.NO_KEYRING
    return TokenPlace.KEYRING if found else TokenPlace.NONE


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
