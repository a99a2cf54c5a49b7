from handlers.errors import ConversationError, PressDesignError, UnknownLanguageError, UnknownPressError


def test_an_error_s_sentence_names_its_details() -> None:
    assert str(UnknownPressError(press="x")) == "This button is not known: x."
    assert str(UnknownLanguageError(language="km")) == "There is no catalogue for the language km."
    assert (
        str(PressDesignError(name="Card", reason="it is too wide"))
        == "The press Card cannot be used: it is too wide."
    )


def test_all_are_errors_of_the_conversation() -> None:
    for error in (UnknownPressError, UnknownLanguageError, PressDesignError):
        assert issubclass(error, ConversationError)
