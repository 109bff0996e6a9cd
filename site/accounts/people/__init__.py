"""Who people are: the row, their names, their groups, their countries and time zones."""
