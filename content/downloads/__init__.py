"""Documents and pictures handed out: to those who may read a page that uses them."""
