"""Messages for syntax errors of YAML, in the words of the user."""

import re

from yaml import MarkedYAMLError

from orgmodel.formats.designs.yaml.nodes import Fault, Place

_PLAIN_WORDS = {
    r"flow (sequence|mapping)": "The bracket opened in line {line} is not closed, or a comma is"
    " missing.",
    r"unexpected (end of stream|document)": "The quotes opened in line {line} are not closed.",
    r"cannot start any token \t|tab character": "The line is indented with tabs. Use spaces.",
    r"cannot start any token (.)": "Text cannot begin with {found}. Put it in quotes.",
    r"mapping values": "A colon too many, or a wrong indentation. Text with ': ' in it needs"
    " quotes.",
    r"sequence entries": "A list with '-' begins on a line of its own, below its name.",
    r"(alias|anchor)": "Text cannot begin with '*' or '&'. Put it in quotes.",
    r"escape|hexdecimal": "Unknown escape after '\\'. Write '\\\\', or use single quotes.",
    r"could not find expected ':'": "A ':' is missing after the name in line {line}.",
    r"\btag\b": "Tags, beginning with '!', are not allowed. Put the text in quotes.",
    r"block (mapping|collection)": "This does not fit what begins in line {line}. Check the"
    " indentation; quoted text must be in quotes as a whole.",
    r"node content": "A value is expected here.",
}


def syntax_fault(error: Exception, text: str) -> Fault:
    """Return the message for a syntax error, with its place."""
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    if not isinstance(error, MarkedYAMLError) or mark is None:
        return Fault(Place(1, 1), f"This is not YAML: {' '.join(str(error).split())}.")
    context = error.context_mark or mark
    found = text[mark.index : mark.index + 1]
    message = f"{error.context or ''}: {error.problem or ''} {found}"
    for pattern, words in _PLAIN_WORDS.items():
        if re.search(pattern, message):
            sentence = words.format(line=context.line + 1, found=found)
            return Fault(Place(mark.line + 1, mark.column + 1), sentence)
    return Fault(Place(mark.line + 1, mark.column + 1), f"This is not YAML: {error.problem}.")
