"""The shape of ``words.yaml``: what people say that means something wherever the conversation stands."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("words.yaml")


class Linking(BaseModel):
    """How a line begins or ends that goes on about the same thing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    otherwise: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]


class DossierWords(BaseModel):
    """How one asks where a dossier is, and says that its code is lost."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    named: tuple[str, ...]
    asked: tuple[str, ...]
    unless: tuple[str, ...]
    lost: tuple[str, ...]


class PlaceWords(BaseModel):
    """How one speaks of places: what became of them, and that one lives there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: tuple[str, ...]
    asked: tuple[str, ...]
    around: tuple[str, ...]
    owners: tuple[str, ...]
    meanwhile: tuple[str, ...]
    lives: tuple[str, ...]


class FilingWords(BaseModel):
    """How one names the day of handing in: days ahead, or weekdays from Monday (0) on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    filed: tuple[str, ...]
    asked: tuple[str, ...]
    next_week: tuple[str, ...]
    ahead: Mapping[int, tuple[str, ...]]
    weekdays: Mapping[int, tuple[str, ...]]


class MannerWords(BaseModel):
    """What is answered before any question: dangers by the number to call; ``calm`` tells of none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dangers: Mapping[str, tuple[str, ...]]
    calm: tuple[str, ...]
    despair: tuple[str, ...]
    insults: tuple[str, ...]
    commands: tuple[str, ...]


class Words(BaseModel):
    """The file as it stands: words by the press they stand for, and the other kinds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    press: Mapping[str, tuple[str, ...]]
    assistant: tuple[str, ...]
    back: tuple[str, ...]
    not_this: tuple[str, ...]
    bare_no: tuple[str, ...]
    i_mean_that: tuple[str, ...]
    i_mean: tuple[str, ...]
    unsure: tuple[str, ...]
    sighs: tuple[str, ...]
    counted: tuple[str, ...]
    urging: tuple[str, ...]
    ordinals: Mapping[int, tuple[str, ...]]
    anew: tuple[str, ...]
    insisting: tuple[str, ...]
    rather: tuple[str, ...]
    persons: tuple[str, ...]
    standings: tuple[str, ...]
    narrating: tuple[str, ...]
    linking: Linking
    dossier: DossierWords
    places: PlaceWords
    filing: FilingWords
    manners: MannerWords
    question: tuple[str, ...]
    needing: tuple[str, ...]
    polite: tuple[str, ...]


@cache
def shipped() -> Words:
    """The words, read once."""
    return Words.model_validate(yaml.safe_load(_FILE.read_text("utf-8")))
