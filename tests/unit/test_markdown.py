"""A user's text on a page is shown as that text and nothing else."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from canvas.domain.clean import clean_text
from canvas.ui.markdown import plain

SPECIAL = set("\\`*_{}[]()#+-.!|<>~$:@&^=/'\"")
ENTITY = re.compile(r"&#\d+;")
TEXTS = st.text(st.sampled_from("ab1 \t\n" + "".join(SPECIAL)) | st.characters()).map(clean_text)


@given(TEXTS)
def test_no_special_character_survives(text):
    assert not SPECIAL & set(ENTITY.sub("", plain(text)))


@given(TEXTS)
def test_a_reader_sees_the_text_as_it_was_typed(text):
    seen = re.sub(r"<br />|</p>\n<p>|</?p>", "\n", MarkdownIt("commonmark").render(plain(text)))
    assert "<" not in seen
    assert html.unescape(seen).split() == html.unescape(html.escape(text)).split()


@pytest.mark.parametrize(
    "text",
    ["    four spaces", "\tcode", "1. first", "- item", "# title", "| a | b |", "***", "===",
     "[x](javascript:alert(1))", "![x](https://example.org/a.png)", ":material/home:", ":red[a]",
     "$x^2$", "<script>alert(1)</script>", "&lt;b&gt;", "https://example.org", "a@example.org"],
)  # fmt: skip
def test_what_markdown_would_turn_into_something_stays_a_paragraph(text):
    rendered = MarkdownIt("commonmark").enable("table").render(plain(text))
    found = re.fullmatch(r"<p>([^<]*)</p>\n", rendered)
    assert found is not None, rendered
    assert html.unescape(found[1]).strip() == text.strip()
