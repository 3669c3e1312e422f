// Runs axe-core on pages; see ../validators/browser.js for how it is called and what it writes.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { modules, judged, fail } = require("../validators/browser.js");

// Evaluated, not added as an element: a page's own security policy may forbid that.
const source = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");
const { version } = require(path.join(modules, "axe-core", "package.json"));
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function judge(page) {
  const result = await page.evaluate(
    (tags) => axe.run(document, { runOnly: { type: "tag", values: tags } }), TAGS);
  const faults = result.violations.flatMap((violation) => violation.nodes.map((node) => ({
    id: violation.id, minor: violation.impact === "minor", message: violation.help,
    hint: violation.helpUrl, target: String(node.target) })));
  return { passed: result.passes.length, faults };
}

judged(version, (page) => page.evaluate(source), judge).catch(fail);
