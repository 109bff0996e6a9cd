"""A verifier that we did not write accepts our badges, refuses them with one byte changed, and sees what was revoked."""

import json
import random
import sys
from collections import Counter
from datetime import timedelta

import pytest

from certificates.credentials.choices import Reason, State
from certificates.issuers.jwk import new_private
from tests.certificates.badges.certificate import NAMES
from tests.certificates.badges.handing import badge_text, site_files
from tests.certificates.badges.somebody import ask
from tests.factories.certificates import AWARDED, add_key, award_of, credential_of

pytestmark = [pytest.mark.prove, pytest.mark.django_db]
NOW = (AWARDED + timedelta(days=30)).isoformat()


@pytest.fixture
def held(issuer, edition, django_user_model):
    """Certificates by the sort of their name, one in the second language's script each."""
    people = {
        sort: django_user_model.objects.create_user(email=f"{place}@example.org", name=name[:150])
        for place, (sort, name) in enumerate(NAMES.items())
    }
    return {sort: credential_of(award_of(person, edition), issuer, said={"name": NAMES[sort]}) for sort, person in people.items()}


def other_byte(byte, chance):
    """Return another byte of the same sort, so that most changes leave JSON behind."""
    for sort in (range(0x30, 0x3A), range(0x41, 0x5B), range(0x61, 0x7B), range(0x80, 0xC0)):
        if byte in sort:
            return chance.choice([one for one in sort if one != byte])
    return byte ^ 1


def tell(line):
    sys.stdout.write(f"\n  {line}")


@pytest.mark.parametrize("context", ["own", "older"])
def test_it_accepts_our_badges_whatever_the_name_with_either_copy_of_the_context(client, issuer, held, tmp_path, context):
    badges = [{"name": sort, "text": badge_text(client, one)} for sort, one in held.items()]
    found = ask(tmp_path, files=site_files(client, issuer), badges=badges, now=NOW, context=context)
    tell(f"{len(badges)} badges, {context} context: {dict(Counter(found['badges'].values()))}")
    assert found["badges"] == dict.fromkeys(NAMES, "accepted"), found["why"]


def test_it_refuses_a_badge_with_any_one_byte_changed(client, issuer, held, tmp_path):
    text, chance = badge_text(client, held["accents"]), random.Random(26)
    changes = [(place, other_byte(byte, chance)) for place, byte in enumerate(text.encode())]
    found = ask(tmp_path, files=site_files(client, issuer), badges=[{"name": "one", "text": text, "changes": changes}], now=NOW)
    verdicts = Counter(found["changes"]["one"])
    tell(f"each of {len(changes)} bytes changed once: {dict(verdicts)}; unchanged: {found['badges']['one']}")
    assert found["badges"]["one"] == "accepted"
    assert set(verdicts) == {"refused", "not JSON"}
    assert verdicts["refused"] >= 1000


def test_it_sees_what_was_revoked_or_superseded_and_nothing_else(client, issuer, held, tmp_path):
    texts = {sort: badge_text(client, one) for sort, one in held.items()}
    revoked, superseded = held["arabic"], held["chinese"]
    for one, state, reason in ((revoked, State.REVOKED, Reason.ERROR), (superseded, State.SUPERSEDED, "")):
        one.state, one.state_at, one.reason_class = state, AWARDED + timedelta(days=2), reason
        one.save()
    found = ask(tmp_path, files=site_files(client, issuer), badges=[{"name": sort, "text": text} for sort, text in texts.items()], now=NOW)
    tell(f"two of {len(texts)} taken back: {dict(Counter(found['badges'].values()))}")
    assert found["badges"] == dict.fromkeys(NAMES, "accepted") | {"arabic": "revoked", "chinese": "revoked"}


def test_a_status_list_with_a_changed_letter_is_not_believed(client, issuer, held, tmp_path):
    text, files = badge_text(client, held["accents"]), site_files(client, issuer)
    [address] = [url for url in files if "/status/" in url]
    status = json.loads(files[address])
    status["credentialSubject"]["statusPurpose"] = "refresh"
    found = ask(tmp_path, files=files | {address: json.dumps(status)}, badges=[{"name": "one", "text": text}], now=NOW)
    assert found["badges"] == {"one": "refused"}


def test_what_was_signed_before_the_keys_changed_stays_good(client, issuer, settings, held, tmp_path):
    before = badge_text(client, held["accents"]), badge_text(client, held["accents"], "jwt")
    for algorithm in ("ed25519", "rs256"):
        issuer.keys.in_use().filter(algorithm=algorithm).update(retired_at=AWARDED + timedelta(days=1))
        add_key(settings, issuer, new_private(algorithm), made_at=AWARDED + timedelta(days=1))
    after = badge_text(client, held["accents"]), badge_text(client, held["accents"], "jwt")
    assert before[0] != after[0]
    badges, tokens = ([{"name": str(turn), "text": pair[form]} for turn, pair in enumerate((before, after))] for form in (0, 1))
    found = ask(tmp_path, files=site_files(client, issuer), badges=badges, tokens=tokens, now=NOW)
    tell(f"keys changed: badges {found['badges']}, tokens {[one['verdict'] for one in found['tokens'].values()]}")
    assert found["badges"] == {"0": "accepted", "1": "accepted"}
    assert [one["verdict"] for one in found["tokens"].values()] == ["accepted", "accepted"]


def test_a_key_of_nobody_and_a_badge_not_begun_or_past_its_time_are_refused(client, issuer, held, tmp_path):
    one = held["accents"]
    one.valid_until = AWARDED + timedelta(days=10)
    one.save()
    text, files = badge_text(client, one), site_files(client, issuer)
    badge = [{"name": "one", "text": text}]
    assert ask(tmp_path, files=files, badges=badge, now=(AWARDED + timedelta(days=9)).isoformat())["badges"] == {"one": "accepted"}
    assert ask(tmp_path, files=files, badges=badge, now=NOW)["badges"] == {"one": "refused"}
    assert ask(tmp_path, files=files, badges=badge, now=(AWARDED - timedelta(days=1)).isoformat())["badges"] == {"one": "refused"}
    strange = {url: content.replace("#", "#x") for url, content in files.items()}
    assert ask(tmp_path, files=strange, badges=badge, now=(AWARDED + timedelta(days=9)).isoformat())["badges"] == {"one": "refused"}


def test_it_accepts_our_tokens_and_refuses_them_with_a_letter_changed(client, issuer, held, tmp_path):
    text, chance = badge_text(client, held["vietnamese"], "jwt"), random.Random(27)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    places = [place for place in range(0, len(text) - 1, 9) if text[place] != "."]  # the last letter holds bits that mean nothing
    tokens = [{"name": "whole", "text": text}]
    for place in places:
        other = chance.choice([letter for letter in letters if letter != text[place]])
        tokens.append({"name": str(place), "text": text[:place] + other + text[place + 1 :]})
    found = ask(tmp_path, files=site_files(client, issuer), tokens=tokens, now=NOW)["tokens"]
    whole = found.pop("whole")
    tell(f"token: {whole['verdict']}; {len(found)} with one letter changed: {dict(Counter(one['verdict'] for one in found.values()))}")
    assert whole["claims"]["credentialSubject"]["name"] == NAMES["vietnamese"]
    assert {one["verdict"] for one in found.values()} == {"refused"}
    assert len(found) > 200
