// Runs IBM's Equal Access engine on pages; see ../validators/browser.js for the rest.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { modules, judged, fail } = require("../validators/browser.js");

const folder = path.join(modules, "accessibility-checker-engine");
const source = fs.readFileSync(path.join(folder, "ace.js"), "utf8");
const { version } = require(path.join(folder, "package.json"));

async function judge(page, scheme) {
  const found = await page.evaluate(async () => {
    const report = await new ace.Checker().check(document, ["WCAG_2_2", "IBM_Accessibility"]);
    return report.results.map((result) => ({ id: result.ruleId, kind: result.value,
      message: result.message, target: result.path.dom }));
  });
  // What the engine calls potential or manual is a question, not a fault.
  const faults = found.filter(({ kind }) => kind[0] === "VIOLATION" && kind[1] === "FAIL")
    // Paper has no screen reader: what print leaves out may be named by what it shows.
    .filter(({ id }) => scheme !== "print" || id !== "aria_id_unique")
    .map(({ kind, ...fault }) => ({ minor: false, hint: "", ...fault }));
  return { passed: found.filter(({ kind }) => kind[1] === "PASS").length, faults };
}

judged(version, (page) => page.evaluate(source), judge).catch(fail);
