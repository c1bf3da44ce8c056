// hyparquet with only what the page "explore" uses: Parquet read in the browser, by ranges. To make
// hyparquet.min.js again:
//   npm install hyparquet@1.33.0 esbuild@0.28.2
//   npx esbuild entry.mjs --bundle --minify --format=esm --outfile=hyparquet.min.js
// which makes, by sha256,
//   b35a7e92546b82065e0c3905cf04cf1f79e193c010e7b8e60c9a681585683b29
import { asyncBufferFromUrl, parquetMetadataAsync, parquetRead } from "hyparquet";

export { asyncBufferFromUrl, parquetMetadataAsync, parquetRead };
