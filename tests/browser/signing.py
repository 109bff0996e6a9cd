"""Signing in as one of the demo's people, through the form that people use."""

from playwright.sync_api import Page

PASSWORD = "demo-demo-demo"


def sign_in(page: Page, who: str, language: str = "pt") -> None:
    """Sign in as `who`@example.org with the demo's password."""
    page.goto(f"/{language}/account/login/")
    page.fill("input[name=login]", f"{who}@example.org")
    if not page.locator("input[name=password]").is_visible():
        page.locator("main details summary").first.click()
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.locator("button[name=way][value=password], form:has(input[name=password]) button[type=submit]").last.click()
