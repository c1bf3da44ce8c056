// Tabulator with only the modules that the page "explore" uses. To make tabulator.min.js again:
//   npm install tabulator-tables@6.5.3 esbuild && npx esbuild entry.mjs --bundle --minify --outfile=tabulator.min.js
import {
  Tabulator, SortModule, FilterModule, FormatModule, FrozenColumnsModule, InteractionModule,
  ResizeColumnsModule, ResizeTableModule, ResponsiveLayoutModule,
} from "tabulator-tables";

Tabulator.registerModule([
  SortModule, FilterModule, FormatModule, FrozenColumnsModule, InteractionModule,
  ResizeColumnsModule, ResizeTableModule, ResponsiveLayoutModule,
]);
window.Tabulator = Tabulator;
