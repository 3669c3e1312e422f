// What the reader chose, kept in this browser; set before anything is drawn.
(function () {
  "use strict";
  var KEY = "lisible-reading";
  var root = document.documentElement;
  var kept = {};
  // Browsers may refuse a page its store, from a folder most of all.
  try { kept = JSON.parse(localStorage.getItem(KEY)) || {}; } catch (refused) { kept = {}; }

  function keep(name, value) {
    if (value === "" || value === true) { delete kept[name]; } else { kept[name] = value; }
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch (refused) { return; }
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
