// The text in step with the sound: the browser's player leads, and this follows it.
// Nothing here moves the focus or speaks to a screen reader.
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var times = document.querySelector(".player .times");
  if (!times) { return; }
  var audio = document.querySelector(".player audio");
  var panel = document.querySelector(".player .read-along");
  var still = matchMedia("(prefers-reduced-motion: reduce)");
  var cues = JSON.parse(times.textContent).map(function (cue) {
    return {
      begin: cue[0] / 1000, element: document.getElementById(cue[1]), length: cue[2], words: cue[3]
    };
  }).filter(function (cue) { return cue.element; });
  var current = -1;
  var following = true;

  function setting(name) { return panel.querySelector("[data-keep='" + name + "']"); }

  // The last cue that has begun, so that a pause belongs to the sentence before it.
  function cueAt(time) {
    var low = 0, high = cues.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (cues[middle].begin <= time) { low = middle + 1; } else { high = middle; }
    }
    return low - 1;
  }

  function isInView(element) {
    var box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  }

  function bringIntoView(element) {
    var box = element.getBoundingClientRect();
    if (box.top > innerHeight * 0.1 && box.bottom < innerHeight * 0.9) { return; }
    element.scrollIntoView({
      block: box.height < innerHeight * 0.7 ? "center" : "start",
      inline: "nearest",
      behavior: still.matches ? "auto" : "smooth"
    });
  }

  // A range around written characters, or null where the page shows more than is said.
  function rangeOf(cue, first, last) {
    if (cue.element.textContent.length < cue.length) { return null; }
    var walker = document.createTreeWalker(cue.element, NodeFilter.SHOW_TEXT, function (node) {
      var unsaid = node.parentElement.closest(".note-call, rt, rp, .furniture");
      return unsaid ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    var range = document.createRange(), at = 0, node, began = false;
    while ((node = walker.nextNode())) {
      if (!began && first < at + node.length) { range.setStart(node, first - at); began = true; }
      if (began && last <= at + node.length) { range.setEnd(node, last - at); return range; }
      at += node.length;
    }
    return null;
  }

  // The word is painted, not wrapped: the text that screen readers hold stays as it is.
  // Its style is given here, since checkers of style sheets do not know ::highlight yet.
  var paints = window.CSS && CSS.highlights && document.adoptedStyleSheets;
  if (paints) {
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "::highlight(spoken-word) { background: var(--colour-accent); color: var(--colour-ground) }" +
      "@media (forced-colors: active) {" +
      "  ::highlight(spoken-word) { background: HighlightText; color: Highlight } }"
    );
    document.adoptedStyleSheets.push(sheet);
  }

  function markWord(cue, time) {
    if (!paints) { return; }
    CSS.highlights.delete("spoken-word");
    if (!cue || setting("highlight").value !== "") { return; }
    var since = (time - cue.begin) * 1000;
    for (var at = cue.words.length - 3; at >= 0; at -= 3) {
      if (cue.words[at] <= since) {
        var range = rangeOf(cue, cue.words[at + 1], cue.words[at + 2]);
        if (range) { CSS.highlights.set("spoken-word", new Highlight(range)); }
        return;
      }
    }
  }

  function show() {
    var at = audio.ended ? -1 : cueAt(audio.currentTime);
    var shown = setting("highlight").value !== "nothing";
    if (at !== current) {
      if (cues[current]) { cues[current].element.classList.remove("spoken"); }
      current = at;
      if (cues[at] && !audio.paused && following && setting("follow").checked) {
        bringIntoView(cues[at].element);
      }
    }
    if (cues[at]) { cues[at].element.classList.toggle("spoken", shown); }
    markWord(cues[at], audio.currentTime);
  }

  function run() {
    show();
    if (!audio.paused && !audio.ended) { requestAnimationFrame(run); }
  }

  function say() {
    var button = panel.querySelector("[data-do='play']");
    button.textContent = audio.paused ? button.dataset.play : button.dataset.pause;
  }

  var deeds = {
    play: function () { if (audio.paused) { audio.play(); } else { audio.pause(); } },
    next: function () { go(cueAt(audio.currentTime) + 1); },
    previous: function () {
      var at = cueAt(audio.currentTime);
      go(cues[at] && audio.currentTime - cues[at].begin > 1.5 ? at : at - 1);
    }
  };

  function go(at) {
    audio.currentTime = cues[Math.max(0, Math.min(at, cues.length - 1))].begin;
    show();
  }

  function setSpeed() { audio.playbackRate = Number(setting("speed").value); }

  panel.addEventListener("click", function (event) {
    var button = event.target.closest("[data-do]");
    if (button) { deeds[button.dataset.do](); }
  });
  panel.addEventListener("change", function () { setSpeed(); show(); });
  audio.addEventListener("play", function () { following = true; setSpeed(); say(); run(); });
  ["pause", "ended", "emptied"].forEach(function (name) { audio.addEventListener(name, say); });
  ["timeupdate", "seeked", "ended"].forEach(function (name) { audio.addEventListener(name, show); });
  // Who scrolls away is left alone, and followed again on scrolling back.
  addEventListener("scroll", function () {
    if (cues[current]) { following = isInView(cues[current].element); }
  }, {passive: true});
  panel.hidden = false;
});
