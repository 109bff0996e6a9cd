"""Small charts say what the table beside them says."""

from content.atlas.bars import MOST_COLUMNS, bar, columns


def test_a_bar_is_as_long_as_its_share_of_the_longest():
    assert 'd="M0 0h50.0v10H0z"' in bar(2, 4)
    assert 'd="M0 0h100.0v10H0z"' in bar(4, 4)
    assert 'd="M0 0h0v10H0z"' in bar(0, 0)


def test_a_bar_is_silent_beside_its_number():
    assert 'aria-hidden="true"' in bar(1, 2)


def test_years_without_anything_are_gaps():
    chart = columns({2020: 2, 2022: 1}, label="Years")
    assert 'd="M0 80v-80.0h12v80.0zM32 80v-40.0h12v40.0z"' in chart
    assert ">2020<" in chart
    assert ">2022<" in chart
    assert 'aria-label="Years"' in chart


def test_no_years_no_chart_and_one_year_one_mark():
    assert columns({}, label="Years") == ""
    assert columns({2020: 1}, label="Years").count("<text") == 1


def test_a_chart_has_an_end_whatever_the_years():
    chart = columns({1: 1, 9000: 1}, label="Years")
    assert chart.count("M") == 1
    assert f'viewBox="0 0 {MOST_COLUMNS * 16 - 4} ' in chart
