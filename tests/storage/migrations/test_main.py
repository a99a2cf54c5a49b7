from pathlib import Path

from storage.migrations import runner


def test_the_next_migration_follows_the_newest(written: Path) -> None:
    text = written.read_text()
    assert written.name == f"{max(map(int, runner.known())) + 1:04}_count_visits.py"
    assert text.startswith('"""Count visits."""')
    assert f"down_revision = '{runner.known()[0]}'" in text


def test_it_holds_what_changed_and_nothing_else(written: Path) -> None:
    assert written.read_text().count("op.create_table(") == 1
    assert "'visits'" in written.read_text()
