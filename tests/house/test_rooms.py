"""What every room keeps to: verbs and rules explained and typed, the clock passed in, tests beside the code."""

import ast

from tests.house.tree import ROOT, code, lines, name, parsed


def _is_in(path, word):
    """Whether a file is `word`.py or lies in the folder `word` of a room."""
    return path.stem == word or word in path.parts


def _public(path):
    for node in parsed(path).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node


def test_every_action_rule_and_query_has_a_docstring_and_types():
    bare = []
    for path in code():
        if not any(_is_in(path, word) for word in ("actions", "rules", "queries")):
            continue
        for node in _public(path):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            is_typed = node.returns is not None and all(argument.annotation for argument in arguments)
            if not ast.get_docstring(node) or not is_typed:
                bare.append(f"{name(path)}:{node.lineno} {node.name}")
    assert not bare, "\n" + "\n".join(bare)


def test_actions_take_their_arguments_by_name():
    loose = []
    for path in code():
        if _is_in(path, "actions"):
            loose += [f"{name(path)}:{node.lineno} {node.name}" for node in _public(path) if node.args.args or node.args.posonlyargs]
    assert not loose, "\n" + "\n".join(loose)


def test_every_class_of_models_says_what_one_row_means():
    bare = []
    for path in code():
        if _is_in(path, "models"):
            bare += [
                f"{name(path)} {node.name}" for node in parsed(path).body if isinstance(node, ast.ClassDef) and not ast.get_docstring(node)
            ]
    assert not bare, "\n" + "\n".join(bare)


def test_there_is_at_least_one_line_of_test_for_each_line_of_code(capsys):
    of_code = sum(lines(path) for path in code())
    of_tests = sum(lines(path) for path in code(ROOT / "tests"))
    with capsys.disabled():
        print(f"\n{of_tests} lines of tests for {of_code} lines of code: {of_tests / of_code:.2f}")
    assert of_tests >= of_code
