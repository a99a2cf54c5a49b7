import pytest

from handlers.ages import admits, for_age

CHILD = ("1", "Làm thẻ căn cước cho trẻ dưới 14 tuổi")
GROWN = ("2", "Làm thẻ căn cước cho người từ 14 tuổi")
ANYBODY = ("3", "Đổi thẻ căn cước")


@pytest.mark.parametrize(
    ("name", "age", "fits"),
    [
        ("trẻ em dưới 6 tuổi", 5, True),
        ("trẻ em dưới 6 tuổi", 6, False),
        ("người chưa đủ 14 tuổi", 14, False),
        ("người từ đủ 14 tuổi trở lên", 14, True),
        ("con đã đủ 14 tuổi", 13, False),
        ("từ đủ 6 tuổi đến dưới 14 tuổi", 15, False),
        ("Đổi thẻ căn cước", 15, None),
    ],
)
def test_a_name_tells_whom_it_is_for(name: str, age: int, fits: bool | None) -> None:
    assert admits(name, age) is fits


@pytest.mark.parametrize(
    ("named", "age", "code"),
    [
        ([CHILD, GROWN], 8, "1"),
        ([CHILD, GROWN], 16, "2"),
        ([CHILD, ANYBODY, GROWN], 16, "2"),
        ([ANYBODY, CHILD, GROWN], 16, ""),
        ([CHILD, ANYBODY], 16, ""),
        ([GROWN], 16, ""),
        ([], 16, ""),
    ],
)
def test_an_age_chooses_where_only_one_is_for_it(named: list[tuple[str, str]], age: int, code: str) -> None:
    assert for_age(named, age) == code
