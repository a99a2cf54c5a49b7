"""What can be wrong with knowledge.

KnowledgeError
"""

from motcua.errors import MotcuaError


class KnowledgeError(MotcuaError):
    """The knowledge base cannot be used."""
