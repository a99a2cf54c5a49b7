"""What can be wrong with the running service.

ServiceError
├── SettingsError
├── ProductionKeyError
├── ProductionDemoError
├── NoTokenError
├── NoAccountError
├── LoginRefusedError
├── NotAliveError
├── NoCheckoutError
├── UnreadableDeliveryError   a file of dossiers that holds no JSON
├── UnreadableTableError
├── ColumnMapError
├── UnknownDossierError
├── DemoEndedError
├── AnsweredElsewhereError
├── LonelyRoleError
├── BeyondAClerkError        what only the desk's own process can do
├── NatsUnreachableError
├── NoJetStreamError
├── RowError                  one row of a delivery; the rest of it is taken
│   ├── UndatedDossierError
│   └── FutureStepError
└── ChannelError              a channel did not take a reply
    ├── RetryLaterError
    ├── ReplyRefusedError     this reply, for ever
    ├── ChatGoneError         this chat, until the person writes again
    ├── ChatMovedError
    ├── PictureTooLargeError
    ├── ChannelAwayError
    ├── ChannelFullError
    ├── TokenRefusedError
    ├── GrantLostError
    ├── AccountBarredError    until somebody puts the account in order
    ├── CallRefusedError      by a code that says what to do
    └── OtherPollerError
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


class NoTokenError(ServiceError):
    """There is no Telegram bot to set up. Set MOTCUA_TELEGRAM_TOKEN to the token that @BotFather gave."""


class NoAccountError(ServiceError):
    """There is no Zalo official account to speak for. Set MOTCUA_ZALO_APP_ID and MOTCUA_ZALO_APP_SECRET."""


class LoginRefusedError(ServiceError):
    """Zalo gave no tokens: {reason}. Begin anew with “motcua zalo login”."""


class NotAliveError(ServiceError):
    """Nothing that lives answers at {address}. Is the service running, and is MOTCUA_PORT the same?"""


class NoCheckoutError(ServiceError):
    """This needs the repository and its development packages: run “make test” there once, then again."""


class UnreadableDeliveryError(ServiceError):
    """The file {path} cannot be read as JSON, nor as one JSON value a line."""


class UnreadableTableError(ServiceError):
    """The table {path} cannot be read: {problem}."""


class ColumnMapError(ServiceError):
    """The column map {path} cannot be used: {problem}."""


class UnknownDossierError(ServiceError):
    """There is no dossier {code} here."""


class DemoEndedError(ServiceError):
    """The demo dossier {code} has ended: it goes no further. Take another one."""


class AnsweredElsewhereError(ServiceError):
    """Another process has answered this message."""


class LonelyRoleError(ServiceError):
    """The role {role} needs other processes beside it. Set MOTCUA_ENGINE=nats, or start without --role."""


class BeyondAClerkError(ServiceError):
    """The desk has to answer this itself."""


class NatsUnreachableError(ServiceError):
    """NATS does not answer at {url}: {reason}. Start it with JetStream (nats-server -js), or correct
    MOTCUA_NATS_URL."""


class NoJetStreamError(ServiceError):
    """NATS at {url} cannot keep messages: {reason}. Start it with JetStream (nats-server -js)."""


class RowError(ServiceError):
    """This row cannot be taken."""


class UndatedDossierError(RowError):
    """It has no date: NgayNopHoSo, NgayTiepNhan and the others are empty."""


class FutureStepError(RowError):
    """ThoiDiemXuLy lies in the future."""


class ChannelError(ServiceError):
    """The channel did not take a reply."""


class RetryLaterError(ChannelError):
    """The channel asks for {seconds} seconds of patience."""

    @property
    def seconds(self) -> float:
        """How long nothing should be sent to this chat."""
        return float(str(self.details["seconds"]))


class ReplyRefusedError(ChannelError):
    """The channel will never take this reply: {reason}."""


class ChatGoneError(ChannelError):
    """Nobody can be reached in this chat any more: {reason}."""


class ChatMovedError(ChannelError):
    """This chat goes on as {chat}."""

    @property
    def chat(self) -> str:
        """The chat's new name."""
        return str(self.details["chat"])


class PictureTooLargeError(ChannelError):
    """A picture of {size} bytes is not looked at."""


class ChannelAwayError(ChannelError):
    """The channel cannot be reached: {reason}."""


class ChannelFullError(ChannelError):
    """The channel takes no more for now: {reason}. Too much was sent at once, or a quota is used up."""


class TokenRefusedError(ChannelError):
    """The channel does not know this token. Correct {setting}."""


class GrantLostError(ChannelError):
    """Zalo lets us do nothing for the official account: {reason}. Run “motcua zalo login”."""


class AccountBarredError(ChannelError):
    """Zalo will not go on by itself: {reason}. Put the account, the app or the settings in order."""


class CallRefusedError(ChannelError):
    """The channel refuses with code {code}: {meaning}."""

    @property
    def code(self) -> int:
        """The channel's own number for it."""
        return int(str(self.details["code"]))


class OtherPollerError(ChannelError):
    """Somebody else takes this bot's messages: {reason}. Stop it, or give this one its own bot."""
