"""Mails to learners: it begins, the week, a deadline in two days."""
