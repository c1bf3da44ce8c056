"""Room charts: pictures of records, drawn at build by Altair and vl-convert.

`indicator_sketch` and its kin are pure and cheap: they decide what is shown and said. `draw`
makes the charts of many sketches at once, from a cache where it can. A chart's `html` holds a wide
and a narrow drawing (classes `chart-wide`, `chart-narrow`) in the colours of `palette.PALETTE`.
"""
