"""Drawings on demand."""

import pytest

KEY = "0123456789abcdef0123456789abcdef"


def test_a_drawing_may_be_kept_for_ever_and_may_load_nothing(client):
    answer = client.get(f"/cover/{KEY}.svg")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Set-Cookie" not in answer
    assert "Cookie" not in answer.get("Vary", "")


def test_a_drawing_asks_nothing_of_the_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        client.get(f"/cover/{KEY}.svg")


def test_a_cloth_is_drawn_of_several_bands(client):
    answer = client.get(f"/cover/cloth/{KEY}-{KEY}.svg")
    assert answer.status_code == 200
    assert 'viewBox="0 0 32 60"' in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/cover/.svg",
        "/cover/A.svg",
        f"/cover/{'a' * 65}.svg",
        "/cover/a%0A.svg",
        "/cover/cloth/.svg",
        "/cover/cloth/short.svg",
        f"/cover/cloth/{KEY}-.svg",
        f"/cover/cloth/{'-'.join([KEY] * 25)}.svg",
    ],
)
def test_an_address_out_of_bounds_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_drawing_is_only_read(client):
    assert client.post(f"/cover/{KEY}.svg").status_code == 405
    assert client.head(f"/cover/{KEY}.svg").status_code == 200
