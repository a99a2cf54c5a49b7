from knowledge.facts import Level, Scope
from knowledge.matching.match import Entry
from knowledge.matching.variants import Cases, Priors, variants
from knowledge.text.data import table

PLAIN = Entry(code="9.000001", name="Thủ tục đăng ký khai sinh", levels=(Level.COMMUNE,))
FOREIGN = Entry(
    code="9.000002", name="Thủ tục đăng ký khai sinh có yếu tố nước ngoài", levels=(Level.COMMUNE,)
)
CENTRAL = Entry(code="9.000003", name="Thủ tục đăng ký khai sinh", levels=(Level.MINISTRY,))
GUIDED = Entry(code="9.000004", name="Thủ tục đăng ký khai sinh", levels=(Level.COMMUNE,), says=("a",))
LOCAL = Entry(
    code="9.000005",
    name="Thủ tục đăng ký khai sinh",
    levels=(Level.COMMUNE,),
    scope=Scope.PROVINCIAL,
    province="Huế",
)
ENTRIES = [PLAIN, FOREIGN, CENTRAL, GUIDED, LOCAL]
PRIORS = Priors(ENTRIES, Cases.among(ENTRIES))


def given(told: frozenset[str] = frozenset(), *provinces: str) -> list[float]:
    return [float(factor) for factor in PRIORS.given(told, provinces)]


def test_a_special_case_waits_until_it_is_told() -> None:
    plain, foreign, *_ = given()
    assert foreign < plain
    plain, foreign, *_ = given(frozenset({"foreign"}))
    assert foreign >= plain


def test_near_desks_and_guided_procedures_are_meant_more_readily() -> None:
    plain, _, central, guided, _ = given()
    assert central < plain < guided


def test_a_provinces_own_is_for_its_citizens() -> None:
    assert given()[4] < given()[0]
    assert given(frozenset(), "Huế")[4] > given()[0]
    assert given(frozenset(), "", "Lai Châu")[4] == given()[4]


def test_every_variant_names_circumstances_that_exist() -> None:
    known = {*table("circumstances"), "lost", "dead", "foreign", "abroad", "country"}
    assert all(variant.told <= known for variant in variants())
    assert all(0 < variant.lowers < 1 for variant in variants())


def test_what_was_packed_is_the_same() -> None:
    packed = Priors(ENTRIES, Cases.of(Cases.among(ENTRIES).parts()))
    for told in (frozenset[str](), frozenset({"foreign"})):
        assert packed.given(told, ()).tolist() == given(told)
