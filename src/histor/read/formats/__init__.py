"""One plug-in a format: a source in, drafts and problems out.

A format is a module here, or one that another package offers under the entry-point group `histor.formats`. It has

- `SUFFIXES`: the endings of its files, such as `.html`;
- `recognises(head)`: tells from the first bytes, decompressed, whether a source is of this format;
- `DECISIVE`, where it needs it: those of its suffixes that outrank what the first bytes say;
- `drafts(source)`: gives a draft for each report, and a problem for each that cannot be read;
- `EXAMPLES`: small samples with what must come of them; they are its tests and its page in the documentation.
"""
