"""What a page costs its reader, measured on the page itself."""
