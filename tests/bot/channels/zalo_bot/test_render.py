from bot.channels.zalo_bot.render import LIMIT, parts
from handlers.presses import Home, MyData
from handlers.reply import Button, Paragraph, Reply

CHOICES = (
    (
        Button(label="🔐 Dữ liệu của tôi", press=MyData().encode()),
        Button(label="🏠 Menu", press=Home().encode()),
    ),
)


def test_choices_are_numbers_to_type() -> None:
    reply = Reply(blocks=(Paragraph(text="Chào bạn."),), buttons=CHOICES)
    assert parts(reply) == ["Chào bạn.\n\n1. 🔐 Dữ liệu của tôi\n2. 🏠 Menu"]


def test_in_a_group_what_is_personal_leads_to_the_bot() -> None:
    reply = Reply(blocks=(Paragraph(text="Chào bạn."),), buttons=CHOICES)
    assert parts(reply, apart="Bot Một Cửa") == [
        "Chào bạn.\n\n🔐 Dữ liệu của tôi → Bot Một Cửa\n2. 🏠 Menu",
    ]


def test_a_long_reply_goes_in_as_few_messages_as_it_fits_in() -> None:
    blocks = tuple(Paragraph(text=letter * 900) for letter in "abc")
    assert parts(Reply(blocks=blocks)) == [f"{'a' * 900}\n\n{'b' * 900}", "c" * 900]
    assert LIMIT == 2000
