"""How code is written here."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.tree import APPS, GROUND, ROOT, code, functions, name, parsed, text

TOGETHER = (*code(), *code(ROOT / "tests"))
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
CIRCLE_SEEDS = {"core", "common", "utils", "util", "lib", "helpers", "mixins", "misc", "shared"}


def _inline_imports(path):
    for node in functions(path):
        for inner in ast.walk(node):
            if isinstance(inner, ast.Import | ast.ImportFrom):
                yield node, inner


def test_imports_stand_at_the_top_or_say_why_not():
    bare = []
    for path in code():
        rows = text(path).splitlines()
        for function, node in _inline_imports(path):
            row = rows[node.lineno - 1]
            is_ready = path.name == "apps.py" and function.name == "ready"
            if not is_ready and path.name != "manage.py":
                bare.append(f"{name(path)}:{node.lineno}")
            elif not re.search(r"noqa: (F401, )?PLC0415 - \w+", row):
                bare.append(f"{name(path)}:{node.lineno} gives no reason")
    assert not bare, "\n" + "\n".join(bare)


def test_nothing_is_left_for_later():
    files = [
        *TOGETHER,
        *code(GROUND, suffix=".html"),
        *code(GROUND, suffix=".css"),
        *code(GROUND, suffix=".js"),
        ROOT / "Makefile",
        ROOT / "manage.py",
    ]
    own = ROOT / "tests" / "house" / "test_code.py"
    assert [name(path) for path in files if path != own and UNFINISHED.search(text(path))] == []


def test_a_rule_of_the_linter_is_only_set_aside_by_name_and_with_a_reason():
    bare = re.compile(r"#\s*noqa(?!: [A-Z]+[0-9]+(, [A-Z]+[0-9]+)* - \w)")
    allowed = re.compile(r"import .*# noqa: F40[13](, F40[13])?$")  # settings join their parts
    found = [
        f"{name(path)}:{number}"
        for path in code()
        for number, row in enumerate(text(path).splitlines(), 1)
        if bare.search(row) and not allowed.search(row)
    ]
    assert not found, "\n" + "\n".join(found)


def test_a_skipped_test_gives_its_reason():
    bare = []
    for path in code(ROOT / "tests"):
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Call(func=ast.Attribute(attr="skip")):
                    has_reason = bool(node.args or node.keywords)
                case ast.Call(func=ast.Attribute(attr="skipif" | "xfail")):
                    has_reason = any(keyword.arg == "reason" for keyword in node.keywords)
                case _:
                    continue
            if not has_reason:
                bare.append(f"{name(path)}:{node.lineno}")
    assert not bare, "\n" + "\n".join(bare)


def test_no_folder_is_a_drawer_for_anything():
    folders = [
        path
        for app in (ROOT, GROUND, *APPS)
        for path in app.rglob("*")
        if path.is_dir() and not path.relative_to(ROOT).parts[0].startswith((".", "var"))
    ]
    assert [name(path) for path in folders if path.name in CIRCLE_SEEDS] == []


@pytest.mark.parametrize("folder", ["site", "locale"])
def test_a_folder_named_like_a_module_of_pythons_is_no_package(folder):
    assert not (ROOT / folder / "__init__.py").exists()


def test_every_package_is_pinned_with_hashes_and_no_address():
    for file in ("requirements.txt", "requirements-dev.txt"):
        content = text(ROOT / file)
        pins = re.findall(r"^[\w.\[\],-]+==\S+", content, re.MULTILINE)
        blocks = re.split(r"^(?=[\w.\[\],-]+==)", content, flags=re.MULTILINE)[1:]
        assert pins
        assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
        assert not re.search(r"https?://|--index-url|--extra-index-url|--find-links", content)


def test_texts_never_name_the_machine_they_were_written_on():
    places = (f"{ROOT}/", f"{Path.home()}/")
    files = [*TOGETHER, ROOT / "Makefile", *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / ".ci").iterdir()]
    assert [name(path) for path in files if any(place in text(path) for place in places)] == []
