from bot.app import App
from bot.web.service import Service


def test_the_running_application_is_a_service() -> None:
    needed = {name for name in vars(Service) if not name.startswith("_")}
    assert needed <= set(App.__annotations__)


def serve(app: App) -> Service:
    """Type-checked: an ``App`` can be handed to the web server."""
    return app
