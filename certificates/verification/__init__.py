"""Whether a certificate holds: asked by number, by the code on the paper or by the PDF; open to all, saying no more than the paper does."""
