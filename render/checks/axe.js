// Runs axe-core on pages in five colour schemes: node axe.js MODULES BROWSER FILE...
// Writes one JSON array, an object for each page: {version, schemes, violations}.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [modules, browserPath, ...files] = process.argv.slice(2);
const puppeteer = require(path.join(modules, "puppeteer"));
// Evaluated, not added as an element: a page's own security policy may forbid that.
const axeSource = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");

const feature = (name, value) => ({ name, value });
const SCHEMES = {
  light: [feature("prefers-color-scheme", "light")],
  dark: [feature("prefers-color-scheme", "dark")],
  "more contrast": [feature("prefers-contrast", "more")],
  "forced colours": [feature("forced-colors", "active")],
  print: [],
};
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function judge(browser, file) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  await page.evaluate(axeSource);
  // One session for all schemes: the features of another would stay in force.
  const session = await page.createCDPSession();
  const found = [];
  let passes = 0;
  for (const [scheme, features] of Object.entries(SCHEMES)) {
    await emulate(page, session, scheme === "print" ? "print" : "screen", features);
    const result = await page.evaluate(
      (tags) => axe.run(document, { runOnly: { type: "tag", values: tags } }), TAGS);
    passes += result.passes.length;
    for (const violation of result.violations)
      for (const node of violation.nodes)
        found.push({ scheme, id: violation.id, impact: violation.impact, help: violation.help,
          url: violation.helpUrl, target: String(node.target) });
  }
  const version = await page.evaluate(() => axe.version);
  await page.close();
  return { version, passes, violations: found };
}

// Puppeteer refuses features it does not know of; the protocol takes them all.
async function emulate(page, session, media, features) {
  await session.send("Emulation.setEmulatedMedia", { media, features });
  // A colour half-way through its transition has no contrast worth measuring.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)).then(done)))));
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const results = [];
  for (const file of files) results.push(await judge(browser, file));
  await browser.close();
  process.stdout.write(JSON.stringify(results));
})().catch((error) => { process.stderr.write(String(error)); process.exit(1); });
