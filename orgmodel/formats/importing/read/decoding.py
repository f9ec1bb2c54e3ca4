"""Bytes of a text file to text, whatever program saved it."""

import codecs

from orgmodel.formats.importing.read.errors import unusable

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SAMPLE = 1 << 16
_CANDIDATES = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "shift_jis", "gb18030", "big5"]


def decode(data: bytes, file: str, encoding: str | None = None) -> tuple[str, str | None]:
    """Turn the bytes of a file into text.

    A byte-order mark decides; then strict UTF-8, then UTF-16 by its zeros; then a guess.

    Args:
        data: The bytes.
        file: What errors call the file.
        encoding: The encoding as the user states it; it is believed.

    Returns:
        The text without its mark, and a sentence about the encoding if it was guessed.

    Raises:
        DesignError: If the bytes are not text in the encoding, or hold zeros.
    """
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    stated = encoding or marked or _by_zeros(data)
    guess = None
    try:
        text = data.decode(stated or "utf-8")
    except LookupError:
        raise unusable(file, f"There is no encoding {encoding!r}; write one as cp1252.") from None
    except UnicodeDecodeError as error:
        if stated:
            line = data.count(b"\n", 0, error.start) + 1
            sentence = f"Byte {error.start + 1} is not {stated}. Save the file as UTF-8."
            raise unusable(file, sentence, line) from None
        guess = _guessed(data)
        text = data.decode(guess, "replace")
    if "\0" in text:
        raise unusable(file, "The file holds zero characters: it is not text. Save it as CSV.")
    return text.removeprefix("\ufeff"), guess and _said(guess)


def _by_zeros(data: bytes) -> str | None:
    """Text of UTF-16 without its mark has a zero in nearly every other byte."""
    sample = data[:_SAMPLE]
    zeros = sample[1::2].count(0), sample[::2].count(0)
    if max(zeros) * 4 < len(sample) or min(zeros) * 8 > max(zeros):
        return None
    return "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"


def _guessed(data: bytes) -> str:
    """Ask charset-normalizer where it is installed; most such files are of Western Windows."""
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415  # an extra, seldom needed
    except ImportError:
        return "cp1252"
    sample = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    if best is None or sample.decode(best.encoding, "replace") == sample.decode(
        "cp1252", "replace"
    ):
        return "cp1252"
    return best.encoding


def _said(encoding: str) -> str:
    return (
        f"The file is not UTF-8; it was read as {encoding}, which is a guess. If letters look "
        "wrong, write 'encoding: ...' in the mapping file."
    )
