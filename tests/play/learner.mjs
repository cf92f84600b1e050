// A learner at the keyboard: goes from screen to screen, answers rightly or wrongly, and reads what is shown.

export class Learner {
  constructor(page, frame) {
    this.page = page;
    this.frame = frame;
  }

  static async in(page) {
    const handle = await page.waitForSelector("#sco");
    return Learner.at(page, await handle.contentFrame());
  }

  static async at(page, frame) {
    await frame.waitForFunction(() => window.emm && document.querySelector("#where")?.textContent);
    return new Learner(page, frame);
  }

  course() {
    return this.frame.evaluate(() => window.emm.course);
  }

  place() {
    return this.frame.evaluate(() => document.querySelector(".screen:not([hidden])").dataset.screen);
  }

  async press(selector, key = "Enter") {
    await this.frame.locator(selector).focus();
    await this.page.keyboard.press(key);
  }

  async next() {
    await this.press("#next");
  }

  async go(id) {
    await this.frame.evaluate((id) => document.querySelector(`#menu [data-go="${id}"]`).click(), id);
  }

  async submit(name) {
    await this.press(`form[data-question="${name}"] [type=submit]`);
  }

  verdict(name) {
    return this.frame.evaluate((name) => document.querySelector(`#${name}-feedback`).className, name);
  }

  // The focus must be on the new screen's title.
  focused() {
    return this.frame.evaluate(() => document.activeElement.id);
  }

  async answer(question, rightly) {
    const form = `form[data-question="${question.id}"]`;
    const { page, frame } = this;
    switch (question.kind) {
      case "single":
      case "true-false": {
        const id = question.options.find((option) => question.right.includes(option) === rightly);
        await this.press(`#${question.id}-${id}`, "Space");
        break;
      }
      case "multiple":
        for (const option of question.options) {
          const wanted = rightly ? question.right.includes(option) : !question.right.includes(option) || question.right.length === question.options.length;
          const now = await frame.locator(`#${question.id}-${option}`).isChecked();
          if (wanted !== now) await this.press(`#${question.id}-${option}`, "Space");
        }
        break;
      case "matching":
        for (const [n, option] of question.options.entries()) {
          const wanted = rightly ? option : question.options[(n + 1) % question.options.length];
          await frame.locator(`#${question.id}-${option}`).selectOption(wanted);
        }
        break;
      case "ordering": {
        const wanted = rightly ? question.right : [...question.right].reverse();
        for (const [place, option] of wanted.entries()) {
          for (let guard = 0; guard < 20; guard += 1) {
            const now = await frame.evaluate(
              ([form, option]) => [...document.querySelectorAll(`${form} .order > li`)].findIndex((item) => item.dataset.option === option),
              [form, option],
            );
            if (now <= place) break;
            await this.press(`${form} li[data-option="${option}"] [data-move=up]`);
          }
        }
        break;
      }
      default: {
        const wrong = question.kind === "numeric" ? String(Number(question.right[0]) + question.tolerance + 1) : "zzz";
        await frame.locator(`#${question.id}-text`).fill(rightly ? question.right[0] : wrong);
      }
    }
    await this.submit(question.id);
    return this.verdict(question.id);
  }
}
