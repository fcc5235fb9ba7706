"""Links are suggested where the data leave no doubt, and nowhere else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.changes import merge
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import build
from canvas.i18n import Translator
from canvas.rules.suggested_links import RULES, acceptance, suggestions
from canvas.steps import RECORD_TYPES, STEPS
from tests.unit.coherence.bakery import bakery

ENGLISH = Translator("en")


def rows_of(records):
    return {key: {EXISTS: True, POSITION: 1.0, **fields} for key, fields in records.items()}


def strategy_of(records):
    return build("suggested", 1, rows_of(records), RECORD_TYPES)


def suggested(records, step):
    """Return what is suggested, as the records, the field, its target and the reason."""
    return [
        ([r.id for r in one.records], one.field.name, one.target.id, ENGLISH(one.why))
        for one in suggestions(strategy_of(records), step)
    ]


NORA = {("persona", "nora"): {"name": "Nora"}}
LINES = {
    ("post", "p1"): {"title": "Bread", "date": "2027-03-01", "network": "instagram"},
    ("post", "p2"): {"title": "Cakes", "date": "2027-03-02", "network": "facebook"},
}
INSTAGRAM = {("account", "ig"): {"handle": "@bread", "network": "instagram"}}
TWO_OBJECTIVES = {("objective", o): {"title": o} for o in ("sell", "hire")}


def test_the_only_persona_is_suggested_for_every_planned_line():
    idea = {("post", "p3"): {"title": "An idea"}}
    assert suggested(NORA | LINES | idea, "plan") == [
        (["p1", "p2"], "persona", "nora", "“Nora” is your only persona.")
    ]


def test_nothing_is_suggested_where_two_would_do():
    assert suggested(NORA | {("persona", "ali"): {"name": "Ali"}} | LINES, "plan") == []


def test_a_blank_persona_does_not_make_a_second_one():
    found = suggested(NORA | {("persona", "new"): {}} | LINES, "plan")
    assert [target for _, _, target, _ in found] == ["nora"]


def test_a_line_goes_to_the_only_account_of_its_network_that_stays():
    closed = {("account", "old"): {"network": "instagram", "decision": "delete"}}
    assert suggested(INSTAGRAM | closed | LINES, "plan") == [
        (["p1"], "account", "ig", "“@bread” is your only account on Instagram.")
    ]
    other = {("account", "second"): {"handle": "@cakes", "network": "instagram"}}
    assert suggested(INSTAGRAM | other | LINES, "plan") == []


def test_an_indicator_says_which_objective_its_line_serves():
    kpi = {("kpi", "k"): {"name": "Orders", "objective": "sell"}}
    line = {("post", "p1"): {**LINES["post", "p1"], "kpi": "k"}}
    assert suggested(TWO_OBJECTIVES | kpi | line, "plan") == [
        (["p1"], "objective", "sell", "The indicator that is named there measures this objective.")
    ]


def test_two_ways_that_do_not_agree_suggest_nothing():
    known = TWO_OBJECTIVES | {
        ("kpi", "k"): {"name": "Orders", "objective": "sell"},
        ("theme", "t"): {"name": "Spring", "objective": "hire", "kpi": "k"},
    }
    line = {**LINES["post", "p1"], "kpi": "k", "theme": "t"}
    assert suggested(known | {("post", "p1"): line}, "plan") == []


def test_a_link_to_what_was_deleted_since_counts_as_missing():
    line = {("post", "p1"): {**LINES["post", "p1"], "persona": "gone"}}
    strategy = strategy_of(NORA | line)
    [one] = suggestions(strategy, "plan")
    [edit] = acceptance((one, record) for record in one.records)
    assert (edit.base, edit.new) == ("gone", "nora")


def test_the_only_person_is_suggested_for_all_that_has_no_owner():
    records = {("person", "eve"): {"name": "Eve"}, ("action", "a"): {"title": "Print flyers"}}
    assert suggested(records, "plan") == [
        (["a"], "owner", "eve", "“Eve” is the only person of the project.")
    ]


def test_accepting_suggestions_leaves_nothing_to_suggest():
    records = NORA | INSTAGRAM | LINES | {("segment", "s"): {"name": "Neighbours"}}
    rows = rows_of(records)
    for step in ("plan", "segments"):
        strategy = build("accepted", 1, rows, RECORD_TYPES)
        found = suggestions(strategy, step)
        assert found
        touched, _, conflicts = merge(
            rows, acceptance((one, record) for one in found for record in one.records)
        )
        assert not conflicts
        rows = rows | touched
    after = build("accepted", 2, rows, RECORD_TYPES)
    assert [one for step in STEPS for one in suggestions(after, step.key)] == []
    assert after.find("s").personas == ("nora",)


def test_a_coherent_strategy_is_left_in_peace():
    assert [one.key for step in STEPS for one in suggestions(bakery(), step.key)] == []


def test_each_suggestion_is_told_from_the_type_that_its_link_names():
    for rule in RULES:
        assert rule.needs[0] is RECORD_TYPES[rule.link.to], f"{rule.kind.key}.{rule.field}"


WHOLE = bakery()
POSTS = [post.id for post in WHOLE.records["post"]]


@settings(max_examples=15)
@given(
    st.lists(st.sampled_from(POSTS), max_size=6, unique=True),
    st.sampled_from(["objective", "account", "persona"]),
)
def test_what_is_suggested_for_a_line_is_what_it_could_only_have_had(ids, field):
    rows = {}
    for one in ids:
        post = WHOLE.find(one)
        raw = {f.name: f.dump(getattr(post, f.name)) for f in post.fields() if f.name != field}
        rows["post", one] = {k: v for k, v in raw.items() if v is not None} | {
            EXISTS: True, POSITION: post.position,
        }  # fmt: skip
    strategy = build("lines", 2, rows, RECORD_TYPES, previous=WHOLE)
    for one in suggestions(strategy, "plan"):
        assert one.field.name == field
        for record in one.records:
            assert record.id in ids
            assert getattr(WHOLE.find(record.id), field) in ("", one.target.id)
