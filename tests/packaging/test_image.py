"""The image and the composition: linted, and held to the settings and commands that there are."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

from bot.cli.run import run
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())

KNOWN = {f"MOTCUA_{name.upper()}" for name in Settings.model_fields}


def test_the_dockerfile_is_clean() -> None:
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path}
    done = subprocess.run(
        ["hadolint", "Dockerfile"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_nobody_is_root_and_it_is_watched() -> None:
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE)
    assert 'CMD ["motcua", "health"]' in DOCKERFILE
    assert re.search(r"^VOLUME /data$", DOCKERFILE, re.MULTILINE)


def test_every_folder_of_the_program_is_in_the_image() -> None:
    copied = set(re.findall(r"^COPY (\w+) \1$", DOCKERFILE, re.MULTILINE))
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    folders = {"motcua", "bot", "handlers", "knowledge", "storage"}
    assert copied == folders
    assert kept >= folders | {"pyproject.toml", "uv.lock", "README.md", "LICENSE"}


def test_every_language_of_ours_keeps_its_words() -> None:
    (kept,) = re.findall(r"/\\\(root\\\|(.+?)\\\)\\\(_", DOCKERFILE)
    ours = {one.name for one in (ROOT / "handlers" / "locales").iterdir() if one.is_dir()}
    assert set(kept.split(r"\|")) == ours


def test_only_settings_that_there_are_are_set() -> None:
    named = set(re.findall(r"\b(MOTCUA_[A-Z_]+)\b", DOCKERFILE + (ROOT / ".env.example").read_text()))
    ours = COMPOSE["x-motcua"]["environment"]
    assert (named | set(ours)) - KNOWN == set()


def test_our_services_have_roles_a_read_only_root_and_no_rights() -> None:
    (role,) = [option for option in run.params if option.name == "role"]
    for name in ("web", "worker"):
        service = COMPOSE["services"][name]
        assert service["command"] == ["run", "--role", name]
        assert name in role.to_info_dict()["type"]["choices"]
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]
        assert service["volumes"] == [f"{name}:/data"]
        assert "healthcheck" not in service


def test_a_worker_is_watched_where_the_image_asks() -> None:
    watched = COMPOSE["services"]["worker"]["environment"]["MOTCUA_WATCH_PORT"]
    assert watched == str(Settings.model_fields["port"].default)


def test_only_the_web_is_reached_from_outside_and_only_through_a_proxy() -> None:
    ports = {name: service.get("ports", []) for name, service in COMPOSE["services"].items()}
    assert ports.pop("web") == ["127.0.0.1:8080:8080"]
    assert not any(ports.values())
