// Opens pages in Chromium in five colour schemes and hands each to a judge.
// A script that uses it is run as: node SCRIPT MODULES BROWSER FILE...
// and writes one JSON array, an object for each page.
"use strict";
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [modules, browserPath, ...files] = process.argv.slice(2);
const feature = (name, value) => ({ name, value });
const SCHEMES = {
  light: [feature("prefers-color-scheme", "light")],
  dark: [feature("prefers-color-scheme", "dark")],
  "more contrast": [feature("prefers-contrast", "more")],
  "forced colours": [feature("forced-colors", "active")],
  print: [],
};

// Puppeteer refuses features it does not know of; the protocol takes them all.
async function emulate(page, session, scheme) {
  const media = scheme === "print" ? "print" : "screen";
  await session.send("Emulation.setEmulatedMedia", { media, features: SCHEMES[scheme] });
  // A colour half-way through its transition has no contrast worth measuring.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)).then(done)))));
}

// `prepare` is given each page once, `judge` in each scheme: it gives the number of rules
// passed and a list of faults. A fault is told once, with the first scheme that shows it.
async function judged(version, prepare, judge) {
  const puppeteer = require(path.join(modules, "puppeteer"));
  const browser = await puppeteer.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const results = [];
  for (const file of files) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
    await prepare(page);
    // One session for all schemes: the features of another would stay in force.
    const session = await page.createCDPSession();
    const found = new Map();
    let passes = 0;
    for (const scheme of Object.keys(SCHEMES)) {
      await emulate(page, session, scheme);
      const { passed, faults } = await judge(page, scheme);
      passes += passed;
      for (const fault of faults) {
        const key = `${fault.id} ${fault.target}`;
        if (!found.has(key)) found.set(key, { scheme, ...fault });
      }
    }
    await page.close();
    results.push({ version, passes, faults: [...found.values()] });
  }
  await browser.close();
  process.stdout.write(JSON.stringify(results));
}

function fail(error) {
  process.stderr.write(String(error));
  process.exit(1);
}

module.exports = { modules, judged, fail };
