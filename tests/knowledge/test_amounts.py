import pytest

from knowledge.amounts import duration, duration_told, duration_words, fee, unit, unit_told
from knowledge.facts import Duration, FeeKind, Unit


@pytest.mark.parametrize(
    ("word", "expected"), [("WORKING_DAY", Unit.WORKING_DAY), ("HOUR", Unit.HOUR), ("OTHER", None)]
)
def test_units_of_the_portal(word: str, expected: Unit | None) -> None:
    assert unit(word) is expected


@pytest.mark.parametrize(
    ("words", "expected"), [("Ngày làm việc", Unit.WORKING_DAY), ("giờ", Unit.HOUR), ("Khác", None)]
)
def test_units_in_words(words: str, expected: Unit | None) -> None:
    assert unit_told(words) is expected


@pytest.mark.parametrize("amount", [None, 0, -3, 2.5])
def test_no_whole_positive_number_is_no_duration(amount: float | None) -> None:
    assert duration(amount, Unit.DAY) is None


def test_a_duration_needs_a_unit() -> None:
    assert duration(1, None) is None
    assert duration(3.0, Unit.MONTH) == Duration(amount=3, unit=Unit.MONTH)


@pytest.mark.parametrize(
    ("words", "amount", "counted_in"),
    [
        ("05 ngày làm việc", 5, Unit.WORKING_DAY),
        ("- Không quá 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.", 3, Unit.WORKING_DAY),
        ("Thời hạn giải quyết: 15 (mười lăm) ngày, kể từ ngày nhận đủ hồ sơ", 15, Unit.DAY),
        ("trong 8 giờ", 8, Unit.HOUR),
        ("2 tháng", 2, Unit.MONTH),
    ],
)
def test_words_that_say_one_duration(words: str, amount: int, counted_in: Unit) -> None:
    assert duration_told(words) == Duration(amount=amount, unit=counted_in)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Không quy định",
        "05 ngày; nếu xác minh thì 10 ngày",
        "Nộp trong 3 ngày tại UBND xã",
        "00 ngày",
        "5 ngày đối với đất ở",
        "45 ngày kể từ ngày nhận đủ hồ sơ và 05 ngày sau khi thẩm tra",
        "5 ngày kể từ ngày nhận hồ sơ với trường hợp cấp mới",
    ],
)
def test_words_that_say_more_or_less_than_one(words: str) -> None:
    assert duration_told(words) is None


def test_half_days_and_sentences_stay_words() -> None:
    assert duration_words("3.5", 3.5, Unit.WORKING_DAY) == "3,5 ngày làm việc"
    assert duration_words("Ngay trong ngày", None, None) == "Ngay trong ngày"
    assert duration_words("7", 7, Unit.DAY) == ""
    assert duration_words("2.5", 2.5, None) == ""


@pytest.mark.parametrize("words", ["", "0", "-", "Đồng", " Phí. "])
def test_a_fee_that_says_nothing_is_none(words: str) -> None:
    assert fee(FeeKind.FEE, 0, words) is None


@pytest.mark.parametrize("words", ["Không", "Không có", "Miễn phí", "do Hội đồng nhân dân tỉnh quy định"])
def test_a_fee_in_words_stays_words(words: str) -> None:
    found = fee(FeeKind.FEE, 0, words)
    assert found is not None
    assert (found.amount, found.text) == (None, words)


def test_the_smallest_fee_is_a_fee() -> None:
    found = fee(FeeKind.CHARGE, 1000, "")
    assert found is not None
    assert found.amount == 1000
    assert fee(FeeKind.CHARGE, 999, "") is None


def test_dollars_without_words() -> None:
    found = fee(FeeKind.CHARGE, 70, "", "USD")
    assert found is not None
    assert (found.amount, found.text) == (None, "70 USD")


@pytest.mark.parametrize("currency", ["", "Việt Nam Đồng", "EUR"])
@pytest.mark.parametrize("amount", [1, 40, 200, 999.99])
def test_below_a_thousand_nothing_is_an_amount_of_dong(amount: float, currency: str) -> None:
    found = fee(FeeKind.CHARGE, amount, "40.000 đồng/giấy", currency)
    assert found is not None
    assert (found.amount, found.text) == (None, "40.000 đồng/giấy")


@pytest.mark.parametrize("amount", [5, 70.5, 1000, 250_000])
def test_dollars_are_never_an_amount_of_dong(amount: float) -> None:
    found = fee(FeeKind.CHARGE, amount, "Cấp mới", "USD")
    assert found is not None
    assert (found.amount, found.text) == (None, f"{amount:g} USD (Cấp mới)")


@pytest.mark.parametrize("words", ["Đăng ký lại khai sinh", "đối với 1 tờ khai", "(hồ sơ)"])
def test_the_label_of_an_amount_that_means_nothing_says_nothing(words: str) -> None:
    assert fee(FeeKind.FEE, 200, words) is None


def test_the_same_words_stay_where_no_amount_was_given() -> None:
    assert fee(FeeKind.FEE, 0, "Theo biểu giá") is not None
