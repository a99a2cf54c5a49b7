"""Dossiers: looking one up, following it, and sharing it with a helper."""

from handlers.press import Number, Press


class Track(Press, prefix="d"):
    """Look up a dossier."""


class Dossiers(Press, prefix="dl"):
    """The dossiers that the chat proved."""


class ShowDossier(Press, prefix="ds"):
    """One of them, as it stands now."""

    follow: Number


class Follow(Press, prefix="df"):
    """Tell me when it moves."""

    follow: Number


class Agree(Press, prefix="da"):
    """The same, agreeing to what is kept for it."""

    follow: Number


class Unfollow(Press, prefix="du"):
    """Tell me no more."""

    follow: Number


class Share(Press, prefix="di"):
    """Let somebody else see and follow it."""

    follow: Number


class EndHelpers(Press, prefix="de"):
    """Nobody else is to see or follow it by my leave."""

    follow: Number


class DueDay(Press, prefix="dc"):
    """The day a dossier is due, for one's calendar."""

    follow: Number
