"""The page's own words: its labels, its hints and the questions it suggests."""

from bot.web.retelling import without_picture
from handlers.language import Language


def frame(say: Language) -> dict[str, str]:
    """The words that stand in the page from the start."""
    return {
        "language": say.name,
        "tagline": say("Automatic assistant for administrative procedures"),
        "skip": say("Go to the question field"),
        "leave": say("New conversation"),
        "welcome": say("What do you need done today?"),
        "hint": say(
            "Ask in your own words, with or without diacritics. I answer by myself, as a computer; "
            "every answer names its source."
        ),
        "suggestions": say("Often asked"),
        "noscript": say("This page needs JavaScript. Please switch it on in your browser and load it again."),
        "conversation": say("Conversation"),
        "prompt": say("Type your question"),
        "send": say("Send"),
        "picture": say("Send a picture of a QR code"),
        "leave_what": say(
            "This device will no longer show what was said here. Useful when you share it with others."
        ),
        "stay": say("Stay here"),
        "leave_yes": say("Start anew"),
    }


def offline(say: Language) -> dict[str, str]:
    """The words of the page that opens without a network."""
    return {
        "language": say.name,
        "tagline": say("Automatic assistant for administrative procedures"),
        "away": say("There is no network right now. These are your lists as you last saw them:"),
        "none": say("No list is kept on this device yet."),
        "again": say("Try again"),
    }


def suggestions(say: Language) -> list[str]:
    """Questions to begin with, one press away."""
    return [
        say("Birth certificate for my newborn"),
        say("Renew my identity card"),
        say("Confirmation of marital status"),
        say("Where is my dossier?"),
    ]


def live(say: Language) -> dict[str, str]:
    """The words the page uses while it runs; braces are filled there."""
    return {
        "you": say("You"),
        "bot": "Một Cửa",
        "answering": say("Một Cửa is answering"),
        "unsent": say("Not sent yet. I keep it and send it once you are online."),
        "away": say("No connection. I keep trying."),
        "linked": say("Opened from a link"),
        "picture": say("A picture"),
        "location": without_picture(say("📍 Send where I am")),
        "nowhere": say("Your phone did not tell me where it is. Please type the name of your commune."),
        "download": say("Download {name}", name="{name}"),
        "refused": say("This could not be sent. Please reload the page and try again."),
    }
