/* Plays a package inside the LMS page, as a quick learner: every screen, every question, closed and opened again.
   `host` is what an LMS page offers: standard; open() → the package's window; shut(); fresh(); kept() → what is stored.
   A package that emmbuild made is played to the end; of any other, its buttons are pressed. Problems are sentences. */
"use strict";
(function () {
  const WAIT = 10000;
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  async function until(right, message) {
    for (const end = Date.now() + WAIT; Date.now() < end; await pause(5)) if (right()) return true;
    throw new Error(message);
  }

  /* A few numbers that look random and are the same each time. */
  function dice(seed) {
    let state = seed;
    return () => (state = (state * 48271) % 2147483647) / 2147483647;
  }

  class Player {
    constructor(host) {
      this.host = host;
      this.problems = [];
      this.roll = dice(20261127);
    }

    expect(right, message) {
      if (!right) this.problems.push(message);
    }

    /* The package's window, when its first screen stands there. */
    async open() {
      this.window = await this.host.open();
      const ours = () => this.window.emm && this.window.document.querySelector("#where")?.textContent;
      await until(ours, "the course does not start");
      this.course = this.window.emm.course;
      this.order = [...(this.course.home ? ["home"] : []), ...this.course.screens.map((screen) => screen.id)];
      const notice = this.find("#notice").textContent;
      this.expect(!notice, "a notice at the start: " + notice);
    }

    find(selector) {
      return this.window.document.querySelector(selector);
    }

    place() {
      return this.find(".screen:not([hidden])").dataset.screen;
    }

    settled() {
      return Array.from(this.window.document.querySelectorAll("form.settled"), (form) => form.dataset.question).join();
    }

    /* Gives an answer as the form takes it, and presses the button. */
    answer(question, rightly) {
      const form = this.find('form[data-question="' + question.id + '"]');
      const { options, right } = question;
      const all = right.length === options.length;
      const wanted = (id) => (rightly ? right.includes(id) : all ? id !== right[0] : !right.includes(id));
      switch (question.kind) {
        case "single":
        case "true-false":
          form.querySelector('input[value="' + options.find((id) => right.includes(id) === rightly) + '"]').click();
          break;
        case "multiple":
          options.forEach((id) => {
            const box = form.querySelector('input[value="' + id + '"]');
            if (box.checked !== wanted(id)) box.click();
          });
          break;
        case "matching":
          options.forEach((id, n) => {
            const list = form.querySelector('.pair[data-option="' + id + '"] select');
            list.value = rightly ? id : options[(n + 1) % options.length];
            list.dispatchEvent(new Event("change", { bubbles: true }));
          });
          break;
        case "ordering":
          this.sort(form, rightly ? right : [...right].reverse());
          break;
        default:
          form.querySelector("input").value = rightly ? right[0] : question.kind === "numeric" ? String(Number(right[0]) + question.tolerance + 1) : "zzz";
      }
      form.querySelector("[type=submit]").click();
      const verdict = form.querySelector(".feedback").className;
      this.expect(verdict.includes(rightly ? "is-right" : "is-wrong"), question.id + " was answered " + (rightly ? "rightly" : "wrongly") + " and marked " + verdict);
    }

    sort(form, wanted) {
      wanted.forEach((id, place) => {
        const item = form.querySelector('li[data-option="' + id + '"]');
        const now = () => Array.from(item.parentNode.children).indexOf(item);
        for (let n = 0; n < 50 && now() > place; n += 1) item.querySelector('[data-move="up"]').click();
      });
    }

    /* From one screen to the next; `rightly(question)` decides each answer; `stop(n)` is awaited on each screen. */
    async walk(rightly, stop) {
      for (let n = 0; n < this.order.length; n += 1) {
        const id = this.order[n];
        this.expect(this.place() === id, "expected the screen " + id + ", got " + this.place());
        const question = this.course.questions.find((one) => one.id === id);
        if (question) this.answer(question, rightly(question));
        if (stop) await stop(n);
        if (n + 1 < this.order.length) this.find("#next").click();
      }
    }

    /* Closes the package and opens it again: it must stand where it stood, with the same answers. */
    async reopen() {
      const before = [this.place(), this.settled()].join();
      await this.shut();
      await this.open();
      const after = [this.place(), this.settled()].join();
      this.expect(before === after, "closed at " + before + ", opened at " + after);
    }

    async shut() {
      await this.host.shut();
      this.problems.push(...this.host.complaints());
    }

    async fresh() {
      this.host.fresh();
      await this.open();
    }

    /* What the LMS has stored at the end: `points` is the exact score. */
    verdict(points) {
      const asked = this.course.questions.length > 0;
      const passed = points >= this.course.rules.mastery;
      const seen = this.host.seen(this.host.kept());
      this.expect(seen.completed === true, "not complete at the end");
      if (!asked) return;
      this.expect(seen.passed === passed, "passed is " + seen.passed + ", it should be " + passed);
      this.expect(seen.score === points, "the score is " + seen.score + ", it should be " + points);
      const wanted = this.course.questions.map((question) => question.key).sort().join();
      this.expect(seen.answers.sort().join() === wanted, "answers are stored for " + seen.answers + ", there are " + wanted);
    }

    async right() {
      await this.fresh();
      await this.walk(() => true);
      await this.shut();
      this.verdict(100);
    }

    async wrong() {
      await this.fresh();
      await this.walk(() => false);
      await this.shut();
      this.verdict(this.course.questions.length ? 0 : 100);
    }

    async random() {
      await this.fresh();
      let got = 0;
      await this.walk((question) => {
        const rightly = this.roll() < 0.5;
        got += rightly ? question.points : 0;
        return rightly;
      });
      await this.shut();
      const total = this.course.questions.reduce((sum, question) => sum + question.points, 0);
      this.verdict(total ? Math.round((10000 * got) / total) / 100 : 100);
    }

    /* Closed and opened again on every screen (or on every few, `host.every`); complete in the end, and still so after
       one more look. */
    async resume() {
      await this.fresh();
      await this.walk(() => true, async (n) => n % (this.host.every || 1) === 0 && (await this.reopen()));
      await this.shut();
      this.verdict(100);
      await this.open();
      this.window.document.querySelector("#menu [data-go]").click();
      await this.shut();
      this.verdict(100);
    }

    /* A package of another maker: opened, its buttons pressed, closed, opened again. */
    async others() {
      this.host.fresh();
      this.window = await this.host.open();
      await pause(1500);
      for (let n = 0; n < 40; n += 1) {
        const things = Array.from(this.window.document.querySelectorAll("button, input, select, [onclick]")).filter((one) => one.offsetParent);
        if (!things.length) break;
        things[Math.floor(this.roll() * things.length)].click();
        await pause(20);
      }
      await this.shut();
      this.expect(this.host.started(), "the package never called the LMS");
      this.window = await this.host.open();
      await pause(500);
      await this.shut();
    }
  }

  /* Plays; returns {ways: how many ways it was played, ours, problems}. */
  window.play = async (host, ways = ["right", "wrong", "random", "resume"]) => {
    const player = new Player(host);
    let ours = false;
    let done = 0;
    try {
      const first = await host.open();
      ours = await until(() => first.emm && first.emm.course, "").then(() => true, () => false);
      await host.shut();
      host.complaints();
      for (const way of ours ? ways : ["others"]) {
        await player[way]();
        done += 1;
      }
    } catch (problem) {
      player.problems.push("stopped: " + problem.message);
    }
    return { ways: done, ours: ours, problems: Array.from(new Set(player.problems)) };
  };

  /* What an LMS has stored, in one shape for all standards. The score of SCORM 1.2 is told at the end only. */
  window.play.seen = (standard, kept) => {
    const old = standard === "scorm12";
    const score = kept[old ? "cmi.core.score.raw" : "cmi.score.raw"];
    const status = kept[old ? "cmi.core.lesson_status" : "cmi.success_status"];
    const done = old ? ["passed", "completed", "failed"].includes(status) || score !== undefined : kept["cmi.completion_status"] === "completed";
    const ids = Object.keys(kept).filter((name) => /^cmi\.interactions\.\d+\.id$/.test(name)).map((name) => kept[name]);
    return { completed: done, passed: status === "passed", score: score === undefined ? null : Number(score), answers: Array.from(new Set(ids)) };
  };
})();
