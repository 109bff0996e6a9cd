"""What travels to a worker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.choices import State
from jobs.plain import plain

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_plain_values_stay_what_they_are(value):
    assert plain(value) == value


def test_tuples_become_lists_all_the_way_down():
    assert plain({"a": (1, (2,))}) == {"a": [1, [2]]}


@pytest.mark.parametrize("value", [State.FAILED, b"", {1}, {None: 1}, [object()], {"a": State.FAILED}, type])
def test_what_another_release_could_not_read_is_named_and_refused(value):
    with pytest.raises(TypeError, match="Not a plain value"):
        plain(value)
