"""The record of a good practice: what the form asks, as a page in each language, with facts that are one for all of them."""
