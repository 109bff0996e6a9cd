"""Nothing grows beyond what one can hold in the head."""

from statistics import median

from tests.house.tree import GROUND, ROOT, code, functions, lines, name, rooms


def test_no_code_file_has_more_than_300_lines_and_nine_in_ten_have_at_most_200():
    sizes = {name(path): lines(path) for path in (*code(), *code(ROOT / "tests"))}
    assert {path: size for path, size in sizes.items() if size > 300} == {}
    assert sum(size <= 200 for size in sizes.values()) >= 0.9 * len(sizes)


def test_no_function_has_more_than_50_lines():
    long = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in (*code(), *code(ROOT / "tests"))
        for node in functions(path)
        if (node.end_lineno or 0) - node.lineno + 1 > 50
    ]
    assert not long, "\n" + "\n".join(long)


def test_functions_are_short_on_the_whole():
    sizes = sorted((node.end_lineno or 0) - node.lineno + 1 for path in code() for node in functions(path))
    assert median(sizes) <= 12
    assert sizes[int(len(sizes) * 0.95)] <= 30


def test_no_room_has_more_than_1200_lines():
    assert {name(room): size for room in rooms() if (size := sum(lines(path) for path in code(room))) > 1200} == {}


def test_no_template_style_sheet_or_script_is_long():
    kinds = {".html": 150, ".css": 250, ".js": 150}
    long = {name(path): lines(path) for suffix, limit in kinds.items() for path in code(GROUND, suffix=suffix) if lines(path) > limit}
    assert long == {}
    for suffix, aim in {".html": 60, ".css": 60, ".js": 40}.items():
        sizes = [lines(path) for path in code(GROUND, suffix=suffix)]
        assert not sizes or median(sizes) <= aim, f"the median {suffix} file has more than {aim} lines"
