"""What can be wrong with the running service.

ServiceError
├── SettingsError
└── ProductionKeyError
"""

from motcua.errors import MotcuaError


class ServiceError(MotcuaError):
    """The service cannot do this."""


class SettingsError(ServiceError):
    """The setting {name} cannot be used: {problem}. Correct it in the environment or in .env."""


class ProductionKeyError(ServiceError):
    """Production needs a key of its own. Set MOTCUA_SECRET_KEY to 32 or more random characters."""
