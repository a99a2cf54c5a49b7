from pathlib import Path

import pytest

from knowledge.errors import (
    BrokenProcedureFileError,
    KnowledgeError,
    UnknownProcedureError,
    UnreadableCatalogueError,
    UnreadableRecordError,
)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (UnreadableRecordError(reason="it has no name"), "This record cannot be taken: it has no name."),
        (UnreadableCatalogueError(path=Path("a.json"), reason="empty"), "a.json is no catalogue: empty."),
        (UnknownProcedureError(code="1.001193"), "No procedure 1.001193 here."),
        (BrokenProcedureFileError(path="a.yaml", reason="x"), "a.yaml is no procedure file: x."),
    ],
)
def test_an_error_says_what_is_wrong(error: KnowledgeError, message: str) -> None:
    assert str(error) == message
