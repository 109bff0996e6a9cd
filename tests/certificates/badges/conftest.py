import pytest


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://academy.example.org"
