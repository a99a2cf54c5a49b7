"""What can be wrong with what a person sends.

ConversationError
├── UnknownPressError         a button's data that nobody here wrote
├── PressDesignError          a press kind that cannot keep its promise, found when it is defined
└── UnknownLanguageError      a language without a catalogue
"""

from motcua.errors import MotcuaError


class ConversationError(MotcuaError):
    """This message cannot be taken."""


class UnknownPressError(ConversationError):
    """This button is not known: {press}."""


class PressDesignError(ConversationError):
    """The press {name} cannot be used: {reason}."""


class UnknownLanguageError(ConversationError):
    """There is no catalogue for the language {language}."""
