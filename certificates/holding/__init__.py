"""What people do with certificates of their own: see, download, share, correct."""
