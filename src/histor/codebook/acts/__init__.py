"""Which words name which acts: verbs, nouns, weapons, targets and moods, as tables typed by hand."""
