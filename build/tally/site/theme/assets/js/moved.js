// From a former address of an indicator to its address now, with the figure that was asked for: its id names the indicator
// in its second part. Where scripts do not run, the page leads on without the figure.
(() => {
  "use strict";
  const { former, now } = document.currentScript.dataset;
  const [area, indicator, ...rest] = location.hash.replaceAll(/%2F/gi, "/").split("/");
  const figure = indicator === former ? [area, now, ...rest].join("/") : location.hash;
  location.replace(`../${now}/${location.search}${figure}`);
})();
