"""Posts found by their words, writer, language and forum."""
