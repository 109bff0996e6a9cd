"""The pieces that a page is written from."""
