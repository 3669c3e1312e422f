"""Article to article: small steps that know nothing of each other."""
