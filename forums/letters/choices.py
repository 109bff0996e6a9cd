"""How much one job and one mail take on."""

PEOPLE_IN_A_JOB = 100  # whose mails one job writes at most
PART_OF_TIME = 0.2  # of the time that a job has: another one goes on
LOOKED_AT = 60  # posts of one mail that are looked at; it shows fewer and counts the others
