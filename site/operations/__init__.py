"""What an operator does: start the site, install it, keep copies of it, ask whether it is well, keep its translations whole."""
