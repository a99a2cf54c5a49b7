"""What can be wrong with the running service.

ServiceError
├── SettingsError
├── ProductionKeyError
├── ProductionDemoError
├── UnreadableDeliveryError   a file of dossiers that holds no JSON
├── UnknownDossierError
└── RowError                  one row of a delivery; the rest of it is taken
    ├── UndatedDossierError
    └── FutureStepError
"""

from motcua.errors import MotcuaError


class ServiceError(MotcuaError):
    """The service cannot do this."""


class SettingsError(ServiceError):
    """The setting {name} cannot be used: {problem}. Correct it in the environment or in .env."""


class ProductionKeyError(ServiceError):
    """Production needs a key of its own. Set MOTCUA_SECRET_KEY to 32 or more random characters."""


class ProductionDemoError(ServiceError):
    """Demo dossiers are invented and have no place in production. Start without --demo."""


class UnreadableDeliveryError(ServiceError):
    """The file {path} cannot be read as JSON, nor as one JSON value a line."""


class UnknownDossierError(ServiceError):
    """There is no dossier {code} here."""


class RowError(ServiceError):
    """This row cannot be taken."""


class UndatedDossierError(RowError):
    """It has no date: NgayNopHoSo, NgayTiepNhan and the others are empty."""


class FutureStepError(RowError):
    """ThoiDiemXuLy lies in the future."""
