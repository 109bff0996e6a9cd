"""From a draft to publication: whose turn it is, who reviews, what was remarked, what was told to whom; on Wagtail's own workflow."""
