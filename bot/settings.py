"""Settings of a deployment: environment variables that begin with ``MOTCUA_``, or an ``.env`` file."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import ProductionKeyError, SettingsError
from bot.secret_key import kept_key
from knowledge.places import province

KEY_FILE = "secret.key"


class Settings(BaseSettings):
    """Everything a deployment can set. Names in the environment carry the prefix ``MOTCUA_``."""

    model_config = SettingsConfigDict(env_prefix="MOTCUA_", env_file=".env", extra="ignore", frozen=True)

    data_dir: Path = Field(default=Path("var"), description="Folder of the database and local files.")
    database_url: str = Field(
        default="", description="SQLAlchemy URL; empty means SQLite in the data folder (`motcua.db`)."
    )
    secret_key: SecretStr | None = Field(
        default=None,
        min_length=32,
        description="Key of the keyed hashes; outside production one is made in the data folder.",
    )
    home_province: str = Field(default="", description="The province this deployment serves.")
    language: Literal["vi", "en"] = Field(default="vi", description="Language of a new conversation.")
    production: bool = Field(default=False, description="Refuses demo data and a key made by itself.")
    host: str = Field(default="127.0.0.1", description="Address the web server listens on.")
    port: int = Field(default=8080, ge=0, le=65535, description="Port of the web server; 0 picks one.")
    origin: str = Field(
        default="", description="Public origin of the web chat (`https://…`) where a proxy stands in front."
    )

    @field_validator("home_province")
    @classmethod
    def _today_s_name(cls, name: str) -> str:
        known = province(name) if name else ""
        if name and not known:
            raise ValueError(f"{name!r} is not one of the 34 provinces")
        return known

    @property
    def url(self) -> str:
        """The database to open."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'motcua.db'}"

    def key(self) -> bytes:
        """The key of the keyed hashes, made once and kept in the data folder outside production.

        Raises ProductionKeyError where production runs without a key of its own.
        """
        if self.secret_key is not None:
            return self.secret_key.get_secret_value().encode()
        if self.production:
            raise ProductionKeyError
        return kept_key(self.data_dir / KEY_FILE)


def load() -> Settings:
    """Read the settings; raises SettingsError that names the variable and what is wrong with it."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "MOTCUA_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(name=name, problem=first["msg"]) from None
