"""Our service as its operator starts it: its processes, their settings and where they write."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.messages.processes import Process
from tests.fakes.telegram.server import TOKEN


def settings(
    telegram: str, webhook: str, database: str, folder: Path, nats: str = "", clerks: int = 0
) -> Mapping[str, str]:
    """What all processes of one service share; several of them where there is NATS."""
    many = {"MOTCUA_ENGINE": "nats", "MOTCUA_NATS_URL": nats, "MOTCUA_NATS_PREFIX": folder.name}
    return {
        "MOTCUA_DATA_DIR": str(folder),
        "MOTCUA_DATABASE_URL": database,
        "MOTCUA_TELEGRAM_TOKEN": TOKEN,
        "MOTCUA_TELEGRAM_MODE": "webhook",
        "MOTCUA_TELEGRAM_WEBHOOK_URL": webhook,
        "MOTCUA_TELEGRAM_SECRET": "a-word-of-the-benchmark",
        "MOTCUA_TELEGRAM_API": telegram,
        "MOTCUA_CLERKS": str(clerks),
        **(many if nats else {}),
    }


def process(name: str, shared: Mapping[str, str], role: str = "all", port: int = 0) -> Process:
    """One process, unhurried; its log lies under its name."""
    arguments = ["benchmarks.messages.service", "run", "--role", role, "--port", str(port)]
    return Process(arguments, shared, Path(shared["MOTCUA_DATA_DIR"]) / f"{name}.log")
