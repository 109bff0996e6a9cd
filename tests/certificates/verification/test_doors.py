"""Who may come in, in which language, at what cost."""

import gzip
import re

import pytest
from django.test import Client
from django.urls import reverse

from certificates.credentials.numbers import new_number
from certificates.proofs.judging import judge
from certificates.proofs.keys import from_file
from tests.certificates.verification.papers import code_of, issued, withdrawn
from tests.certificates.verification.test_views import page_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def credential(learner, edition, issuer):
    return issued(learner, edition, issuer)


@pytest.mark.parametrize(("asked", "language"), [("fr-CH,fr;q=0.9", "fr"), ("pt-BR", "pt-br"), ("es", "es"), ("sw", "pt")])
def test_the_address_on_the_paper_leads_to_the_readers_language(credential, asked, language):
    for path in (f"/verify/{credential.number}/", "/verify/"):
        answer = Client(headers={"accept-language": asked}).get(path)
        assert answer.url == f"/{language}{path}"
        assert "Accept-Language" in answer["Vary"]


def test_the_language_that_was_chosen_before_comes_first(credential):
    client = Client(headers={"accept-language": "fr"})
    client.cookies["language"] = "es"
    assert client.get(f"/verify/{credential.number}/").url.startswith("/es/")


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_the_answer_is_in_the_language_of_its_address_and_the_title_in_its_own(credential, language):
    html = page_of(credential, language=language).content.decode()
    assert f'<html lang="{language}"' in html
    assert '<dd lang="pt">Inspeção do trabalho infantil</dd>' in html
    assert '<dd lang="en">Inspection of child labour</dd>' in html


def test_an_address_without_its_last_slash_works(credential):
    assert Client().get(f"/verify/{credential.number}", follow=True).status_code == 200


def test_every_answer_is_kept_from_search_engines_and_from_caches(credential):
    answers = [page_of(credential), Client().get("/en/verify/"), Client().get(f"/en/verify/{new_number()}/")]
    answers += [Client().post("/en/verify/", {"number": code_of(credential)}), Client().get(f"/verify/{credential.number}/")]
    for answer in answers:
        assert "no-store" in answer["Cache-Control"]
    for answer in answers[:-1]:
        assert answer["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_everybody_reads_the_same(credential, cast):
    pages = set()
    for person in cast.values():
        client = Client()
        if person.is_authenticated:
            client.force_login(person)
        pages.add(re.search(r"<article.*?</article>", page_of(credential, client).content.decode(), re.DOTALL)[0])
    assert len(pages) == 1


def test_a_form_from_elsewhere_changes_nothing(credential):
    withdrawn(credential)
    client = Client(enforce_csrf_checks=True)
    for path, data in (("/en/verify/", {"number": "x"}), (f"/en/verify/{credential.number}/", {"name": "Inês Mutombo"})):
        assert client.post(path, data).status_code == 403


@pytest.mark.parametrize("path", ["/en/verify/", "/en/verify/x/", "/verify/", "/verify/offline/"])
def test_other_methods_are_refused(issuer, path):
    assert Client().delete(path).status_code == 405


def test_it_costs_few_questions_and_few_bytes(credential, django_assert_max_num_queries):
    page_of(credential)
    with django_assert_max_num_queries(10):
        answer = page_of(credential)
    packed = len(gzip.compress(answer.content))
    print(f"verify page: {packed / 1000:.1f} kB packed")
    assert packed < 14_000


def test_the_offline_file_is_a_download_that_proves_this_sites_papers(credential):
    answer = Client().get(reverse("verify-offline"))
    assert answer["Content-Disposition"] == 'attachment; filename="verify-certificates.html"'
    assert answer["X-Robots-Tag"] == "noindex"
    assert "public" in answer["Cache-Control"]
    keys = from_file(answer.content.decode())
    assert judge(code_of(credential), keys).is_genuine
    assert not judge(code_of(credential)[:-5] + "AAAAA", keys).is_genuine


def test_the_offline_file_names_nobody_but_the_issuer(credential, learner):
    html = Client().get("/verify/offline/").content.decode()
    assert "SSTC Academy" in html
    for secret in (learner.name, learner.email, credential.number, "PRIVATE"):
        assert secret not in html


def test_the_page_leads_to_the_offline_file_and_robots_are_asked_to_leave_it(issuer):
    html = Client().get("/en/verify/").content.decode()
    assert '<a rel="nofollow" href="/verify/offline/" download>' in html
    assert "Download the file" in text_of(Client().get("/en/verify/"))


def test_the_language_menu_keeps_the_certificate(credential):
    html = page_of(credential).content.decode()
    for language in ("pt", "fr"):
        assert f'href="/{language}/verify/{credential.number}/"' in html
