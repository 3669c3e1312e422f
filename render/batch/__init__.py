"""Many articles: killable workers, receipts, quarantine, shards and clusters."""
