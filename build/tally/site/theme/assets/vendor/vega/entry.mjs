// Vega's runtime with only the transforms that our charts use, and the interpreter of expressions, which needs no eval:
// what a chart becomes when a reader asks for it. vl-convert draws the same charts at
// build. To make vega.min.js again:
//   npm install vega@6.4.0 vega-interpreter@2.3.2 esbuild@0.28.2
//   npx esbuild entry.mjs --bundle --minify --format=esm --outfile=vega.min.js
// which makes, by sha256,
//   b1a67ff631ee2e1feee0f35c61b8049e6c9e6087f5d9334f3c0d4962ccfcf1f3
import { transforms } from "vega-dataflow";
import * as encoders from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { parse } from "vega-parser";
import * as basic from "vega-transforms";
import { View } from "vega-view";
import * as views from "vega-view-transforms";

Object.assign(transforms, basic, views, encoders);
export { expressionInterpreter, parse, View };
