from pathlib import Path


def test_our_own_columns_keep_their_names(written: Path) -> None:
    text = written.read_text()
    assert "sa.Column('id', RowId, nullable=False)" in text
    assert "sa.Column('made_at', Moment, nullable=False)" in text


def test_a_written_migration_is_python(written: Path) -> None:
    compile(written.read_text(), written.name, "exec")
