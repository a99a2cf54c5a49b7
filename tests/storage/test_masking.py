import pytest

from storage.masking import mask_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Nguyễn Văn An", "Ng*** Văn A***"),
        ("NGUYỄN VĂN AN", "NG*** VĂN A***"),
        ("Lê Thị Bình", "L*** Thị B***"),
        ("Đỗ Hà", "Đ*** H***"),
        ("Trần Nguyễn Hoàng Minh Châu", "Tr*** Nguyễn Hoàng Minh C***"),
        ("H'Hen Niê", "H'*** N***"),
        ("Công ty TNHH Thử Nghiệm", "Cô*** ty TNHH Thử N***"),
        ("An", "A***"),
        ("  Nguyễn   Văn  An ", "Ng*** Văn A***"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_first_and_last_words_are_hidden(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "Lê Bảo", "Y Moan", "An"])
def test_neither_the_family_name_nor_the_given_name_is_left_whole(name: str) -> None:
    first, *_, last = [*name.split(), name.rsplit(maxsplit=1)[-1]]
    shown = mask_name(name).split()
    assert first not in shown
    assert last not in shown


def test_the_length_of_a_name_is_not_told() -> None:
    assert mask_name("Ngô Văn Anh") == mask_name("Nguyễn Văn An") == "Ng*** Văn A***"
