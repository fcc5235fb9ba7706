"""What uses a record, told in words before it is deleted."""

import pytest

from canvas.domain.links import link_fields
from canvas.i18n import Translator
from canvas.rules.uses import COUNTED, NAMED, use, used_by
from canvas.steps import RECORD_TYPES
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.calendar import Post

ENGLISH = Translator("en")
FRENCH = Translator("fr")


def test_each_type_that_can_name_others_is_counted_by_its_own_name():
    naming = {key for key, kind in RECORD_TYPES.items() if link_fields(kind)}
    assert set(COUNTED) == naming
    for key, counted in COUNTED.items():
        assert ENGLISH(counted(2)).startswith("2 "), key


@pytest.mark.parametrize(
    ("counts", "english", "french"),
    [
        (
            {Objective: 1, Post: 3},
            "3 calendar lines and 1 objective use “Nora”.",
            "3 lignes du calendrier et 1 objectif utilisent «\u00a0Nora\u00a0».",
        ),
        ({Post: 1}, "1 calendar line uses “Nora”.", None),
        ({Kpi: 2}, "2 indicators use “Nora”.", None),
    ],
)
def test_a_person_reads_how_many_records_use_the_one_that_goes(counts, english, french):
    assert ENGLISH(use(counts, "Nora")) == english
    if french:
        assert FRENCH(use(counts, "Nora")) == french


def test_a_record_that_much_uses_names_the_most_frequent_and_counts_the_rest():
    kinds = [RECORD_TYPES[key] for key in list(COUNTED)[: NAMED + 2]]
    counts = {kind: n for n, kind in enumerate(kinds, 1)}
    said = ENGLISH(used_by(counts))
    assert said.endswith("and 3 other records"), said  # the two least frequent: 1 and 2
    assert said.startswith(f"Used by: {ENGLISH(COUNTED[kinds[-1].key](NAMED + 2))}, ")
