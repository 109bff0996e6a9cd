"""Links that lead nowhere: found once a week, politely, and shown to those who can mend them."""
