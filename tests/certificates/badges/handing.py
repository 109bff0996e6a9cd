"""What our site hands out about badges, fetched as anybody would."""

from django.conf import settings
from django.urls import reverse

from certificates.issuers.models import SigningKey


def site_files(client, *issuers):
    """Return {address: text} of the keys and of the status lists, as the site answers strangers."""
    client.logout()
    paths = [reverse("badge-did"), *(reverse("badge-key", args=[kid]) for kid in SigningKey.objects.values_list("kid", flat=True))]
    paths += [reverse("badge-status", args=[one.uid, 0]) for one in issuers]
    answers = {path: client.get(path) for path in paths}
    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(paths, 200)
    return {settings.SITE_URL + path: answer.text for path, answer in answers.items()}


def badge_text(client, credential, form="json"):
    """Return the badge that the holder is handed."""
    client.force_login(credential.person)
    answer = client.get(reverse(f"badge-{form}", args=[credential.number]))
    assert answer.status_code == 200, answer.text
    return answer.text
