"""What the standard demands of the parts of SARIF 2.1.0 that reports use.

Written from the text of the standard (OASIS, SARIF Version 2.1.0 Plus Errata 01), no copy of the
schema of its committee; numbers are the sections. Other parts of SARIF are not known here.
"""

_TEXT = {"type": "string", "minLength": 1}


def _part(required, **properties):
    return {
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


_LEVEL = {"enum": ["none", "note", "warning", "error"]}  # 3.27.10
_MESSAGE = _part(["text"], text=_TEXT)  # 3.11
_BAG = {"type": "object", "properties": {"tags": {"type": "array", "uniqueItems": True}}}  # 3.8
_RULE = _part(  # 3.49
    ["id"],
    id=_TEXT,
    name=_TEXT,
    shortDescription=_MESSAGE,
    help=_part(["text"], text=_TEXT, markdown=_TEXT),  # 3.12
    defaultConfiguration=_part([], level=_LEVEL),  # 3.50
    properties=_BAG,
)
_PHYSICAL = _part(  # 3.29
    ["artifactLocation"],
    artifactLocation=_part([], uri={"type": "string", "format": "uri-reference"}),  # 3.4
    region=_part(["startLine"], startLine={"type": "integer", "minimum": 1}),  # 3.30
)
_LOGICAL = _part([], name=_TEXT, fullyQualifiedName=_TEXT, kind=_TEXT)  # 3.33
_LOCATION = _part(  # 3.28
    [], physicalLocation=_PHYSICAL, logicalLocations={"type": "array", "items": _LOGICAL}
)
_LINE_OR_COLUMN = {"type": "integer", "minimum": 1}
_CHANGE = _part(  # 3.56
    ["artifactLocation", "replacements"],
    artifactLocation=_part([], uri={"type": "string", "format": "uri-reference"}),
    replacements={
        "type": "array",
        "minItems": 1,
        "items": _part(  # 3.57
            ["deletedRegion"],
            deletedRegion=_part(
                [],
                startLine=_LINE_OR_COLUMN,
                startColumn=_LINE_OR_COLUMN,
                endLine=_LINE_OR_COLUMN,
                endColumn=_LINE_OR_COLUMN,
            ),
            insertedContent=_part([], text={"type": "string"}),  # 3.3
        ),
    },
)
_FIX = _part(  # 3.55
    ["artifactChanges"],
    description=_MESSAGE,
    artifactChanges={"type": "array", "minItems": 1, "uniqueItems": True, "items": _CHANGE},
    properties=_BAG,
)
_RESULT = _part(  # 3.27
    ["message"],
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=_LEVEL,
    message=_MESSAGE,
    locations={"type": "array", "items": _LOCATION},
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    fixes={"type": "array", "uniqueItems": True, "items": _FIX},  # 3.27.30
)
_DRIVER = _part(  # 3.19
    ["name"], name=_TEXT, version=_TEXT, rules={"type": "array", "items": _RULE}
)
_NOTIFICATION = _part(["message"], level=_LEVEL, message=_MESSAGE)  # 3.58
_INVOCATION = _part(  # 3.20
    ["executionSuccessful"],
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications={"type": "array", "items": _NOTIFICATION},
)
_RUN = _part(  # 3.14
    ["tool"],
    tool=_part(["driver"], driver=_DRIVER),  # 3.18
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations={"type": "array", "items": _INVOCATION},
    results={"type": "array", "items": _RESULT},
    properties=_BAG,
)
SCHEMA = {  # 3.13
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_part(
        ["version", "runs"],
        version={"const": "2.1.0"},
        runs={"type": "array", "items": _RUN},
        **{"$schema": {"type": "string", "format": "uri"}},
    ),
}
