"""Room charts: pictures of records, drawn at build by Altair and vl-convert.

`indicator_sketch` and its kin are pure and cheap: they decide what is shown and said. `draw`
makes the charts of many sketches at once, from a cache where it can. A chart's `html` holds a wide
and a narrow drawing (classes `chart-wide`, `chart-narrow`) in the colours of `palette.PALETTE`.
"""

from tally.charts.cache import Cache
from tally.charts.chart import Chart
from tally.charts.drawing import draw
from tally.charts.glance import glance_sketch
from tally.charts.growth import growth_sketch
from tally.charts.indicator import indicator_sketch
from tally.charts.legend import legend_sketches
from tally.charts.model import Sketch
from tally.charts.png import png
from tally.charts.spark import spark_sketches

__all__ = [
    "Cache",
    "Chart",
    "Sketch",
    "draw",
    "glance_sketch",
    "growth_sketch",
    "indicator_sketch",
    "legend_sketches",
    "png",
    "spark_sketches",
]
