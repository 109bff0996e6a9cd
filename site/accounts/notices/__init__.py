"""Terms and privacy notice: their versions, who accepted which and when, asking again on change."""
