"""Room charts: pictures of records, as Altair charts.

A kind of chart is a function in a module of its own (`series`, `growth`, `glance`, `spark`,
`legend`): it is given what it is to show and makes the `alt.Chart`, with named data and parameters
still empty. `design.Design` keeps such a chart compiled; `model.Sketch` says what one chart shows
in words and as rows of data; `drawing.draw` makes SVG of many sketches, from a cache where it can.
`grammar` holds the marks, `theme` the look. To add a kind of chart: write its function and the
sketch that fills it.
"""
