"""How much one keeps and is told."""

MOST = 20  # searches of one member
NAME = 120
QUERY = 2000
SHOWN = 10  # practices of one search in a mail; the others are counted
PEOPLE = 50  # whose searches one sweep looks through
HOURS = 24  # between two looks
KIND = "practice-news"
