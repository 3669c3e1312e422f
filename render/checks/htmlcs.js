// Runs HTML_CodeSniffer on pages; see ../validators/browser.js for the rest.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { modules, judged, fail } = require("../validators/browser.js");

const folder = path.join(modules, "@pa11y", "html_codesniffer");
const source = fs.readFileSync(path.join(folder, "build", "HTMLCS.js"), "utf8");
const { version } = require(path.join(folder, "package.json"));
const ERROR = 1;

async function judge(page) {
  const found = await page.evaluate(() => new Promise((done, failed) => {
    const place = (element) => element && element.outerHTML
      ? element.outerHTML.replace(/>[\s\S]*$/, ">").slice(0, 120) : "";
    HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages().map((message) => ({
      id: message.code, type: message.type, message: message.msg,
      target: place(message.element) }))), failed);
  }));
  const faults = found.filter(({ type }) => type === ERROR)
    .map(({ type, ...fault }) => ({ minor: false, hint: "", ...fault }));
  // It tells no passes; that it has remarks at all shows that it ran.
  return { passed: found.length - faults.length, faults };
}

judged(version, (page) => page.evaluate(source), judge).catch(fail);
