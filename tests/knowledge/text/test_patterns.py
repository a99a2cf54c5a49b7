from knowledge.text.patterns import phrases, samples, spelt_out


def test_a_plain_phrase_is_itself() -> None:
    assert spelt_out("bao lâu") == ("bao lâu",)


def test_every_choice_is_written_out() -> None:
    assert spelt_out("(mất|hết) (bao|mấy) tiền") == (
        "mất bao tiền",
        "mất mấy tiền",
        "hết bao tiền",
        "hết mấy tiền",
    )


def test_an_empty_choice_may_be_left_out() -> None:
    assert spelt_out("phí (là|) bao nhiêu") == ("phí là bao nhiêu", "phí bao nhiêu")


def test_a_list_is_written_out_in_its_order() -> None:
    assert phrases(["a (b|c)", "d"]) == ("a b", "a c", "d")
    assert phrases(None) == ()


def test_samples_show_every_choice_once() -> None:
    assert samples(["(a|b) (c|d|e) f", "g"]) == ("a c f", "b d f", "a e f", "g")
    assert samples([]) == ()
