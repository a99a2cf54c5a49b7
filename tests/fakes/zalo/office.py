"""What the fake official account does with each call, by its people, their windows and a set clock."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from tests.fakes.zalo import rules
from tests.fakes.zalo.faults import bad
from tests.fakes.zalo.granting import OA_ID

START = datetime(2026, 11, 22, 3, tzinfo=UTC)
FREE, OPEN = timedelta(hours=48), timedelta(days=7)
IMAGE_LIMIT, FILE_LIMIT = 1024 * 1024, 5 * 1024 * 1024

Body = dict[str, Any]
Handler = Callable[[Body], Awaitable[Body]]


@dataclass
class Shown:
    """One message as it stands on somebody's screen."""

    id: str
    text: str = ""
    buttons: list[Body] = field(default_factory=list)
    attachment: Body = field(default_factory=dict)
    template: Body = field(default_factory=dict)


@dataclass
class Citizen:
    """Somebody with Zalo. ``spoke_at`` is their last interaction with the account."""

    id: str
    phone: str = ""
    follows: bool = False
    spoke_at: datetime | None = None
    screen: list[Shown] = field(default_factory=list)


@dataclass
class Office:
    """One official account. It ``refuses`` some kinds of templates; ``quota`` counts paid messages."""

    now: datetime = START
    people: dict[str, Citizen] = field(default_factory=dict)
    takes_buttons: bool = True
    refuses: set[str] = field(default_factory=set)
    templates: dict[str, set[str]] = field(default_factory=dict)
    quota: int = 10
    _assets: dict[str, str] = field(default_factory=dict)
    _ids: "count[int]" = field(default_factory=lambda: count(1000))

    def next_id(self) -> str:
        return f"msg{next(self._ids)}"

    def citizen(self, user: str) -> Citizen:
        """Somebody, known from now on."""
        return self.people.setdefault(user, Citizen(user))

    def echo(self, who: Citizen, shown: Shown) -> None:
        """The account said something to somebody."""

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What is done for each path."""
        return {
            "/v3.0/oa/message/cs": self._cs,
            "/v2.0/oa/message": self._old_message,
            "/v3.0/oa/message/transaction": self._shut_down,
            "/v3.0/oa/message/promotion": self._shut_down,
            "/v3.0/oa/message/template": self._template,
            "/message/template": self._template_by_phone,
            "/v2.0/oa/upload/image": self._upload_image,
            "/v2.0/oa/upload/file": self._upload_file,
            "/v3.0/oa/user/detail": self._detail,
            "/v2.0/oa/getoa": self._getoa,
            "/v3.0/oa/quota/message": self._quota,
            "/message/quota": self._template_quota,
        }

    async def _cs(self, body: Body) -> Body:
        user = str(body.get("recipient", {}).get("user_id", ""))
        who = self.people.get(user)
        message = body.get("message", {})
        rules.check(message, self._assets)
        payload = (message.get("attachment") or {}).get("payload", {})
        refused = payload.get("template_type") in self.refuses
        if refused or (payload.get("buttons") and not self.takes_buttons):
            raise bad(-201, "attachment is invalid")
        if who is None or who.spoke_at is None:
            raise bad(-232)
        self._spend(self.now - who.spoke_at)
        shown = self._show(who, message)
        return {"message_id": shown.id, "user_id": user, "sent_time": "1", "quota": {"quota_type": "reply"}}

    def _spend(self, since: timedelta) -> None:
        if since > OPEN:
            raise bad(-230)
        if since > FREE:
            if self.quota == 0:
                raise bad(-211)
            self.quota -= 1

    def _show(self, who: Citizen, message: Body) -> Shown:
        attachment = message.get("attachment") or {}
        shown = Shown(
            id=self.next_id(),
            text=message.get("text", ""),
            buttons=list(attachment.get("payload", {}).get("buttons") or []),
            attachment=attachment,
        )
        who.screen.append(shown)
        self.echo(who, shown)
        return shown

    async def _old_message(self, body: Body) -> Body:
        recipient = body.get("recipient", {})
        if not recipient.get("anonymous_id") or not recipient.get("conversation_id"):
            raise bad(-240)
        rules.check(body.get("message", {}), self._assets)
        who = self.citizen(f"{recipient['anonymous_id']}/{recipient['conversation_id']}")
        shown = Shown(id=self.next_id(), text=body["message"].get("text", ""))
        who.screen.append(shown)
        return {"message_id": shown.id}

    async def _shut_down(self, body: Body) -> Body:
        raise bad(-240)

    async def _template(self, body: Body) -> Body:
        who = self.people.get(str(body.get("user_id")))
        if who is None or who.spoke_at is None:
            raise bad(-232)
        return {"message_id": self._filled(who, body).id}

    async def _template_by_phone(self, body: Body) -> Body:
        phone = str(body.get("phone", "")).removeprefix("+")
        if not phone.startswith("84"):
            raise bad(-108)
        if len(str(body.get("tracking_id", ""))) > 48:
            raise bad(-1121)
        found = [one for one in self.people.values() if one.phone and one.phone == phone]
        if not found:
            raise bad(-118)
        shown = self._filled(found[0], body)
        quota = {"dailyQuota": "500", "remainingQuota": "499"}
        return {"msg_id": shown.id, "sent_time": "1", "sending_mode": "1", "quota": quota}

    def _filled(self, who: Citizen, body: Body) -> Shown:
        wanted = self.templates.get(str(body.get("template_id")))
        data = body.get("template_data", {})
        if wanted is None:
            raise bad(-109, "Template ID is invalid")
        if not wanted <= {name for name, value in data.items() if value}:
            raise bad(-1122, "Template data is missing a parameter")
        if any(len(str(value)) > 100 for value in data.values()):
            raise bad(-1121)
        shown = Shown(id=self.next_id(), template={"id": body["template_id"], **data})
        who.screen.append(shown)
        return shown

    async def _upload_image(self, body: Body) -> Body:
        if len(body["file"]) > IMAGE_LIMIT or not body["file"].startswith((b"\x89PNG", b"\xff\xd8")):
            raise bad(-201, "file is invalid")
        return {"attachment_id": self._lay_down("image")}

    async def _upload_file(self, body: Body) -> Body:
        if len(body["file"]) > FILE_LIMIT or not body["name"].lower().endswith(
            (".pdf", ".doc", ".docx", ".csv")
        ):
            raise bad(-201, "file is invalid")
        return {"token": self._lay_down("file")}

    def _lay_down(self, kind: str) -> str:
        name = f"{kind}-{next(self._ids)}"
        self._assets[name] = kind
        return name

    async def _detail(self, body: Body) -> Body:
        who = self.people.get(str(body.get("user_id")))
        if who is None:
            raise bad(-213)
        return {"user_id": who.id, "display_name": "An", "user_is_follower": who.follows}

    async def _getoa(self, body: Body) -> Body:
        return {"oaid": OA_ID, "name": "Một Cửa", "is_verified": True, "package_name": "Nâng cao"}

    async def _quota(self, body: Body) -> Body:
        if "user_id" not in body:
            return {"quota_type": "sub_quota", "total": 500, "remain": self.quota}
        who = self.people.get(str(body["user_id"]))
        if who is None or who.spoke_at is None:
            raise bad(-232)
        last = str(int(who.spoke_at.timestamp() * 1000))
        return {"last_interaction": last, "cs_reply": {"remain": 8, "total": 8}}

    async def _template_quota(self, body: Body) -> Body:
        return {"dailyQuota": "500", "remainingQuota": "500"}
