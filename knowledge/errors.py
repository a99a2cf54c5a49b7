"""What can be wrong with knowledge.

KnowledgeError
├── UnreadableRecordError     one record of a catalogue
├── UnreadableCatalogueError  a catalogue file
├── UnknownProcedureError     a code that nobody holds
├── BrokenProcedureFileError  a file of the shipped knowledge
├── UnreadableQuestionsError  a file of labelled questions
└── BrokenLifeEventsError     the file of life events
"""

from motcua.errors import MotcuaError


class KnowledgeError(MotcuaError):
    """The knowledge base cannot be used."""


class UnreadableRecordError(KnowledgeError):
    """This record cannot be taken: {reason}."""


class UnreadableCatalogueError(KnowledgeError):
    """{path} is no catalogue: {reason}."""


class UnknownProcedureError(KnowledgeError):
    """No procedure {code} here."""


class BrokenProcedureFileError(KnowledgeError):
    """{path} is no procedure file: {reason}."""


class BrokenLifeEventsError(KnowledgeError):
    """{path} holds no life events: {reason}."""


class UnreadableQuestionsError(KnowledgeError):
    """{path} holds no labelled questions: {reason}."""
