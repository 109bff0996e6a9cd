"""What a text mentions: countries, sums of money, dates, numbers, addresses, acronyms, read in the languages of the site."""
