import pytest
from zalo_sdk import ZaloOAException

from bot.channels.zalo.codes import CODES, Remedy, refusal

TABLE = {
    Remedy.RENEW: (-216, -220, -124),
    Remedy.SLOWLY: (-32,),
    Remedy.GONE: (-213, -217, -218, -227, -244, -114, -118, -119, -139, -141),
    Remedy.CLOSED: (-230, -232, -305, -311),
    Remedy.MORNING: (-234, -133),
    Remedy.TOMORROW: (-144, -147),
    Remedy.OTHER_WAY: (-249,),
    Remedy.OURS: (-100, -201, -210, -233, -240, -248, -108, -1121),
    Remedy.OPERATOR: (
        *(-204, -205, -209, -211, -212, -219, -221, -223, -224, -242, -320, -321),
        *(-109, -115, -126, -127, -131, -135, -137, -1122, -1241),
    ),
    Remedy.AGAIN: (-200, -214),
}
"""The two tables of Zalo once more, by what they ask for: whoever changes one must change both."""


def test_every_code_of_the_tables_is_known_and_no_other() -> None:
    assert set(CODES) == {code for codes in TABLE.values() for code in codes}


@pytest.mark.parametrize(("remedy", "code"), [(one, code) for one, codes in TABLE.items() for code in codes])
def test_a_code_is_handled_as_the_table_says(remedy: Remedy, code: int) -> None:
    assert refusal(code).remedy is remedy
    assert refusal(code).meaning


def test_an_unknown_code_is_tried_again() -> None:
    assert refusal(-9999).remedy is Remedy.AGAIN


def test_the_codes_that_zalo_sdk_knows_are_known_here() -> None:
    """But for four that only tell of a wrong app in its own old signing, and 0 for success."""
    theirs = set(ZaloOAException.ERROR_CODE_TO_STR) - {0, -202, -207, -208, -215, -222}
    assert theirs <= set(CODES)
