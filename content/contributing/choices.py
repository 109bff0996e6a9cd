"""Bounds of contributing, and what it says to other rooms."""

from datetime import timedelta

MOST_OPEN = 30  # contributions of one person that were never sent
MOST_FILES = 12
MOST_CO_AUTHORS = 10
INVITED_FOR = timedelta(days=30)
AN_HOUR = 60 * 60
BEGUN_AN_HOUR = 20
FILES_AN_HOUR = 60
INVITED_AN_HOUR = 20
MAIL_KIND = "practices"
DOCUMENTS = ("csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx")
