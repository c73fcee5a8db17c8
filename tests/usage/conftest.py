"""The projects of the corpus are read, not run: one of them has tests of its own."""

collect_ignore = ["corpus", "nasty", "readers"]
