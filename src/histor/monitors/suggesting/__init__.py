"""Sentences in, drafts of definitions out, each field with the words that it came from."""
