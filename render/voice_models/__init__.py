"""Speech models that users bring: their folder, their checksums, and the way to both."""
