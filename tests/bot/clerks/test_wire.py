from io import BytesIO

from bot.clerks.wire import Drafted, packed, read, write
from handlers.draft import Counted, Draft
from handlers.outcome import Outcome
from knowledge.matching.match import Place

DRAFT = Draft(
    before=None,
    state="{}",
    replies=("{}",),
    outcome=Outcome.ANSWERED,
    counted=Counted(code="1.001193", place=Place(province="Huế")),
)


def test_what_was_written_is_read_thing_by_thing() -> None:
    pipe = BytesIO()
    things = [None, Drafted(number=1, draft=DRAFT, matched=(0.001,)), (2, "hai")]
    for thing in things:
        write(pipe, thing)
    pipe.seek(0)
    assert [read(pipe) for _ in things] == things


def test_the_end_is_nothing_even_in_the_middle_of_a_length() -> None:
    assert read(BytesIO()) is None
    assert read(BytesIO(packed("một")[:2])) is None
