"""Pages of contributors: their list, writing part by part, files, people, sending."""
