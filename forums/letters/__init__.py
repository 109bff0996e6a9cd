"""Mails of news: what they say, when they are written, how they are stopped."""
