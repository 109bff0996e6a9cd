"""One HTML file that proves papers from a disk, with no network and no site: keys, words of five languages and the checking inside."""
