from handlers.handout import Form


def test_a_form_is_one_sign_in_a_press_and_keeps_it() -> None:
    assert {form.name: form.value for form in Form} == {"PICTURE": "p", "A4": "4", "A6": "6"}
