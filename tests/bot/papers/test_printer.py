import pytest

from bot.papers.printer import Printer
from handlers.handout import Form
from tests.bot.papers.samples import FEW
from tests.bot.papers.test_calendar import DUE

_BEGINS = {Form.PICTURE: b"\x89PNG", Form.A4: b"%PDF", Form.A6: b"%PDF"}


@pytest.mark.parametrize("form", Form)
async def test_a_list_is_drawn_in_every_form(form: Form) -> None:
    assert (await Printer().draw(FEW, form)).startswith(_BEGINS[form])


async def test_a_day_becomes_a_calendar_file() -> None:
    assert (await Printer().calendar([DUE])).startswith(b"BEGIN:VCALENDAR")
