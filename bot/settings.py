"""Settings of a deployment: environment variables that begin with ``MOTCUA_``, or an ``.env`` file."""

import re
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.channels.zalo.settings import ZaloSettings
from bot.errors import ProductionKeyError, SettingsError
from bot.secret_key import kept_key
from knowledge.places import province

KEY_FILE = "secret.key"

_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")

_ORIGIN = re.compile(r"https://[A-Za-z0-9.-]+(:\d{1,5})?|http://(localhost|127\.0\.0\.1)(:\d{1,5})?")
"""A scheme, a host and a port; without HTTPS only this very machine, for trying it out."""


class Settings(ZaloSettings, BaseSettings):
    """Everything a deployment can set. Names in the environment carry the prefix ``MOTCUA_``."""

    model_config = SettingsConfigDict(env_prefix="MOTCUA_", env_file=".env", extra="ignore", frozen=True)

    data_dir: Path = Field(default=Path("var"), description="Folder of the database and local files.")
    database_url: str = Field(
        default="", description="SQLAlchemy URL; empty means SQLite in the data folder (`motcua.db`)."
    )
    secret_key: SecretStr | None = Field(
        default=None,
        min_length=32,
        description="Key of what is hashed and encrypted; outside production one is made in the data folder.",
    )
    former_keys: SecretStr = Field(
        default=SecretStr(""), description="Keys before the present one, the oldest first, between spaces."
    )
    retention_months: int = Field(
        default=24, ge=1, le=600, description="Months a dossier is kept after it ended, and what was said."
    )
    pull_url: str = Field(
        default="",
        pattern=r"^$|^https?://",
        description="Address of `TraCuuHoSo` on an LGSP adapter, where a system cannot push; empty is off.",
    )
    pull_token: SecretStr | None = Field(default=None, description="Bearer token for that address.")
    pull_source: str = Field(default="lgsp", description="Name under which what it says is kept.")
    home_province: str = Field(default="", description="The province this deployment serves.")
    language: Literal["vi", "en"] = Field(default="vi", description="Language of a new conversation.")
    production: bool = Field(default=False, description="Refuses demo data and a key made by itself.")
    host: str = Field(default="127.0.0.1", description="Address the web server listens on.")
    port: int = Field(default=8080, ge=0, le=65535, description="Port of the web server; 0 picks one.")
    watch_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        description="Port on which a worker answers those who watch it; without one it listens nowhere.",
    )
    origin: str = Field(
        default="", description="Public origin of the web chat (`https://…`) where a proxy stands in front."
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="How the log is written: lines to read, or a JSON object a line."
    )
    metrics_token: SecretStr = Field(
        default=SecretStr(""),
        description="What `/metrics` is opened with; without one it opens to this machine alone.",
    )
    stop_after: float = Field(
        default=0,
        ge=0,
        le=300,
        description="Seconds between being told to stop and closing the door: a balancer looks elsewhere.",
    )
    engine: Literal["lanes", "nats"] = Field(
        default="lanes",
        description="`lanes` for one process, `nats` for many, over NATS JetStream and PostgreSQL.",
    )
    clerks: int = Field(
        default=0,
        ge=0,
        le=64,
        description="Processes beside this one that work answers out, where it has cores to spare.",
    )
    nats_url: str = Field(
        default="nats://127.0.0.1:4222", description="Address of the NATS server, for the engine `nats`."
    )
    nats_prefix: str = Field(
        default="motcua",
        pattern=r"^[A-Za-z0-9_-]{1,32}$",
        description="What our names in NATS begin with: one for each deployment that shares a server.",
    )
    embed_origins: str = Field(
        default="", description="Origins whose pages may show the web chat in a frame, between spaces."
    )
    telegram_token: SecretStr | None = Field(
        default=None,
        description="Token of the Telegram bot, from @BotFather; without one there is no Telegram.",
    )
    telegram_mode: Literal["poll", "webhook"] = Field(
        default="poll", description="`poll` for a laptop, `webhook` for a server with a public address."
    )
    telegram_webhook_url: str = Field(
        default="",
        pattern=r"^$|^https?://[^/]+(/.*)?/telegram/[A-Za-z0-9_-]+$",
        description="Public address that Telegram posts to (`https://…/telegram/…`), for the mode `webhook`.",
    )
    telegram_secret: SecretStr | None = Field(
        default=None, description="What Telegram's posts are known by: 16 to 256 of A-Z, a-z, 0-9, _ and -."
    )
    telegram_api: str = Field(
        default="https://api.telegram.org",
        pattern=r"^https?://",
        description="Address of the Bot API, where a server of its own or a fake takes Telegram's place.",
    )

    zalo_bot_token: SecretStr | None = Field(
        default=None,
        description="Token of a bot of the Zalo Bot Platform, for pilots; without one there is none.",
    )
    zalo_bot_webhook_url: str = Field(
        default="",
        pattern=r"^$|^https?://[^/]+(/.*)?/zalo-bot/[A-Za-z0-9_-]+$",
        description="Public address that Zalo posts to (`https://…/zalo-bot/…`); empty means that we ask.",
    )
    zalo_bot_secret: SecretStr | None = Field(
        default=None,
        validate_default=True,
        description="What Zalo's posts are known by: 16 to 256 of A-Z, a-z, 0-9, _ and -.",
    )
    zalo_bot_api: str = Field(
        default="https://bot-api.zaloplatforms.com",
        pattern=r"^https?://",
        description="Address of the Zalo Bot Platform, where a fake takes its place.",
    )

    @field_validator("zalo_bot_secret")
    @classmethod
    def _given_with_a_webhook(cls, secret: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if secret is None and info.data.get("zalo_bot_webhook_url"):
            raise ValueError("MOTCUA_ZALO_BOT_WEBHOOK_URL needs it")
        return secret

    @field_validator("telegram_secret", "zalo_bot_secret")
    @classmethod
    def _fit_for_a_header(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not _SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("16 to 256 of A-Z, a-z, 0-9, _ and - are needed")
        return secret

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        needed = {"telegram_webhook_url": self.telegram_webhook_url, "telegram_secret": self.telegram_secret}
        missing = [name for name, value in needed.items() if not value]
        if self.telegram_mode == "webhook" and self.telegram_token and missing:
            raise ValueError(f"MOTCUA_{missing[0].upper()} is needed for the mode webhook")
        return self

    @field_validator("engine")
    @classmethod
    def _many_share_a_database(cls, engine: str, info: ValidationInfo) -> str:
        if engine == "nats" and not info.data.get("database_url", "").startswith("postgres"):
            raise ValueError("several processes need a PostgreSQL in MOTCUA_DATABASE_URL")
        return engine

    @field_validator("home_province")
    @classmethod
    def _today_s_name(cls, name: str) -> str:
        known = province(name) if name else ""
        if name and not known:
            raise ValueError(f"{name!r} is not one of the 34 provinces")
        return known

    @field_validator("embed_origins")
    @classmethod
    def _are_origins(cls, origins: str) -> str:
        for one in origins.split():
            if not _ORIGIN.fullmatch(one):
                raise ValueError(f"{one!r} is no origin such as https://dichvucong.tinh.gov.vn")
        return origins

    @property
    def framers(self) -> tuple[str, ...]:
        """The origins whose pages may show the web chat in a frame."""
        return tuple(self.embed_origins.split())

    @property
    def url(self) -> str:
        """The database to open."""
        return self.database_url or f"sqlite:///{self.data_dir / 'motcua.db'}"

    def key(self) -> bytes:
        """The key of the keyed hashes, made once and kept in the data folder outside production.

        Raises ProductionKeyError where production runs without a key of its own.
        """
        if self.secret_key is not None:
            return self.secret_key.get_secret_value().encode()
        if self.production:
            raise ProductionKeyError
        return kept_key(self.data_dir / KEY_FILE)

    def former(self) -> list[bytes]:
        """The keys before it, the oldest first: what they hashed can still be opened."""
        return [one.encode() for one in self.former_keys.get_secret_value().split()]


def load() -> Settings:
    """Read the settings; raises SettingsError that names the variable and what is wrong with it."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "MOTCUA_" + str((first["loc"] or ("telegram_mode",))[0]).upper()
        raise SettingsError(name=name, problem=first["msg"]) from None
