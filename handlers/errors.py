"""What can be wrong with what a person sends.

ConversationError
"""

from motcua.errors import MotcuaError


class ConversationError(MotcuaError):
    """This message cannot be taken."""
