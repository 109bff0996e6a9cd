"""Forums: one hangs on a page, in all its languages; others stand by themselves."""
