// Plays packages in Chromium against scorm-again: node play.mjs jobs.json results.json
// jobs: [{name, folder, standard, axe, shots}]; results: {name: {scenario: {problems: [], facts: {}}}}
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { cmi5 } from "./cmi5.mjs";
import { faults } from "./faults.mjs";
import { Learner } from "./learner.mjs";
import { tabTo } from "./keys.mjs";
import { mass } from "./mass.mjs";
import { panels } from "./panels.mjs";
import { require, serve } from "./server.mjs";

const { chromium } = require("playwright-core");
const AXE = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const KEYS = {
  scorm12: { place: "cmi.core.lesson_location", status: "cmi.core.lesson_status", score: "cmi.core.score.raw", answer: "student_response" },
  scorm2004: { place: "cmi.location", status: "cmi.success_status", done: "cmi.completion_status", score: "cmi.score.raw", answer: "learner_response" },
};

class Scenario {
  constructor(browser, server, job) {
    Object.assign(this, { browser, server, job, problems: [], facts: {}, stored: {} });
    this.keys = KEYS[job.standard];
  }

  expect(right, message) {
    if (!right) this.problems.push(message);
  }

  async open(size = { width: 1280, height: 800 }) {
    this.context = await this.browser.newContext({ viewport: size, reducedMotion: "reduce" });
    this.page = await this.context.newPage();
    const own = [this.server.url, "file:", "about:", "data:", "blob:"];
    this.page.on("console", (message) => ["error", "warning"].includes(message.type()) && !/404.*/.test(message.location().url.includes("/lrs/") ? message.text() : "") && this.problems.push(`console: ${message.text()}`));
    this.page.on("pageerror", (error) => this.problems.push(`error on the page: ${error.message}`));
    this.page.on("request", (request) => own.some((start) => request.url().startsWith(start)) || this.problems.push(`request to ${request.url()}`));
    this.page.on("response", (response) => response.status() >= 400 && !(response.status() === 404 && response.url().includes("/lrs/")) && this.problems.push(`${response.status()} for ${response.url()}`));
  }

  async launch(faults = {}, how = "frame") {
    await this.page.goto(`${this.server.url}/lms/lms-${this.job.standard}.html`);
    const url = `${this.server.url}/p/${this.job.name}/index.html`;
    await this.page.evaluate(([standard, url, stored, faults, how]) => window.launch(standard, url, stored, faults, how),
      [this.job.standard, url, this.stored, faults, how]);
    this.learner = await this.learnerIn(how);
    this.course = await this.learner.course();
  }

  async learnerIn(how) {
    if (how === "popup") {
      const page = this.context.pages().find((page) => page !== this.page) || (await this.context.waitForEvent("page"));
      return Learner.at(page, page.mainFrame());
    }
    if (how !== "nested") return Learner.in(this.page);
    const outer = await (await this.page.waitForSelector("#sco")).contentFrame();
    return Learner.at(this.page, await (await outer.waitForSelector("#sco")).contentFrame());
  }

  notice() {
    return this.learner.frame.evaluate(() => document.querySelector("#notice").textContent.trim());
  }

  // The notice with the words of this key is shown, at once or soon.
  async told(key, why) {
    const words = this.course.words[key];
    const seen = await this.learner.frame
      .waitForFunction((words) => document.querySelector("#notice").textContent === words, words, { timeout: 15000 })
      .then(() => true, () => false);
    this.expect(seen, `${why}: the notice is ${JSON.stringify(await this.notice())}`);
  }

  // Close the package; what the LMS keeps is there at the next launch.
  async shut() {
    const lms = await this.page.evaluate(() => window.shut());
    this.expect(lms.ended, "the session was not ended when the package was closed");
    this.expect(lms.exit === "suspend", `exit was ${JSON.stringify(lms.exit)}, not suspend`);
    this.expect(lms.commits > 0, "nothing was committed");
    lms.refused.forEach((line) => this.problems.push(`refused: ${line}`));
    lms.lint.forEach((line) => this.problems.push(`lint: ${line}`));
    this.stored = lms.kept;
    this.facts.state = Math.max(this.facts.state || 0, (lms.kept["cmi.suspend_data"] || "").length);
    return lms;
  }

  status() {
    return this.page.evaluate(() => window.lms.kept);
  }

  async walk(from, to, rightly) {
    for (let n = from; n < to; n += 1) {
      const screen = this.course.screens[n];
      this.expect((await this.learner.place()) === screen.id, `expected screen ${screen.id}, got ${await this.learner.place()}`);
      const question = this.course.questions.find((question) => question.id === screen.id);
      if (this.axe) await this.look(screen.kind + (question ? "-" + question.kind : ""));
      if (question) {
        const verdict = await this.learner.answer(question, rightly);
        this.expect(verdict.includes(rightly ? "is-right" : "is-wrong"), `${screen.id} (${question.kind}) was marked ${verdict}`);
        if (this.axe) await this.look(screen.kind + "-" + question.kind + "-answered");
      }
      if (n + 1 < this.course.screens.length) {
        await this.learner.next();
        const focus = await this.learner.focused();
        this.expect(focus === this.course.screens[n + 1].id + "-title", `focus is on ${JSON.stringify(focus)} after ${screen.id}`);
      }
    }
  }

  // axe-core, once for each kind of screen.
  async look(kind) {
    if (!this.axe) return;
    this.looked ??= new Set();
    if (this.looked.has(kind)) return;
    this.looked.add(kind);
    await this.learner.frame.evaluate(AXE);
    const result = await this.learner.frame.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], preload: false }));
    result.violations.forEach((found) => this.problems.push(`axe ${found.id} on ${kind}: ${found.nodes.map((node) => node.html).slice(0, 2).join(" | ")}`));
    if (this.job.shots) await this.shot(kind);
  }

  async shot(name) {
    await mkdir(this.job.shots, { recursive: true });
    await this.page.screenshot({ path: path.join(this.job.shots, `${this.job.name}-${name}.png`) });
  }

  verdict(kept, wanted) {
    const { standard } = this.job;
    const asked = this.course.questions.length > 0;
    if (standard === "scorm12") this.expect(kept[this.keys.status] === (asked ? wanted.status12 : "completed"), `lesson_status is ${kept[this.keys.status]}`);
    else {
      this.expect(kept[this.keys.done] === wanted.completion, `completion_status is ${kept[this.keys.done]}`);
      if (asked) this.expect((kept[this.keys.status] || "") === wanted.success, `success_status is ${kept[this.keys.status]}`);
    }
    if (asked) this.expect((kept[this.keys.score] || "") === wanted.score, `score is ${kept[this.keys.score]}`);
  }
}

const PASSED = { status12: "passed", completion: "completed", success: "passed", score: "100" };

const scenarios = {
  // Opened and closed; every screen, every answer right, closed and opened again half-way; reopened after the end.
  async right(s) {
    s.axe = s.job.axe;
    await s.launch();
    const opened = (await s.shut()).kept;
    s.verdict(opened, { status12: "incomplete", completion: "incomplete", success: "", score: "" });
    await s.launch();
    const half = Math.floor(s.course.screens.findIndex((screen) => screen.kind === "question") + s.course.questions.length / 2);
    await s.walk(0, half, true);
    const before = await s.learner.frame.evaluate(() => [...document.querySelectorAll("form.settled")].map((form) => form.dataset.question).join());
    const place = await s.learner.place();
    let kept = (await s.shut()).kept;
    s.verdict(kept, { status12: "incomplete", completion: "incomplete", success: "", score: "" });
    await s.launch();
    s.expect((await s.learner.place()) === place, `resumed at ${await s.learner.place()}, not at ${place}`);
    const after = await s.learner.frame.evaluate(() => [...document.querySelectorAll("form.settled")].map((form) => form.dataset.question).join());
    s.expect(before === after, `answers after resuming: ${after}, before: ${before}`);
    await s.walk(half, s.course.screens.length, true);
    kept = (await s.shut()).kept;
    s.verdict(kept, PASSED);
    interactions(s, kept, true);
    await s.launch();
    await s.learner.go("welcome");
    kept = (await s.shut()).kept;
    s.verdict(kept, PASSED);
  },

  // Opening and closing, three times, completes nothing.
  async open(s) {
    for (let n = 0; n < 3; n += 1) {
      await s.launch();
      const kept = (await s.shut()).kept;
      s.verdict(kept, { status12: "incomplete", completion: "incomplete", success: "", score: "" });
      s.expect(kept[s.keys.status] !== "completed", "completed by opening");
    }
  },

  // All wrong is not passed; answering again lifts it to passed; a session later it still is.
  async wrong(s) {
    await s.launch();
    if (!s.course.questions.length) return;
    await s.walk(0, s.course.screens.length, false);
    let kept = await s.status();
    s.verdict(kept, { status12: s.course.rules.failed, completion: "completed", success: "failed", score: "0" });
    interactions(s, kept, false);
    await s.shut();
    await s.launch();
    await s.learner.go("result");
    await s.learner.press("#again");
    for (const question of s.course.questions) {
      await s.learner.go(question.id);
      const verdict = await s.learner.answer(question, true);
      s.expect(verdict.includes("is-right"), `second try of ${question.id} was marked ${verdict}`);
    }
    kept = (await s.shut()).kept;
    s.verdict(kept, PASSED);
    interactions(s, kept, true);
  },

  // From the disk, without an LMS: works, says so, and remembers.
  async file(s) {
    const url = pathToFileURL(path.join(s.job.folder, "index.html")).href;
    await s.page.goto(url);
    s.learner = new Learner(s.page, s.page.mainFrame());
    s.course = await s.learner.course();
    s.expect((await s.page.locator("#notice").textContent()).trim() !== "", "no notice without an LMS");
    await s.walk(0, s.course.screens.length, true);
    s.expect(await s.page.locator(".closing .outcome").count(), "not complete at the end");
    await s.page.reload();
    s.expect((await s.learner.place()) === "close", "did not resume from the browser's own memory");
  },

  // 320 pixels wide, and with letters of double size: nothing sticks out.
  async narrow(s) {
    for (const [width, size] of [[320, "100%"], [640, "200%"]]) {
      await s.page.setViewportSize({ width, height: 640 });
      await s.launch();
      await s.learner.frame.evaluate((size) => (document.documentElement.style.fontSize = size), size);
      const panels = ["about", ...(s.course.certificate ? ["certificate"] : [])].map((id) => ({ id, kind: id }));
      for (const screen of [...s.course.screens, ...panels]) {
        if (screen.kind === "certificate") await s.learner.frame.evaluate(() => {
          const button = document.createElement("button");
          button.dataset.go = "certificate";
          document.querySelector("main").append(button);
          button.click();
          button.remove();
        });
        else await s.learner.go(screen.id);
        const [inner, outer] = await s.learner.frame.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        s.expect(inner <= outer, `${screen.id} is ${inner} pixels wide on a screen of ${outer}, letters ${size}`);
        if (s.job.shots && ["welcome", "topic", "result", "about", "certificate"].includes(screen.kind)) await s.shot(`${width}-${screen.id}`);
      }
      await s.shut();
    }
  },

  // From the first screen to the last with Tab and Enter alone.
  async tabs(s) {
    await s.launch();
    if (s.course.home) {
      await tabTo(s, "#overview .link");
      await s.page.keyboard.press("Enter");
      s.expect((await s.learner.place()) === s.course.screens[0].id, "the overview does not lead to its first section");
    }
    for (const screen of s.course.screens.slice(1)) {
      await tabTo(s, "#next");
      await s.page.keyboard.press("Enter");
      s.expect((await s.learner.place()) === screen.id, `Enter on Next did not lead to ${screen.id}`);
      s.expect((await s.learner.focused()) === screen.id + "-title", `the focus is not on the title of ${screen.id}`);
      if (screen.kind !== "result") continue;
      await tabTo(s, `#screen-${screen.id} .links-to button`);
      await s.page.keyboard.press("Enter");
      s.expect((await s.learner.place()) !== screen.id, "the list of open questions does not lead to one");
      await s.learner.go(screen.id);
    }
    await tabTo(s, "#back", "Shift+Tab");
    await s.page.keyboard.press("Enter");
    s.expect((await s.learner.place()) === s.course.screens.at(-2).id, "Back did not go back");
    await s.shut();
  },

  // The pages for the administrator: axe, and nothing that sticks out of 320 pixels.
  async card(s) {
    s.axe = true;
    s.learner = { frame: s.page.mainFrame() };
    for (const name of s.job.pages) {
      await s.page.goto(`${s.server.url}/p/${s.job.name}/${name}`);
      await s.look(name);
      await s.page.setViewportSize({ width: 320, height: 640 });
      const wide = await s.page.evaluate(() => document.documentElement.scrollWidth);
      s.expect(wide <= 320, `${name} is ${wide} pixels wide`);
    }
  },

  // With the Tab key alone: every stop has a visible focus, and one question is answered and left.
  async keyboard(s) {
    await s.launch();
    const question = s.course.questions.find((question) => question.kind === "single");
    if (!question) return;
    await s.learner.frame.locator("body").focus();
    await tabTo(s, "#menu-button, #leave");
    await s.learner.go(question.id);
    await tabTo(s, `form[data-question="${question.id}"] input`);
    await s.page.keyboard.press("Space");
    for (let n = 0; n < question.options.indexOf(question.right[0]); n += 1) await s.page.keyboard.press("ArrowDown");
    await tabTo(s, `form[data-question="${question.id}"] [type=submit]`);
    await s.page.keyboard.press("Enter");
    s.expect((await s.learner.verdict(question.id)).includes("is-right"), "the answer was not taken");
    await s.page.keyboard.press("Enter");
    s.expect((await s.learner.place()) !== question.id, "Enter on the same button did not go on");
    for (const kind of new Set(s.course.questions.map((question) => question.kind))) if (kind !== "single") await byKeys(s, kind);
    const field = await s.learner.frame.evaluate(() => document.querySelector("textarea")?.closest(".screen").dataset.screen);
    if (field) {
      await s.learner.go(field);
      await tabTo(s, "textarea");
      await s.page.keyboard.type("words");
      s.expect((await s.learner.frame.evaluate(() => document.activeElement.value)) === "words", "a field takes no words");
    }
    await s.learner.go("welcome");
    await tabTo(s, "#next");
    await s.page.keyboard.press("Enter");
    s.expect((await s.learner.place()) === s.course.screens[1].id, "Next did not go on");
    await tabTo(s, "#leave", "Shift+Tab");
    await s.page.keyboard.press("Enter");
    s.expect(await s.page.evaluate(() => window.lms.ended), "Save and leave did not end the session");
    s.expect((await s.learner.focused()) === "notice", "no word after leaving");
  },

  ...mass,
  ...panels,
  ...faults,
  ...cmi5,
};

// Answers the first question of a kind rightly, coming from the screen's title, with Tab, arrows, Space, Enter and letters only.
async function byKeys(s, kind) {
  const question = s.course.questions.find((question) => question.kind === kind);
  const form = `form[data-question="${question.id}"]`;
  const value = () => s.learner.frame.evaluate(() => document.activeElement.value);
  await s.learner.go(question.id);
  if (["single", "true-false"].includes(kind)) {
    await tabTo(s, `${form} input`);
    await s.page.keyboard.press("Space");
    for (let n = 0; n < 9 && (await value()) !== question.right[0]; n += 1) await s.page.keyboard.press("ArrowDown");
  } else if (kind === "multiple") {
    for (const option of question.options) {
      await tabTo(s, `#${question.id}-${option}`);
      if (question.right.includes(option)) await s.page.keyboard.press("Space");
    }
  } else if (kind === "matching") {
    for (const option of question.options) {
      await tabTo(s, `#${question.id}-${option}`);
      for (let n = 0; n < 9 && (await value()) !== option; n += 1) await s.page.keyboard.press("ArrowDown");
    }
  } else if (kind === "ordering") {
    for (const [place, option] of question.right.entries()) {
      const at = () => s.learner.frame.evaluate(([form, option]) =>
        [...document.querySelectorAll(`${form} .order > li`)].findIndex((item) => item.dataset.option === option), [form, option]);
      if ((await at()) <= place) continue;
      await s.learner.frame.locator(`#${question.id}-title, #screen-${question.id} h1`).first().focus();
      await tabTo(s, `${form} li[data-option="${option}"] [data-move=up]`);
      for (let n = 0; n < 9 && (await at()) > place; n += 1) await s.page.keyboard.press("Enter");
    }
  } else {
    await tabTo(s, `#${question.id}-text`);
    await s.page.keyboard.type(question.right[0]);
  }
  await tabTo(s, `${form} [type=submit]`);
  await s.page.keyboard.press("Enter");
  const verdict = await s.learner.verdict(question.id);
  s.expect(verdict.includes("is-right"), `${kind} with the keyboard alone: ${verdict}`);
}

// One interaction for each question, named by it, with an answer and its result.
function interactions(s, kept, rightly) {
  const ids = Object.keys(kept).filter((key) => /^cmi\.interactions\.\d+\.id$/.test(key)).map((key) => kept[key]);
  const wanted = s.course.questions.map((question) => question.key);
  s.expect([...ids].sort().join() === [...wanted].sort().join(), `interactions ${ids} for questions ${wanted}`);
  const wrong = s.job.standard === "scorm12" ? "wrong" : "incorrect";
  ids.forEach((id, n) => {
    s.expect(kept[`cmi.interactions.${n}.${s.keys.answer}`] !== undefined, `no response for ${id}`);
    s.expect(kept[`cmi.interactions.${n}.result`] === (rightly ? "correct" : wrong), `${id}: ${kept[`cmi.interactions.${n}.result`]}`);
  });
}

const [, , jobsFile, resultsFile] = process.argv;
const jobs = JSON.parse(await readFile(jobsFile, "utf8"));
const server = await serve(new Map(jobs.map((job) => [job.name, job.folder])));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });
const results = {};
const runs = jobs.flatMap((job) => job.scenarios.map((name) => ({ job, name })));
jobs.forEach((job) => (results[job.result || job.name] = {}));

async function player() {
  for (let run = runs.shift(); run; run = runs.shift()) {
    const { job, name } = run;
    const scenario = new Scenario(browser, server, job);
    const start = Date.now();
    try {
      await scenario.open();
      await scenarios[name](scenario);
    } catch (problem) {
      scenario.problems.push(`stopped: ${problem.message.split("\n").slice(0, 3).join(" ")}`);
    }
    await scenario.context?.close();
    results[job.result || job.name][name] = { problems: scenario.problems, facts: { ...scenario.facts, seconds: (Date.now() - start) / 1000 } };
  }
}
await Promise.all(Array.from({ length: Number(process.env.EMMBUILD_PLAYERS) || 3 }, player));
await browser.close();
server.close();
await writeFile(resultsFile, JSON.stringify(results, null, 1));
