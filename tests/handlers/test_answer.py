from handlers.answer import Answer
from handlers.outcome import Outcome
from handlers.reply import Paragraph, Reply
from handlers.state import State


def test_an_answer_names_no_procedure_and_keeps_the_message_unless_it_is_told_to() -> None:
    answer = Answer(
        replies=(Reply(blocks=(Paragraph(text="Xin chào"),)),), state=State(), outcome=Outcome.SMALLTALK
    )

    assert (answer.code, answer.codes, answer.aspects, answer.redact) == (None, (), (), False)
