"""Statistics for small counts with many zeros; `benchmarks/statistics` measures what each of them promises."""
