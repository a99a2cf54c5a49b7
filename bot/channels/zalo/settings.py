"""What a deployment sets for its Zalo official account; every name carries the prefix ``MOTCUA_``."""

import json
from collections.abc import Mapping
from string import Formatter
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator
from pydantic_settings import NoDecode

ADDRESS: Final = r"^https?://"

ANY: Final = "*"
KINDS: Final = (ANY, "status", "needs", "due_moved", "due_near", "due_passed")
"""Kinds of news that may have a template of their own; any other one has that of ``*``."""

FIELDS: Final = ("code", "status", "procedure", "office", "due", "news")
"""What a parameter may say of a dossier. Its applicant is not among it: others may see the screen."""


class Template(BaseModel):
    """One of the account's approved templates.

    ``data`` gives each of its parameters as a text in which the names of ``FIELDS`` stand in braces for what
    they say.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    data: Mapping[str, str]

    @field_validator("data")
    @classmethod
    def _fit_to_be_filled(cls, data: Mapping[str, str]) -> Mapping[str, str]:
        named = {
            name for text in data.values() for _, name, _, _ in Formatter().parse(text) if name is not None
        }
        if strange := sorted(named - set(FIELDS)):
            raise ValueError(f"{strange[0]!r} is none of {', '.join(FIELDS)}")
        return data


class ZaloSettings(BaseModel):
    """The part of the settings that is about Zalo."""

    zalo_app_id: str = Field(
        default="", description="Id of the app on developers.zalo.me; without one there is no Zalo account."
    )
    zalo_app_secret: SecretStr | None = Field(
        default=None, description="The app's secret key, by which tokens are asked for."
    )
    zalo_oa_secret: SecretStr | None = Field(
        default=None,
        description="“OA Secret Key” of the app's webhook page, by which events are known; else the app's.",
    )
    zalo_oa_id: str = Field(
        default="",
        pattern=r"^[0-9]*$",
        description="Id of the official account; empty takes that of `motcua zalo login`.",
    )
    zalo_callback_url: str = Field(
        default="",
        pattern=r"^$|^https?://",
        description="Callback address of the consent, as it is written on developers.zalo.me.",
    )
    zalo_bad_signature: Literal[200, 401, 403] = Field(
        default=200, description="Status answered to an event whose signature is wrong; it is never acted on."
    )
    zalo_buttons: bool = Field(
        default=True, description="Buttons under messages; without them every choice is numbered."
    )
    zalo_form_picture: str = Field(
        default="",
        pattern=r"^$|^https://",
        description="Address of the picture on Zalo's form for one's phone number.",
    )
    zalo_takeover_minutes: int = Field(
        default=60, ge=1, le=7 * 24 * 60, description="Minutes the bot is quiet after an officer wrote."
    )
    zalo_templates: Annotated[Mapping[str, Template], NoDecode] = Field(
        default={}, description="Templates for notices outside the window, as JSON by kind of news."
    )
    zalo_notices_by_phone: bool = Field(
        default=False, description="Keep a number that was shared, sealed, for templates sent by phone."
    )
    zalo_proof: bool = Field(
        default=False, description="Send `appsecret_proof` with every call, where the console asks for it."
    )
    zalo_api: str = Field(
        default="https://openapi.zalo.me", pattern=ADDRESS, description="Address of the interface."
    )
    zalo_business_api: str = Field(
        default="https://business.openapi.zalo.me",
        pattern=ADDRESS,
        description="Address of the interface for templates by phone.",
    )
    zalo_oauth: str = Field(
        default="https://oauth.zaloapp.com", pattern=ADDRESS, description="Address that gives tokens."
    )

    @field_validator("zalo_templates", mode="before")
    @classmethod
    def _of_json(cls, given: object) -> object:
        try:
            return json.loads(given) if isinstance(given, str) else given
        except ValueError:
            raise ValueError("it is no JSON") from None

    @field_validator("zalo_templates")
    @classmethod
    def _of_known_news(cls, templates: Mapping[str, Template]) -> Mapping[str, Template]:
        if strange := sorted(set(templates) - set(KINDS)):
            raise ValueError(f"{strange[0]!r} is none of {', '.join(KINDS)}")
        return templates
