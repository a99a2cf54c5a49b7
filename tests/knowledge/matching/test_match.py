from knowledge.matching import build
from knowledge.matching.match import Aspect, Matcher, Place, Verdict


def test_what_is_built_fulfils_the_seam() -> None:
    matcher: Matcher = build([])
    assert matcher.match("", Place()).verdict is Verdict.SMALLTALK


def test_the_words_of_the_machine_readable_faces_stay() -> None:
    assert [aspect.value for aspect in Aspect] == [
        "papers",
        "fee",
        "time",
        "place",
        "online",
        "legal",
        "result",
        "steps",
        "conditions",
        "form",
    ]
