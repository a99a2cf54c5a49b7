from bot.channels.telegram.keyboard import ACROSS, LABEL, MOST, Keyboard
from handlers.presses import Card, Walk
from handlers.reply import Button, Paragraph, Reply

TEXT = Paragraph(text="Chọn:")


def rows(*labels: list[str]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(Button(label=label, press="m") for label in row) for row in labels)


def drawn(*labels: list[str]) -> list[list[str]]:
    keyboard = Keyboard().under(Reply(blocks=(TEXT,), buttons=rows(*labels)))
    assert keyboard is not None
    return [[button.text for button in row] for row in keyboard.inline_keyboard]


def test_no_choices_are_no_keyboard() -> None:
    assert Keyboard().under(Reply(blocks=(TEXT,))) is None


def test_a_row_that_is_too_wide_goes_on_below() -> None:
    assert [len(row) for row in drawn([str(n) for n in range(20)])] == [ACROSS, ACROSS, 4]


def test_of_too_many_buttons_the_ways_out_stay() -> None:
    many = drawn(*([str(n)] for n in range(130)), ["⬅ Quay lại", "🏠 Menu"])
    assert sum(map(len, many)) == MOST
    assert many[0] == ["0"]
    assert many[-1] == ["⬅ Quay lại", "🏠 Menu"]


def test_a_long_label_is_shortened() -> None:
    ((label,),) = drawn(["Giấy tờ " * 20])
    assert len(label) <= LABEL


def test_only_in_company_personal_presses_are_links() -> None:
    press = Walk(code="1.001193").encode()
    reply = Reply(blocks=(TEXT,), buttons=((Button(label="Của tôi", press=press),),))
    alone, group = Keyboard(bot="motcua_bot"), Keyboard(bot="motcua_bot", public=True)
    for keyboard, linked in ((alone, False), (group, True)):
        markup = keyboard.under(reply)
        assert markup is not None
        assert bool(markup.inline_keyboard[0][0].url) is linked
    open_to_all = Reply(blocks=(TEXT,), buttons=((Button(label="A", press=Card(code="1.001193").encode()),),))
    markup = group.under(open_to_all)
    assert markup is not None
    assert markup.inline_keyboard[0][0].url is None
