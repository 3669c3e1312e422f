// What the reader chose, kept in this browser; set before anything is drawn.
(function () {
  "use strict";
  var KEY = "lisible-reading";
  var root = document.documentElement;
  // A page that is loaded again at once from a folder may find its store empty, and for good
  // (Chromium 156 on a busy machine: 18 of 250). What its tab keeps is there, so both keep it.
  var STORES = ["sessionStorage", "localStorage"];
  var kept = STORES.map(read).reduce(function (tab, browser) {
    return (tab.changes || 0) > (browser.changes || 0) ? tab : browser;
  });

  function read(store) {
    // Browsers may refuse a page its store, from a folder most of all.
    try { return Object(JSON.parse(window[store].getItem(KEY))); } catch (refused) { return {}; }
  }

  function write() {
    STORES.forEach(function (store) {
      try { window[store].setItem(KEY, JSON.stringify(kept)); } catch (refused) { return; }
    });
  }

  function keep(name, value) {
    if (value === "" || value === true) { delete kept[name]; } else { kept[name] = value; }
    kept.changes = (kept.changes || 0) + 1;
    write();
  }

  function apply() {
    ["size", "spacing", "typeface", "colours", "line"].forEach(function (name) {
      if (kept[name]) { root.dataset[name] = kept[name]; } else { delete root.dataset[name]; }
    });
  }

  function show(control) {
    var value = kept[control.dataset.keep];
    if (control.type === "checkbox") { control.checked = value !== false; return; }
    control.value = value || control.options[0].value;
    if (control.selectedIndex < 0) { control.selectedIndex = 0; }
  }

  apply();
  if (kept.changes) { write(); }
  document.addEventListener("DOMContentLoaded", function () {
    var controls = document.querySelectorAll("[data-keep]");
    controls.forEach(function (control) {
      show(control);
      control.addEventListener("change", function () {
        keep(control.dataset.keep, control.type === "checkbox" ? control.checked : control.value);
        apply();
      });
    });
    var disclosure = document.querySelector(".preferences");
    disclosure.hidden = false;
    disclosure.querySelector(".restore").addEventListener("click", function () {
      disclosure.querySelectorAll("[data-keep]").forEach(function (control) {
        keep(control.dataset.keep, "");
        show(control);
      });
      apply();
    });
  });
}());
