"""The link to LinkedIn's form."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from certificates.badges.linkedin import linkedin_url
from certificates.credentials.models import Credential
from tests.certificates.badges.certificate import NUMBER, words


def fields(**row):
    url = urlsplit(linkedin_url(Credential(**{"number": NUMBER, "snapshot": words().as_json()} | row)))
    assert (url.scheme, url.netloc, url.path) == ("https", "www.linkedin.com", "/profile/add")
    return {name: value for name, [value] in parse_qs(url.query, strict_parsing=True).items()}


def test_the_form_is_filled_in_the_words_of_the_certificate():
    assert fields() == {
        "startTask": "CERTIFICATION_NAME",
        "name": "Inspeção do trabalho infantil",
        "organizationName": "Academia da Cooperação Sul-Sul",
        "issueYear": "2026",
        "issueMonth": "11",
        "certUrl": f"https://academy.example.org/verify/{NUMBER}/",
        "certId": "7K3M9-QXTB2-C4D6F-8G0H1-JMNPRS",
    }


def test_an_end_is_told_where_there_is_one():
    told = fields(snapshot=words(valid_until="2029-02-28").as_json(), valid_until=datetime(2029, 3, 1, 5, tzinfo=UTC))
    assert (told["expirationYear"], told["expirationMonth"]) == ("2029", "2")


def test_it_tells_neither_grade_nor_holder():
    assert "87" not in fields().values()
    assert words().name not in str(fields())
