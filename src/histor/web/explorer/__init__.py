"""The Explorer's parts: which overview is looked at, what is chosen from it, how days and places are drawn."""
