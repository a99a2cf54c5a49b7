import json
from pathlib import Path

from bot.intake.openapi import PATHS, document

KEPT = Path(__file__).parents[3] / "docs" / "reference" / "openapi.json"


def test_the_kept_document_is_current() -> None:
    """Where it is not: ``python -m bot.intake.openapi > docs/reference/openapi.json``."""
    assert json.loads(KEPT.read_text("utf-8")) == document()


def test_every_address_is_described() -> None:
    assert set(PATHS) <= set(document()["paths"])


def test_every_reference_leads_somewhere() -> None:
    text = json.dumps(document())
    names = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert names <= set(document()["components"]["schemas"])
