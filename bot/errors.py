"""What can be wrong with the running service.

ServiceError
"""

from motcua.errors import MotcuaError


class ServiceError(MotcuaError):
    """The service cannot do this."""
