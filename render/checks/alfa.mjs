// Runs Siteimprove Alfa on pages, levels A and AA; see ../validators/browser.js for the rest.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { modules, judged, fail } = require("../validators/browser.js");
const scope = path.join(modules, "@siteimprove");
const load = (name, file = "index.js") =>
  import(pathToFileURL(path.join(scope, name, "dist", file)).href);

// With two versions of alfa-dom every rule is inapplicable, and every page passes.
function onlyOneDom() {
  const copies = fs.readdirSync(scope).map((name) =>
    path.join(scope, name, "node_modules", "@siteimprove", "alfa-dom"));
  const second = copies.find((copy) => fs.existsSync(copy));
  if (second) throw new Error(`there are two versions of alfa-dom, one in ${second}`);
}

const flat = (text) => String(text).replace(/\s+/g, " ").slice(0, 120);

// R68 asks for doc-endnote in doc-endnotes; DPUB-ARIA 1.1 withdrew the role for plain items.
const isOutdated = ({ id, target }) => id === "sia-r68" && target.includes('role="doc-endnotes"');

// Alfa takes every page for one on a screen: what is shown on paper needs a device of its own.
async function onPaper(input, document) {
  const [{ Device }, { Document }, { Native }, { Page }] = await Promise.all([load("alfa-device"),
    load("alfa-dom"), load("alfa-dom", "native.js"), load("alfa-web")]);
  const paper = Device.from({ ...input.device.toJSON(), type: "print" });
  const root = Document.from(await document.evaluate(Native.fromNode), paper);
  return Page.of(input.request, input.response, root, paper);
}

async function main() {
  onlyOneDom();
  const [{ Audit, Outcome }, { default: Rules, alfaVersion }, { Puppeteer }, { Conformance, Criterion }] =
    await Promise.all(["alfa-act", "alfa-rules", "alfa-puppeteer", "alfa-wcag"]
      .map((name) => load(name)));
  const isNeeded = Conformance.isAA();
  const rules = [...Rules].filter((rule) =>
    rule.hasRequirement((each) => Criterion.isCriterion(each) && isNeeded(each)));

  async function judge(page, scheme) {
    const document = await page.evaluateHandle(() => globalThis.document);
    const shown = await Puppeteer.toPage(document);
    const input = scheme === "print" ? await onPaper(shown, document) : shown;
    const outcomes = [...await Audit.of(input, rules).evaluate()];
    const faults = outcomes.filter(Outcome.isFailed).map((outcome) => {
      const said = outcome.toJSON().expectations.map(([, each]) => each?.error?.message);
      const message = said.find(Boolean) ?? outcome.rule.uri;
      return { id: outcome.rule.uri.split("/").pop(), minor: false, hint: outcome.rule.uri,
        message: flat(message), target: flat(outcome.target) };
    }).filter((fault) => !isOutdated(fault));
    return { passed: outcomes.filter(Outcome.isPassed).length, faults };
  }

  await judged(alfaVersion, async () => {}, judge);
}

main().catch(fail);
