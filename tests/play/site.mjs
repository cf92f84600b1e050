// Opens handbook pages from disk: node site.mjs jobs.json. jobs: [{file, word}]; prints {file: {problems, found, languages}}
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { require } from "./server.mjs";

const { chromium } = require("playwright-core");
const AXE = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const jobs = JSON.parse(await readFile(process.argv[2], "utf8"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
const told = {};
for (const { file, word } of jobs) {
  const problems = [];
  const facts = { problems };
  for (const width of [1280, 320]) {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => /^(file|data):/.test(request.url()) || problems.push(`request to ${request.url()}`));
    await page.goto(pathToFileURL(file).href);
    await page.fill("#words", word);
    facts.found = await page.locator("#results a").count();
    facts.languages = await page.locator("#languages a").evaluateAll((links) => links.map((link) => link.lang));
    facts.sections = await page.locator("#sections a").count();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) problems.push(`${wide} pixels too wide at ${width}`);
    await page.evaluate(AXE);
    for (const one of (await page.evaluate(() => window.axe.run())).violations) problems.push(`axe ${one.id}: ${one.nodes[0].html}`);
    await page.locator("#results a").first().click();
    facts.place = new URL(page.url()).hash;
    for (const link of await page.locator("#languages a").evaluateAll((links) => links.map((each) => each.href))) {
      await page.goto(link);
      if (!(await page.locator("h1").count())) problems.push(`${link} is no page`);
    }
    await context.close();
  }
  told[file] = facts;
}
await browser.close();
console.log(JSON.stringify(told));
