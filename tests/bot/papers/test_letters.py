import unicodedata

from bot.papers.letters import fit


def test_letters_come_out_composed() -> None:
    assert fit(unicodedata.normalize("NFD", "Giấy ủy quyền")) == "Giấy ủy quyền"


def test_what_the_font_lacks_is_written_otherwise_or_left_out() -> None:
    assert fit("☐ Nộp → nhận № 5 🏠 ✓") == "Nộp › nhận Số  5"


def test_lines_stay() -> None:
    assert fit("một\nhai") == "một\nhai"
