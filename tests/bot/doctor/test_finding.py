from bot.doctor.finding import Finding, Grade, lines


def test_a_mend_stands_below_what_it_mends() -> None:
    found = [
        Finding(about="Clock", told="fine"),
        Finding(about="Database", told="away", mend="Start it.", grade=Grade.BROKEN),
    ]
    assert list(lines(found)) == ["✓ Clock: fine", "✗ Database: away", "  → Start it."]
