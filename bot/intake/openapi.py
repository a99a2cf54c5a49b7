"""The OpenAPI document of the intake, made from the very models that read the bodies."""

import json
from typing import Any, Final

from bot.intake.ministerial import CreatedRow, StatusRow
from bot.intake.provincial import DossierRow
from bot.intake.row import ProgressRow, Row

SERVICES: Final[dict[str, tuple[type[Row], str]]] = {
    "DongBoHoSoMC": (DossierRow, "Whole dossiers, as provincial one-stop systems send them."),
    "CapNhatTienDoHoSoMC": (ProgressRow, "Steps of handling, as provincial one-stop systems send them."),
    "CapNhatTienTrinh": (ProgressRow, "Steps of handling, as ministries' systems send them since 2026."),
    "CapNhatTrangThai": (StatusRow, "Bare states, as ministries' systems send them since 2026."),
    "TaoHoSo": (CreatedRow, "New dossiers, as ministries' systems send them since 2026."),
}

PATHS: Final = {"/intake": "", **{f"/intake/{name}": name for name in SERVICES}}
"""Where deliveries go; the bare address takes every kind and knows it by its envelope or its shape."""

_REF: Final = "#/components/schemas/{model}"


def document() -> dict[str, Any]:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Một Cửa: intake of dossiers",
            "version": "1",
            "description": "Accepts what one-stop systems send to the national portal. Deliveries may "
            "repeat, come late and out of order; good rows are taken and bad ones named.",
        },
        "paths": {"/intake/token": {"post": _token()}, **{path: {"post": _take(path)} for path in PATHS}},
        "components": {"schemas": _schemas(), "securitySchemes": _security()},
    }


def _take(path: str) -> dict[str, Any]:
    name = PATHS[path]
    rows = [SERVICES[name][0]] if name else list(dict.fromkeys(kind for kind, _ in SERVICES.values()))
    return {
        "operationId": name or "any",
        "summary": SERVICES[name][1] if name else "Any of the bodies below.",
        "security": [{"token": []}, {"secret": []}],
        "requestBody": {"required": True, "content": {"application/json": {"schema": _body(rows)}}},
        "responses": {
            "200": _answer("Taken; bad rows are named.", "Answer"),
            "400": _answer("No JSON.", "Refused"),
            "401": _answer("No proof of who is sending, or a wrong signature.", "Refused"),
            "413": _answer("Too many bytes or rows.", "Refused"),
            "429": _answer("Too fast.", "Refused"),
        },
    }


def _body(rows: list[type[Row]]) -> dict[str, Any]:
    kinds = [{"$ref": _REF.format(model=row.__name__)} for row in rows]
    row = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    listed = {"type": "array", "items": row}
    envelope = {
        "type": "object",
        "required": ["data"],
        "properties": {
            "session": {"type": "string"},
            "madonvi": {"type": "string"},
            "service": {"type": "string"},
            "isUpdating": {"type": "string"},
            "data": listed,
        },
    }
    return {"anyOf": [envelope, listed, row]}


def _token() -> dict[str, Any]:
    names = {name: {"type": "string"} for name in ("grant_type", "client_id", "client_secret")}
    form = {"schema": {"type": "object", "properties": names}}
    content = {"application/x-www-form-urlencoded": form, "application/json": form}
    return {
        "operationId": "token",
        "summary": "A token for an hour (OAuth 2 client credentials).",
        "requestBody": {"content": content},
        "responses": {
            "200": _answer("The token.", "Token"),
            "400": _answer("No JSON.", "Refused"),
            "401": {"description": "Unknown name or wrong secret."},
            "413": _answer("Too many bytes.", "Refused"),
            "429": _answer("Too fast.", "Refused"),
        },
    }


def _answer(description: str, schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": _REF.format(model=schema)}}}
    return {"description": description, "content": content}


def _security() -> dict[str, Any]:
    return {"token": {"type": "http", "scheme": "bearer"}, "secret": {"type": "http", "scheme": "basic"}}


def _schemas() -> dict[str, Any]:
    schemas: dict[str, Any] = dict(_ANSWERS)
    for row in dict.fromkeys(kind for kind, _ in SERVICES.values()):
        schema = row.model_json_schema(ref_template=_REF)
        schemas |= schema.pop("$defs", {})
        schemas[row.__name__] = schema
    return schemas


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


_TEXT: Final = {"type": "string"}
_COUNT: Final = {"type": "integer", "minimum": 0}
_ANSWERS: Final = {
    "Refused": _object(error_code=_TEXT, message=_TEXT),
    "Answer": _object(
        error_code={"type": "string", "enum": ["0", "1"]},
        message=_TEXT,
        taken=_COUNT,
        errors={"type": "array", "items": _object(row=_COUNT, MaHoSo=_TEXT, message=_TEXT)},
    ),
    "Token": _object(access_token=_TEXT, token_type=_TEXT, expires_in=_COUNT),
}


if __name__ == "__main__":
    print(json.dumps(document(), ensure_ascii=False, indent=2))
