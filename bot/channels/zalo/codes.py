"""Every error code of Zalo's official-account and template interfaces, and what is to be done about each.

Errors come with HTTP 200; the code in the body decides. Collected in November 2026 from what is published
of both interfaces, where an independent specification, developers' notes and zalo-sdk agree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Remedy(StrEnum):
    """What to do about a refusal."""

    RENEW = "renew"
    """The access token is old: renew it once, try once more."""

    SLOWLY = "slowly"
    """Too many calls: wait."""

    AGAIN = "again"
    """It may go better later."""

    MORNING = "morning"
    """Not at night: after 6:00 in Vietnam."""

    TOMORROW = "tomorrow"
    """Today's allowance is used up: tomorrow after 6:00."""

    CLOSED = "closed"
    """This person's window is closed: a template may still be sent."""

    OTHER_WAY = "other way"
    """Not by the person's id: by phone, where there is one."""

    GONE = "gone"
    """Nothing can be sent to this person any more."""

    OURS = "ours"
    """This message is wrong: a fault of ours, for ever."""

    OPERATOR = "operator"
    """Somebody has to put the account, the app or the settings in order; then it goes on by itself."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One code: what to do, and what it says."""

    remedy: Remedy
    meaning: str


_CODES: Final[Mapping[int, Refusal]] = {
    -32: Refusal(Remedy.SLOWLY, "more calls than the app or the account may make"),
    -100: Refusal(Remedy.OURS, "the attachment has expired"),
    -200: Refusal(Remedy.AGAIN, "sending failed"),
    -201: Refusal(Remedy.OURS, "a parameter is invalid"),
    -204: Refusal(Remedy.OPERATOR, "the official account was deleted"),
    -205: Refusal(Remedy.OPERATOR, "there is no such official account"),
    -209: Refusal(Remedy.OPERATOR, "the app is not activated"),
    -210: Refusal(Remedy.OURS, "a parameter is over its limit"),
    -211: Refusal(Remedy.OPERATOR, "the account's quota is used up"),
    -212: Refusal(Remedy.OPERATOR, "the app has not registered this interface"),
    -213: Refusal(Remedy.GONE, "the person does not follow the account"),
    -214: Refusal(Remedy.AGAIN, "an article is still being processed"),
    -216: Refusal(Remedy.RENEW, "the access token is invalid"),
    -217: Refusal(Remedy.GONE, "the person blocked invitations"),
    -218: Refusal(Remedy.GONE, "the person can receive no more"),
    -219: Refusal(Remedy.OPERATOR, "the app was removed"),
    -220: Refusal(Remedy.RENEW, "the access token has expired or was removed"),
    -221: Refusal(Remedy.OPERATOR, "the official account is not verified"),
    -223: Refusal(Remedy.OPERATOR, "the official account has not authorised this interface"),
    -224: Refusal(Remedy.OPERATOR, "the official account needs a service package"),
    -227: Refusal(Remedy.GONE, "the person is banned or was away for 45 days"),
    -230: Refusal(Remedy.CLOSED, "the person did not write for 7 days"),
    -232: Refusal(Remedy.CLOSED, "there is no interaction with the person, or it has expired"),
    -233: Refusal(Remedy.OURS, "this type of message is not supported"),
    -234: Refusal(Remedy.MORNING, "not at night"),
    -240: Refusal(Remedy.OURS, "the old message interface was shut down"),
    -242: Refusal(Remedy.OPERATOR, "the proof of the app's secret is wrong (MOTCUA_ZALO_PROOF)"),
    -244: Refusal(Remedy.GONE, "the person does not want this type of message"),
    -248: Refusal(Remedy.OURS, "the message breaks the platform's standards"),
    -249: Refusal(Remedy.OTHER_WAY, "the template cannot be sent by the person's id"),
    -305: Refusal(Remedy.CLOSED, "the account cannot reply after 48 hours"),
    -311: Refusal(Remedy.CLOSED, "the quota of replies to this person is used up"),
    -320: Refusal(Remedy.OPERATOR, "the app needs a Zalo Cloud Account"),
    -321: Refusal(Remedy.OPERATOR, "the Zalo Cloud Account has no money"),
    -108: Refusal(Remedy.OURS, "the phone number is invalid"),
    -109: Refusal(Remedy.OPERATOR, "the template's id is invalid (MOTCUA_ZALO_TEMPLATES)"),
    -114: Refusal(Remedy.GONE, "the person cannot receive templates"),
    -115: Refusal(Remedy.OPERATOR, "no money or no quota for templates"),
    -118: Refusal(Remedy.GONE, "the person's Zalo account does not exist or is shut"),
    -119: Refusal(Remedy.GONE, "the person's Zalo account cannot receive"),
    -124: Refusal(Remedy.RENEW, "the access token is invalid"),
    -126: Refusal(Remedy.OPERATOR, "in development templates go to administrators only"),
    -127: Refusal(Remedy.OPERATOR, "test templates go to administrators only"),
    -131: Refusal(Remedy.OPERATOR, "the template is not approved"),
    -133: Refusal(Remedy.MORNING, "not at night"),
    -135: Refusal(Remedy.OPERATOR, "the official account may not send templates"),
    -137: Refusal(Remedy.OPERATOR, "the charge failed"),
    -139: Refusal(Remedy.GONE, "the person refused this kind of template"),
    -141: Refusal(Remedy.GONE, "the person refused the account's templates"),
    -144: Refusal(Remedy.TOMORROW, "the account's templates of today are used up"),
    -147: Refusal(Remedy.TOMORROW, "this template's allowance of today is used up"),
    -1121: Refusal(Remedy.OURS, "a parameter of the template is too long"),
    -1122: Refusal(Remedy.OPERATOR, "the template lacks a parameter (MOTCUA_ZALO_TEMPLATES)"),
    -1241: Refusal(Remedy.OPERATOR, "the proof of the app's secret is wrong (MOTCUA_ZALO_PROOF)"),
}

CODES: Final = MappingProxyType(_CODES)

_UNKNOWN: Final = Refusal(Remedy.AGAIN, "a code that is not in our table")


def refusal(code: int) -> Refusal:
    """What a code asks for; one that nobody knows is tried again like a failure of the network."""
    return CODES.get(code, _UNKNOWN)
