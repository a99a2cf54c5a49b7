import pytest

from handlers.language import Language
from handlers.telling.aspects import LABELS, label, tell
from knowledge.matching.match import Aspect, Place
from tests.fakes.library import EVERYTHING


def test_every_aspect_has_a_label_of_its_own(say: Language) -> None:
    assert set(LABELS) == set(Aspect)
    assert len({label(say, aspect) for aspect in Aspect}) == len(Aspect)


@pytest.mark.parametrize("aspect", Aspect)
def test_every_aspect_of_every_procedure_is_told(say: Language, aspect: Aspect) -> None:
    for procedure in EVERYTHING:
        assert tell(say, aspect, procedure, Place()).in_short()


def test_only_the_place_depends_on_where_the_deployment_is_at_home(say: Language) -> None:
    home = Place(province="Lào Cai", commune="Phường Sa Pa")
    birth = EVERYTHING[0]

    moved = [
        aspect for aspect in Aspect if tell(say, aspect, birth, home) != tell(say, aspect, birth, Place())
    ]
    assert moved == [Aspect.PLACE]
