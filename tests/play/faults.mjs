// What goes wrong between a package and an LMS. Nothing that was stored may be lost, and the learner is told.
import { Learner } from "./learner.mjs";

const question = (s) => s.course.questions[0];

// How the state begins the answer to the first question: the code of its screen, and that it is not open again.
const answered = (s) => s.course.screens.find((screen) => screen.id === question(s).id).code + "0";

async function answerFirst(s, rightly = true) {
  await s.learner.go(question(s).id);
  await s.learner.answer(question(s), rightly);
}

// Waits until the LMS has stored the first answer.
const stored = (s) =>
  s.page.waitForFunction((code) => (window.lms.committed["cmi.suspend_data"] || "").includes(code), answered(s), { timeout: 15000 });

const settled = (s) => s.learner.frame.evaluate(() => [...document.querySelectorAll("form.settled")].map((form) => form.dataset.question).join());

export const faults = {
  // An LMS that stores nothing, that does not start, that refuses each value: told at once, and when all is well again, no more.
  async faults(s) {
    await s.launch({ commit: "false" });
    await s.told("refused", "a commit failed");
    await s.learner.next();
    await s.launch({ start: "false" });
    await s.told("no-lms", "the LMS does not start");
    await s.learner.next();
    await s.launch({ set: "false" });
    await s.told("refused", "every value is refused");
    await s.learner.next();
    s.expect((await s.learner.place()) === s.course.screens[1].id, "the course does not go on");
    await s.launch({}, "own");
    await s.told("no-storage", "a sandbox without an origin");
    await answerFirst(s);
    s.expect((await settled(s)) === question(s).id, "no answer can be given in a sandbox without forms");
    s.problems = s.problems.filter((line) => !/sandbox|form submission/i.test(line) || !line.startsWith("console"));
  },

  // A commit fails once; later ones store everything.
  async recovers(s) {
    await s.launch();
    await s.page.evaluate(() => {
      const name = window.API ? "LMSCommit" : "Commit";
      const api = window.API || window.API_1484_11;
      const whole = api[name];
      window.heal = () => (api[name] = whole);
      api[name] = () => "false";
    });
    await answerFirst(s);
    await s.told("refused", "a commit failed");
    await s.page.evaluate(() => window.heal());
    await s.learner.next();
    await s.learner.frame.waitForFunction(() => !document.querySelector("#notice").textContent);
    const kept = await s.page.evaluate(() => window.lms.committed);
    s.expect(kept["cmi.suspend_data"].includes(answered(s)), "the answer was not stored later");
  },

  // Storing takes two seconds: the verdict stands at once, commits are few, the learner knows why it hangs.
  async slow(s) {
    await s.launch({ commit: 2000, start: 2000, end: 2000 });
    await s.told("slow", "the LMS is slow");
    const before = await s.page.evaluate(() => window.lms.commits);
    const start = Date.now();
    const took = await s.learner.frame.evaluate((id) => {
      document.querySelector(`#menu [data-go="${id}"]`).click();
      const form = document.querySelector(`form[data-question="${id}"]`);
      const start = performance.now();
      const first = form.querySelector(".answers input");
      if (first && first.type !== "text") first.click();
      else if (first) first.value = "2006";
      form.querySelectorAll("select").forEach((list) => (list.selectedIndex = 1));
      form.querySelector("[type=submit]").click();
      return form.classList.contains("settled") ? performance.now() - start : Infinity;
    }, question(s).id);
    s.expect(took < 1500, `the verdict came after ${took} ms`);
    for (let n = 0; n < 4; n += 1) await s.learner.next();
    const after = await s.page.evaluate(() => window.lms.commits);
    const allowed = 2 + Math.floor((Date.now() - start) / 10000); // one in ten seconds, and one for the answer
    s.expect(after - before <= allowed, `${after - before} commits for one answer and four screens`);
    s.expect((await s.page.evaluate(() => window.lms.committed))["cmi.suspend_data"].includes(answered(s)), "the answer is not stored");
    const lms = await s.shut();
    s.expect(lms.committed["cmi.suspend_data"] === lms.kept["cmi.suspend_data"], "closing stored less than was done");
  },

  // The browser dies without a word: what was answered is there again.
  async killed(s) {
    await s.launch();
    await answerFirst(s);
    await stored(s);
    s.stored = await s.page.evaluate(() => window.lms.committed);
    const session = await s.context.newCDPSession(s.page);
    const died = s.page.waitForEvent("crash");
    session.send("Page.crash").catch(() => {});
    await died;
    await s.context.close();
    await s.open();
    await s.launch();
    s.expect((await s.learner.place()) === question(s).id, `opened at ${await s.learner.place()}`);
    s.expect((await settled(s)) === question(s).id, `answers: ${await settled(s)}`);
  },

  // Opened twice: the older window stops storing and says so; the newer one has everything.
  async twice(s) {
    await s.launch();
    await answerFirst(s);
    await stored(s);
    const [first, old] = [s.page, s.learner];
    s.stored = await first.evaluate(() => window.lms.committed);
    s.page = await s.context.newPage();
    await s.launch();
    s.expect((await settled(s)) === question(s).id, "the newer window has lost the answer");
    const newer = s.learner;
    s.learner = old;
    await s.told("elsewhere", "opened twice");
    const before = await first.evaluate(() => window.lms.log.length);
    await first.evaluate(() => window.shut());
    s.expect((await first.evaluate(() => window.lms.log.length)) === before, "the older window still wrote");
    s.learner = newer;
    s.expect((await s.notice()) === "", "the newer window complains");
    await s.learner.next();
    await s.shut();
  },

  // In a window of its own, in a frame in a frame, in a sandbox: the LMS is found, progress is stored and comes back.
  async ways(s) {
    for (const how of ["popup", "nested", "sandbox"]) {
      s.stored = {};
      await s.launch({}, how);
      s.expect((await s.notice()) === "", `${how}: ${await s.notice()}`);
      await answerFirst(s);
      await stored(s);
      s.stored = await s.page.evaluate(() => window.lms.committed);
      if (how === "popup") await s.learner.page.close({ runBeforeUnload: true });
      await s.launch({}, how);
      s.expect((await settled(s)) === question(s).id, `${how}: the answer is gone`);
      if (how === "popup") await s.learner.page.close();
    }
    s.problems = s.problems.filter((line) => !line.includes("allow-scripts and allow-same-origin"));
  },

  // No LMS and no storage: says that nothing is kept, and works.
  async blocked(s) {
    await s.page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } }));
    await s.page.goto(`${s.server.url}/p/${s.job.name}/index.html`);
    s.learner = await Learner.at(s.page, s.page.mainFrame());
    s.course = await s.learner.course();
    await s.told("no-storage", "storage is blocked");
    await answerFirst(s);
    s.expect((await settled(s)) === question(s).id, "no answer can be given");
  },

  // Progress that cannot be read: says so and begins anew. An older or a newer build's: read by name.
  async states(s) {
    const place = { scorm12: "cmi.core.lesson_location", scorm2004: "cmi.location" }[s.job.standard];
    s.stored = { "cmi.suspend_data": "\u0000{broken", [place]: "welcome" };
    await s.launch();
    await s.told("damaged-state", "the state is damaged");
    await s.learner.next();
    await s.learner.frame.waitForFunction(() => !document.querySelector("#notice").textContent);
    const { id, right } = question(s);
    const answer = right.join("");
    const [key, code] = [s.course.parts[0].key, answered(s).slice(0, 3)];
    const texts = [
      JSON.stringify({ v: 1, p: "gone", s: `welcome gone ${id}`, a: [[id, answer], ["gone", "a"]], new: 1 }),
      `2~en~${key}.${code}~${key}|||zzz${code}|${code}0${answer}^zzz0a`,
      `3~en~${key}.${code}~${key}|||zzz${code}|${code}0${answer}^zzz0a|new~gone|1|2|3|4`,
    ];
    for (const [n, text] of texts.entries()) {
      s.stored = { "cmi.suspend_data": text, [place]: id };
      await s.launch();
      s.expect((await s.notice()) === "", `version ${n + 1}: ${await s.notice()}`);
      s.expect((await settled(s)) === id && (await s.learner.place()) === id, `version ${n + 1}: ${await settled(s)}`);
    }
  },
};
