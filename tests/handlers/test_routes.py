from handlers.press import Press
from handlers.routes import OF_CHECKLIST, OF_PROCEDURE, PLAIN


def test_every_kind_of_press_has_one_way() -> None:
    ways = [*PLAIN, *OF_PROCEDURE, *OF_CHECKLIST]

    assert sorted(kind.__name__ for kind in ways) == sorted(kind.__name__ for kind in Press.kinds.values())


def test_a_press_lies_in_the_table_of_what_it_speaks_of() -> None:
    assert all("code" in kind.model_fields for kind in OF_PROCEDURE)
    assert all("checklist" in kind.model_fields for kind in OF_CHECKLIST)
    assert not any({"code", "checklist"} & set(kind.model_fields) for kind in PLAIN)
