// The places one can go with the keyboard.
document.addEventListener("DOMContentLoaded", function () {
  "use strict";

  // A target that can always take focus takes it on every click inside. So it can only
  // while it has it, which is what VoiceOver needs to read on from there.
  document.querySelectorAll(".skip a").forEach(function (link) {
    var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) { return; }
    target.removeAttribute("tabindex");
    target.addEventListener("blur", function () { target.removeAttribute("tabindex"); });
    link.addEventListener("click", function () {
      target.setAttribute("tabindex", "-1");
      target.focus();
    });
  });

  // What does not scroll needs no stop on the way of the Tab key.
  var regions = document.querySelectorAll(".scroll, .formula");
  function settle() {
    regions.forEach(function (region) {
      if (region.scrollWidth > region.clientWidth) {
        region.setAttribute("tabindex", "0");
      } else if (region !== document.activeElement) {
        region.removeAttribute("tabindex");
      }
    });
  }
  addEventListener("resize", settle);
  addEventListener("load", settle);
});
