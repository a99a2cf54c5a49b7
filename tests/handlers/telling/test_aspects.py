from dataclasses import replace

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


@pytest.mark.parametrize("aspect", sorted(set(Aspect) - {Aspect.LEGAL}))
def test_where_the_facts_have_changed_they_are_told_and_not_the_guide(say: Language, aspect: Aspect) -> None:
    birth = EVERYTHING[0]
    bare = birth.model_copy(update={"guide": None})
    stale = birth.model_copy(update={"stale": frozenset({aspect})})

    assert tell(say, aspect, stale, Place()) == replace(tell(say, aspect, bare, Place()), fresh=True)
    others = [one for one in Aspect if one not in (aspect, Aspect.PAPERS, Aspect.FORM)]
    assert [tell(say, one, stale, Place()) for one in others] == [
        tell(say, one, birth, Place()) for one in others
    ]
