"""What editors write: pages, blocks, pictures, the library, and the importer."""
