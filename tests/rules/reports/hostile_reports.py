"""Reports whose texts try to break out of the format that they are written in."""

from hypothesis import strategies as st
from strategies import texts

from orgmodel import Customer, Org, Position
from orgmodel.model import Source
from orgmodel.rules import RULES, SEVERITIES, Finding, Report

HOSTILE = (
    "<script>alert(1)</script>", "]]>", "<![CDATA[", "--><img src=x onerror=alert(1)>", "&lt;b&gt;",
    "[click](javascript:alert(1))", "![x](https://evil.example/x.png)", "`code` | cell | # head",
    "| --- |", "\n| a | b |\n", "\n\n# head\n\n- item\n", "::error::x", "\n::set-output name=a::b",
    "%0A::error::x", "100%", "a,b:c", "{0} {{1}}", "@everyone #12 GH-12", "www.evil.example",
    "https://evil.example/?a=b&c=d", "mailto:a@evil.example", "\u202egnp.exe", "\u2066x", "a\tb\rc",
    "\x00\x1b[31mred\x1b[0m\x07", "\ud800", "\ufffe", "\x85\u2028\u2029", "'\"><svg/onload=x>",
    "</title></style><script>", "\\", "\\\\|", "```\nx\n```", "~~~", "$x$", "*_~^", "1. one", "> q",
    "<!-- x -->", "<?php ?>", "&#x202e;", "देवनागरी", "😀", "x" * 300,
)  # fmt: skip

SOME_RULES = RULES[::16]
"""Enough to tell them apart."""


def hostile():
    """Make text that somebody wrote who means no good, or who knows no better."""
    return (
        st.sampled_from(HOSTILE)
        | st.text(max_size=20)
        | st.tuples(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE)).map("".join)
    )


def _about():
    position = texts().map(Position)
    customer = texts().map(Customer)
    return st.none() | position | customer


def _sources():
    files = hostile() | st.sampled_from(["design.yaml", "a b/ü.yaml", "<text>", "C:\\x\\y.yaml"])
    return st.none() | st.builds(Source, files, st.none() | st.integers(1, 10**6))


def findings():
    """Make findings of rules of the catalogue, with whatever texts in them."""
    return st.builds(
        lambda rule, level, about, sentence, source: Finding(
            rule.code, rule.name, level, about, sentence, source
        ),
        st.sampled_from(SOME_RULES),
        st.sampled_from(SEVERITIES),
        _about(),
        hostile(),
        _sources(),
    )


def reports():
    """Make reports with open, accepted and known findings, silent rules and notes."""
    few = st.lists(findings(), max_size=4).map(tuple)
    return st.builds(
        Report,
        few,
        few,
        st.just(SOME_RULES),
        st.lists(st.tuples(st.just(SOME_RULES[0].code), hostile()), max_size=1).map(tuple),
        few,
        st.lists(hostile(), max_size=2).map(tuple),
    )


def offices():
    """Make organisations with names of every kind."""
    return texts().map(Org)
