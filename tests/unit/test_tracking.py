"""Links that carry their codes, built the same way every time (C141)."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.domain.strategy import Strategy
from canvas.rules.tracking import by_signs, codes, link_of, post_of, signs, tagged
from canvas.steps.common import Network
from canvas.steps.objectives.themes import Theme
from canvas.steps.plan.calendar import Post

THEME = Theme(id="t", title="Retour au vrai pain")
NIGHT = Post(
    id="p1", title="La tournée de nuit en dix photos", network=Network.INSTAGRAM,
    url="https://example.org/nuit?couleur=bleu", theme="t",
)  # fmt: skip


def strategy(*records):
    groups = {}
    for record in records:
        groups.setdefault(record.key, []).append(record)
    return Strategy("s", 1, {key: tuple(found) for key, found in groups.items()})


def test_a_link_says_its_network_its_theme_and_its_post():
    found = parse_qs(urlsplit(link_of(strategy(NIGHT, THEME), NIGHT)).query)
    assert found == {
        "couleur": ["bleu"],
        "utm_source": ["instagram"],
        "utm_medium": ["social"],
        "utm_campaign": ["retour-au-vrai-pain"],
        "utm_content": [f"la-tournee-de-nuit-{signs('p1')}"],
    }


@pytest.mark.parametrize(
    ("changes", "medium"),
    [
        ({"paid_budget": 2000}, "paid_social"),
        ({"network": Network.NEWSLETTER}, "email"),
        ({"network": None}, "social"),
    ],
)
def test_the_medium_tells_paid_mail_and_plain_posts_apart(changes, medium):
    post = Post(**{"id": "p", "title": "A", "network": Network.FACEBOOK, **changes})
    assert codes(strategy(post), post).medium == medium


def test_codes_that_an_address_had_already_are_replaced():
    old = "https://example.org/?utm_source=old&utm_id=7&page=2#top"
    again = tagged(old, codes(strategy(NIGHT, THEME), NIGHT))
    assert "old" not in again
    assert "utm_id" not in again
    assert again.startswith("https://example.org/?page=2&utm_source=instagram")
    assert again.endswith("#top")
    assert tagged(again, codes(strategy(NIGHT, THEME), NIGHT)) == again


def test_a_post_that_was_renamed_since_is_still_found_from_its_link():
    before = codes(strategy(NIGHT), NIGHT).content
    renamed = Post(id="p1", title="Autre chose", network=Network.FACEBOOK)
    known = by_signs(strategy(renamed))
    assert post_of(known, before) is renamed
    assert post_of(known, before.upper()) is renamed
    assert post_of(known, "newsletter-footer") is None
    assert post_of(known, "") is None


@given(st.text(max_size=140), st.uuids())
def test_a_code_holds_only_letters_figures_and_hyphens_and_stays_short(title, number):
    post = Post(id=str(number), title=title)
    content = codes(strategy(post), post).content
    assert set(content) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(content) <= 26
    assert post_of(by_signs(strategy(post)), content) is post
