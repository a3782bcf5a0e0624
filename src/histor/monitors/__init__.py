"""Monitors: a definition and the rows of a record in, a board out; nothing here touches a file, a clock or chance."""
