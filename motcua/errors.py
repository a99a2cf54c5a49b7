"""Every error of Một Cửa, as one tree.

MotcuaError
├── KnowledgeError            knowledge/errors.py
├── StorageError              storage/errors.py
├── ConversationError         handlers/errors.py
└── ServiceError              bot/errors.py

An error's docstring is its message, with its details named in braces; the command line and the
channels translate it by that docstring, so it is written once.
"""

import inspect


class MotcuaError(Exception):
    """Something went wrong in Một Cửa."""

    def __init__(self, **details: object) -> None:
        """Keep the details that the message names; a detail is shown to a person, never a secret."""
        self.details = details
        super().__init__(self.template().format(**details))

    @classmethod
    def template(cls) -> str:
        """The message with its details still in braces: the key for translation."""
        return " ".join(inspect.cleandoc(cls.__doc__ or "").split())
