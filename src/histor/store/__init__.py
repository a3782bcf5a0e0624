"""The ledger: typed tables in one file, append only; SQL is nowhere else.

`ledger` opens it, `append` keeps records, `questions` answers, `tracing` walks from a record down to the words.
"""
