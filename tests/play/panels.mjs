// What stands beside the screens: terms, the page about the package with its self-test, the certificate, the choice of language.
import { tabTo } from "./keys.mjs";

const inside = (s, run, ...given) => s.learner.frame.evaluate(run, ...given);
const shown = (s, selector) => inside(s, (selector) => document.querySelector(selector).textContent, selector);
const press = (s, key = "Enter") => s.page.keyboard.press(key);

async function toAbout(s) {
  await inside(s, () => document.querySelector("#menu-button").offsetParent && document.querySelector("#menu-button").click());
  await tabTo(s, '#menu [data-go="about"]', "Shift+Tab");
  await press(s);
  s.expect((await s.learner.focused()) === "about-title", "the focus is not on the page about the package");
}

// The first screen that has a term; its first term is opened, closed with Escape, opened again and closed with its button.
async function terms(s) {
  const found = await inside(s, () => window.emm.course.screens.map((screen) => screen.id).find((id) => {
    document.querySelector(`#menu [data-go="${id}"]`).click();
    return document.querySelector(`#screen-${id} .term`);
  }));
  s.expect(found, "no term is marked on any screen");
  if (!found) return;
  await tabTo(s, ".term");
  await press(s);
  s.expect(await inside(s, () => !document.querySelector("#pop-up").hidden), "the definition is not shown");
  s.expect((await shown(s, "#pop-up-text")).trim().length > 20, "the definition is empty");
  await s.look("term");
  await press(s, "Escape");
  s.expect(await inside(s, () => document.querySelector("#pop-up").hidden && document.activeElement.matches(".term")), "Escape does not lead back to the term");
  await press(s);
  await tabTo(s, '#pop-up [data-do="close-pop-up"]');
  await press(s);
  s.expect(await inside(s, () => document.activeElement.matches(".term")), "closing does not lead back to the term");
}

async function selfTest(s, lose) {
  await toAbout(s);
  await s.look("about");
  await tabTo(s, '[data-do="test"]');
  await press(s);
  s.expect((await shown(s, "#tested")) === s.course.words["test-asked"], `the test says ${await shown(s, "#tested")}`);
  const { kept } = await s.shut();
  s.expect(kept["cmi.suspend_data"].length === s.job.worst, `the test stored ${kept["cmi.suspend_data"].length} characters, not ${s.job.worst}`);
  s.stored = lose(kept);
  await s.launch();
  await toAbout(s);
  return shown(s, "#tested");
}

export const panels = {
  async panels(s) {
    await s.launch();
    s.axe = s.job.axe;
    await terms(s);
    const { words } = s.course;
    s.expect((await selfTest(s, (kept) => kept)) === words["test-yes"], "an LMS that keeps everything is not told so");
    s.expect((await selfTest(s, (kept) => ({ ...kept, "cmi.suspend_data": "" }))) === words["test-no"], "an LMS that keeps nothing is not told so");
    const cut = await selfTest(s, (kept) => ({ ...kept, "cmi.suspend_data": kept["cmi.suspend_data"].slice(0, 100) }));
    s.expect(cut.includes(await inside(s, () => window.emm.number(100))), `an LMS that cuts the state is told: ${cut}`);
    await tabTo(s, '[data-do="return"]');
    await press(s);
    s.expect((await s.learner.place()) !== "about", "no way back to the course");
    for (const screen of s.course.screens) {
      await s.learner.go(screen.id);
      const question = s.course.questions.find((one) => one.id === screen.id);
      if (question) await s.learner.answer(question, true);
    }
    await s.learner.go(s.course.screens.filter((screen) => screen.kind === "result").at(-1).id);
    await tabTo(s, '[data-go="certificate"]');
    await press(s);
    s.expect((await s.learner.focused()) === "certificate-title", "the certificate does not open");
    s.expect((await shown(s, "#holder")) === (s.course.code === "ko" ? "Ruiz Ana" : "Ana Ruiz") && (await shown(s, "#earned")).includes(await inside(s, () => window.emm.number(100))), `the certificate says ${await shown(s, ".certificate")}`);
    await s.look("certificate");
    await tabTo(s, '[data-do="print"]');
    await tabTo(s, '[data-do="return"]');
    await press(s);
    await s.shut();
  },

  // An LMS that takes nothing: the self-test says so at once.
  async refused(s) {
    await s.launch({ commit: "false" });
    await toAbout(s);
    await tabTo(s, '[data-do="test"]');
    await press(s);
    s.expect((await shown(s, "#tested")) === s.course.words["test-refused"], `an LMS that refuses is told: ${await shown(s, "#tested")}`);
  },

  // The language is changed in the middle with the keyboard: place, answers and score stay; the next visit opens in it.
  async languages(s) {
    await s.launch();
    s.axe = s.job.axe;
    const [first, ...others] = s.course.languages;
    const question = s.course.questions[0];
    await s.learner.go(question.id);
    await s.learner.answer(question, true);
    for (const language of [...others, first]) {
      await tabTo(s, "#language", "Shift+Tab");
      for (let n = 0; n < 9 && (await inside(s, () => document.activeElement.value)) !== language.code; n += 1) {
        const now = await inside(s, () => document.activeElement.selectedIndex);
        const target = s.course.languages.findIndex((one) => one.code === language.code);
        await press(s, target > now ? "ArrowDown" : "ArrowUp");
        await s.learner.frame.waitForFunction((now) => document.querySelector("#language")?.selectedIndex !== now && document.activeElement.id === "language", now);
      }
      await s.learner.frame.waitForFunction((tag) => document.documentElement.lang === tag, language.tag);
      s.expect(await inside(s, (dir) => document.documentElement.dir === dir, language.dir), `${language.code} is not written ${language.dir}`);
      s.expect((await s.learner.place()) === question.id, `in ${language.code} the learner stands at ${await s.learner.place()}`);
      s.expect(await inside(s, (id) => document.querySelector(`form[data-question="${id}"]`).classList.contains("settled"), question.id), `the answer is gone in ${language.code}`);
      await s.look(`question in ${language.code}`);
    }
    const last = others.at(-1);
    await inside(s, (code) => {
      const list = document.querySelector("#language");
      list.value = code;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }, last.code);
    await s.learner.frame.waitForFunction((tag) => document.documentElement.lang === tag, last.tag);
    await s.shut();
    await s.launch();
    s.expect(await inside(s, (tag) => document.documentElement.lang === tag, last.tag), "the next visit opens in another language");
    s.expect((await s.learner.place()) === question.id, "the next visit opens at another place");
    if (s.course.home) {
      await s.learner.go("home");
      await s.look(`home in ${last.code}`);
    }
    await s.shut();
  },
};
