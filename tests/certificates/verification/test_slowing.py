import pytest
from django.test import Client

from certificates.credentials.numbers import new_number
from certificates.verification import slowing
from limits.models import Counter
from tests.certificates.proofs.test_papers import paper
from tests.certificates.verification.papers import code_of, file_of, issued, withdrawn
from tests.certificates.verification.test_views import bring, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def credential(learner, edition, issuer):
    return issued(learner, edition, issuer)


@pytest.fixture
def few(monkeypatch):
    """Fewer tries than in earnest, so that a test need not make them all."""
    for name, most in {"MISSES": 3, "MISSES_OF_A_RANGE": 6, "FILES": 3, "FILES_OF_A_RANGE": 5, "NAMES_A_DAY": 2}.items():
        monkeypatch.setattr(slowing, name, most)


def look_up(number, address="10.0.0.1"):
    return Client(REMOTE_ADDR=address).get(f"/en/verify/{number}/")


def name(credential, typed, address="10.0.0.1"):
    return Client(REMOTE_ADDR=address).post(f"/en/verify/{credential.number}/", {"name": typed})


def test_who_tries_numbers_is_told_to_wait_and_then_learns_nothing_of_real_ones_either(credential, few):
    assert [look_up(new_number()).status_code for _ in range(4)] == [404, 404, 404, 429]
    answer = look_up(credential.number)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= slowing.SECONDS
    assert "Try again in 15 minutes" in text_of(answer)
    assert "Mutombo" not in answer.content.decode()


def test_a_ministry_that_verifies_all_day_is_never_told_to_wait(credential, few):
    assert {look_up(credential.number).status_code for _ in range(20)} == {200}
    assert not Counter.objects.exists()


def test_a_neighbour_may_go_on_until_the_whole_network_guesses(credential, few):
    for _ in range(3):
        look_up(new_number())
    assert look_up(credential.number, "10.0.0.2").status_code == 200
    for _ in range(3):
        look_up(new_number(), "10.0.0.2")
    assert look_up(credential.number, "10.0.0.3").status_code == 429
    assert look_up(credential.number, "10.0.9.3").status_code == 200


def test_a_head_or_a_bare_file_is_a_guess_too(credential, few):
    Client(REMOTE_ADDR="127.0.0.1").head(f"/en/verify/{new_number()}/")
    for _ in range(2):
        assert bring(paper(f"https://a.example/verify/{new_number()}/")).status_code == 404
    assert bring(paper(f"https://a.example/verify/{credential.number}/")).status_code == 429


def test_who_brings_what_we_signed_guesses_nothing_and_is_answered(credential, few):
    data = file_of(credential)
    for _ in range(5):
        look_up(new_number(), "127.0.0.1")
    assert bring(data).status_code == 200
    assert Client().post("/en/verify/", {"number": code_of(credential)}).status_code == 200


def test_an_address_and_a_network_bring_only_so_many_files(credential, few):
    data = file_of(credential)
    assert [bring(data).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert [bring(data, address="127.0.0.2").status_code for _ in range(2)] == [200, 429]


def test_a_text_that_is_no_number_is_no_guess(issuer, few):
    for _ in range(5):
        assert look_up("hello").status_code == 404
    assert not Counter.objects.exists()


def test_names_are_compared_only_so_often_from_one_place(credential):
    withdrawn(credential)
    answers = [name(credential, f"Ana {place}").status_code for place in range(5)]
    assert answers == [422, 422, 422, 422, 429]
    assert name(credential, "Inês Mutombo").status_code == 429
    assert name(credential, "Inês Mutombo", "10.9.9.9").status_code == 200


def test_names_of_one_certificate_are_compared_only_so_often_a_day_from_everywhere(credential, few):
    withdrawn(credential)
    assert [name(credential, "Ana", f"10.0.{place}.1").status_code for place in range(3)] == [422, 422, 429]


def test_neither_addresses_nor_numbers_are_kept_in_the_counts(credential, few):
    look_up(new_number())
    withdrawn(credential)
    name(credential, "Ana")
    kept = " ".join(f"{row.name} {row.key}" for row in Counter.objects.all())
    assert credential.number not in kept
    assert "10.0.0" not in kept
