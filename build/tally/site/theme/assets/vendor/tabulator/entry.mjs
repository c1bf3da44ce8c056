// Tabulator with only the modules that the page "explore" uses. To make tabulator.min.js again:
//   npm install tabulator-tables@6.5.3 esbuild
//   npx esbuild entry.mjs --bundle --minify --format=esm --outfile=tabulator.min.js
// What its parts look like is in css/explore.css: Tabulator's own stylesheets are not used.
import { FilterModule, FormatModule, ResizeTableModule, SortModule, Tabulator } from "tabulator-tables";

Tabulator.registerModule([FilterModule, FormatModule, ResizeTableModule, SortModule]);
export { Tabulator };
