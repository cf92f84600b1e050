// A cmi5 package played against a learning record store of ours.
import { Learner } from "./learner.mjs";
import { Lrs } from "./lrs.mjs";

function store(s) {
  const name = String(s.server.lrs.size);
  s.lrs = new Lrs(`${s.server.url}/lrs/${name}`, s.job.mastery);
  s.server.lrs.set(name, s.lrs);
}

async function open(s, mode) {
  await s.page.goto(s.lrs.launch(`${s.server.url}/p/${s.job.name}/index.html`, mode));
  s.learner = await Learner.at(s.page, s.page.mainFrame());
  s.course = await s.learner.course();
}

async function until(s, right, message) {
  for (let n = 0; n < 60 && !right(); n += 1) await new Promise((done) => setTimeout(done, 50));
  s.expect(right(), message);
}

// The window is closed by going elsewhere: terminated must still arrive.
async function shut(s) {
  await s.page.goto("about:blank");
  await until(s, () => s.lrs.verbs().at(-1) === "terminated", `the session ended with ${s.lrs.verbs().at(-1)}`);
}

const settled = (s) => s.learner.frame.evaluate(() => [...document.querySelectorAll("form.settled")].map((form) => form.dataset.question).join());
const told = (s) => s.lrs.verbs().filter((verb) => verb !== "answered").join(" ");

export const cmi5 = {
  // Half of it rightly, closed, the rest; reopened after the end; looked at in Browse mode.
  async cmi5(s) {
    store(s);
    await open(s);
    s.expect((await s.notice()) === "", `notice: ${await s.notice()}`);
    const asked = s.course.questions.length;
    const half = s.course.screens.findIndex((screen) => screen.kind === "question") + Math.ceil(asked / 2);
    await s.walk(0, half, true);
    const before = [await s.learner.place(), await settled(s)].join();
    await shut(s);
    s.expect(told(s) === "initialized terminated", `half-way: ${told(s)}`);
    await open(s);
    s.expect([await s.learner.place(), await settled(s)].join() === before, "resumed elsewhere or with other answers");
    await s.walk(half, s.course.screens.length, true);
    await shut(s);
    s.expect(told(s) === "initialized completed passed terminated", `at the end: ${told(s)}`);
    const passed = s.lrs.statements.find((one) => one.verb === "passed").statement;
    s.expect(passed.result.score.scaled === 1, `score ${passed.result.score.scaled}`);
    const ids = new Set(s.lrs.statements.filter((one) => one.verb === "answered").map((one) => one.statement.object.id));
    s.expect(ids.size === asked, `${ids.size} questions were reported of ${asked}`);
    await open(s);
    await s.learner.go("welcome");
    await shut(s);
    s.expect(told(s) === "initialized terminated", `opened again: ${told(s)}`);
    await open(s, "Browse");
    await s.learner.next();
    await shut(s);
    s.problems.push(...s.lrs.problems);
  },

  // All wrong: failed at the end of the session; the next session lifts it to passed. The store breaks down on the way.
  async cmi5wrong(s) {
    store(s);
    await open(s);
    await s.walk(0, s.course.screens.length, false);
    await shut(s);
    s.expect(told(s) === "initialized completed failed terminated", `all wrong: ${told(s)}`);
    await open(s);
    await s.learner.go("result");
    await s.learner.press("#again");
    s.lrs.broken = true;
    for (const question of s.course.questions) {
      await s.learner.go(question.id);
      await s.learner.answer(question, true);
    }
    await s.told("refused", "the record store is broken");
    s.lrs.broken = false;
    await s.learner.go("close");
    await s.learner.frame.waitForFunction(() => !document.querySelector("#notice").textContent);
    await shut(s);
    s.expect(told(s) === "initialized passed terminated", `second try: ${told(s)}`);
    s.problems = s.problems.filter((line) => !line.includes("503"));
    s.problems.push(...s.lrs.problems);
  },
};
