"""How a call goes wrong: with HTTP 200 and a code, or not at all."""

from dataclasses import dataclass

WORDS = {
    -32: "Rate limit exceeded for your app",
    -201: "Params is invalid",
    -210: "Param is over limit",
    -211: "Out of quota",
    -213: "User has not followed OA",
    -216: "Access token is invalid",
    -220: "Access token has expired",
    -230: "User has not interacted with the OA in the past 7 days",
    -232: "User has not interacted with OA or the interaction has expired",
    -240: "This API has been shut down",
    -242: "Invalid appsecret_proof",
    -108: "Phone number is invalid",
    -118: "Zalo account not existed",
    -124: "Access token is invalid",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """An answer other than the wished one. ``cut`` breaks the connection, ``taken`` after doing the work."""

    code: int = -200
    status: int = 200
    text: str = ""
    cut: bool = False
    taken: bool = False

    @property
    def body(self) -> dict[str, object]:
        """What the server writes."""
        return {"error": self.code, "message": self.text or WORDS.get(self.code, "Error")}


class RefusedError(Exception):
    """The call ends with this fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.text)
        self.fault = fault


def bad(code: int, text: str = "") -> RefusedError:
    """A call that Zalo does not take."""
    return RefusedError(Fault(code=code, text=text))
