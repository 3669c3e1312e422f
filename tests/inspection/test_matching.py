import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.inspection import Run, faults, words

FLOW = (Run("p-1", ("one", "two")), Run("p-2", ("three", "four", "five")), Run("p-3", ("six",)))


def _faults(text):
    return [(fault.kind, fault.run.node, fault.words) for fault in faults([FLOW], words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two. Three four five! Six", []),
        ("skip to content one two page 3 three four five six footer", []),
        ("one 1 two three four five six", []),
        ("one two three five six", [("missing", "p-2", ("four", "five"))]),
        ("one two six", [("missing", "p-2", ("three", "four", "five"))]),
        ("three four five one two six", [("order", "p-2", ("three", "four", "five"))]),
        ("one two three four a b c d e f g five six", [("missing", "p-2", ("five",))]),
        ("onetwo three four five six", [("missing", "p-1", ("one", "two"))]),
    ],
)
def test_missing_and_misplaced_words_are_told_apart(text, expected):
    assert _faults(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’Été\u00a0: 3e", ["l", "été", "3e"]),
        ("pré\u00adsence", ["présence"]),
        ("ﬁn E\u0301té", ["fin", "été"]),
        ("東京。OK", ["東", "京", "ok"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words_are_the_same_however_they_are_set(text, expected):
    assert words(text) == expected


@pytest.mark.slow
@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), max_size=6))
def test_a_text_holds_the_flow_it_is_made_of(runs):
    flow = [Run(str(number), tuple(run)) for number, run in enumerate(runs)]

    assert not list(faults([flow], [word for run in runs for word in run]))


@pytest.mark.slow
@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=6).map(tuple),
    st.lists(st.sampled_from("abcdxyz"), max_size=40),
)
def test_a_run_is_found_as_by_looking_at_every_place(run, found):
    ends = [_end(run, found, begin) for begin in range(len(found))]
    whole = any(matched == len(run) for matched in ends)
    expected = () if whole else run[max(ends, default=0) :]

    told = list(faults([[Run("p", run)]], found))

    assert [fault.words for fault in told] == [expected] * (not whole)
    assert all(fault.kind == "missing" for fault in told)


def _end(run, found, begin):
    """How many words of a run follow each other from a place on, with six others in between."""
    if found[begin] != run[0]:
        return 0
    position = begin
    for matched, word in enumerate(run):
        nearby = found[position : position + 7]
        if word not in nearby:
            return matched
        position += nearby.index(word) + 1
    return len(run)
