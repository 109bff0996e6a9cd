"""The meaning of the words in a badge is kept here, whole."""

import json
from hashlib import sha256

import pytest

from certificates.badges.contexts_pinned import CREDENTIALS, FILES, FOLDER, OPEN_BADGES, NotPinned, load

SUMS = {
    CREDENTIALS: "8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f",
    OPEN_BADGES: "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
}


@pytest.mark.parametrize("url", FILES)
def test_a_context_is_the_published_one_to_the_byte(url):
    assert sha256((FOLDER / FILES[url]).read_bytes()).hexdigest() == SUMS[url]
    assert load(url)["document"] == json.loads((FOLDER / FILES[url]).read_text())


@pytest.mark.parametrize("url", ["https://www.w3.org/2018/credentials/v1", "http://www.w3.org/ns/credentials/v2", "file:///etc/passwd", ""])
def test_no_other_context_is_fetched(url):
    with pytest.raises(NotPinned):
        load(url)


def test_each_context_kept_is_named_in_the_readme():
    readme = (FOLDER / "README.md").read_text()
    assert {path.name for path in FOLDER.iterdir()} == {*FILES.values(), "README.md"}
    assert all(url in readme and file in readme for url, file in FILES.items())
