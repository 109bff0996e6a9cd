"""A paper that proves itself: what is signed, how it is written into the QR code, how it is read and judged. No models, no request."""
