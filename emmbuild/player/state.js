/* What a learner has seen and answered, as one short text that a later build can still read.
   {"v":1,"p":place,"s":"seen screens","a":[[question,response,reopened]],"b":best,"d":done} — see plan/course_state.py */
"use strict";
(function (emm) {
  const VERSION = 1;
  const course = emm.course;
  const screens = new Map(course.screens.map((screen) => [screen.id, screen]));
  const questions = new Map(course.questions.map((question) => [question.id, question]));

  emm.question = (id) => questions.get(id);

  const fresh = () => ({ damaged: false, place: "", seen: new Set(), answers: new Map(), best: -1, done: false });

  function decode(text) {
    const model = fresh();
    let saved;
    try {
      saved = JSON.parse(text);
    } catch (problem) {
      model.damaged = !!text;
      return model;
    }
    /* A later build may have written it (an LMS can put an old package back): what we know by name is read. */
    model.damaged = !saved || !(saved.v >= 1);
    if (model.damaged) return model;
    model.place = screens.has(saved.p) ? saved.p : "";
    String(saved.s || "").split(" ").forEach((id) => screens.has(id) && model.seen.add(id));
    (Array.isArray(saved.a) ? saved.a : []).forEach(([id, response, reopened]) => {
      const question = questions.get(id);
      if (question && emm.fits(question, response)) model.answers.set(id, { response: response, reopened: !!reopened });
    });
    if (typeof saved.b === "number") model.best = saved.b;
    model.done = saved.d === 1;
    return model;
  }

  function encode(model) {
    const answers = Array.from(model.answers, ([id, a]) => (a.reopened ? [id, a.response, 1] : [id, a.response]));
    const saved = { v: VERSION, p: model.place, s: Array.from(model.seen).join(" "), a: answers };
    if (model.best >= 0) saved.b = model.best;
    if (model.done) saved.d = 1;
    return JSON.stringify(saved);
  }

  const percent = (got, total) => (total ? Math.round((10000 * got) / total) / 100 : 100);
  const settled = (model, id) => model.answers.has(id) && !model.answers.get(id).reopened;
  const sum = (list) => list.reduce((total, question) => total + question.points, 0);
  const isRight = (model, question) =>
    settled(model, question.id) && emm.mark(question, model.answers.get(question.id).response);

  /* Counts the model; once everything is seen and answered it stays done, and the best score stays. */
  function count(model) {
    const right = course.questions.filter((question) => isRight(model, question));
    const now = {
      got: sum(right),
      total: sum(course.questions),
      toAnswer: course.questions.filter((question) => !settled(model, question.id)),
      toSee: course.screens.filter((screen) => !model.seen.has(screen.id)),
    };
    now.percent = percent(now.got, now.total);
    if (!now.toAnswer.length && !now.toSee.length) {
      model.done = true;
      model.best = Math.max(model.best, now.percent);
    }
    now.passed = model.done && model.best >= course.rules.mastery;
    now.wrong = course.questions.filter((question) => settled(model, question.id) && !isRight(model, question));
    now.progress = 1 - (now.toSee.length + now.toAnswer.length) / (course.screens.length + course.questions.length);
    return now;
  }

  /* How far one learning objective has come: "new", "begun", "done", "passed" or "failed"; score in percent or null. */
  function objective(model, goal) {
    const about = (thing) => thing.objectives.includes(goal.key);
    const asked = course.questions.filter(about);
    const shown = course.screens.filter(about);
    const score = percent(sum(asked.filter((question) => isRight(model, question))), sum(asked));
    const begun = shown.some((screen) => model.seen.has(screen.id));
    if (!asked.length) {
      const all = shown.length ? shown.every((screen) => model.seen.has(screen.id)) : model.done;
      return { key: goal.key, text: goal.text, status: all ? "done" : begun ? "begun" : "new", score: null };
    }
    if (!asked.every((question) => settled(model, question.id)))
      return { key: goal.key, text: goal.text, status: begun ? "begun" : "new", score: null };
    return { key: goal.key, text: goal.text, status: score >= course.rules.mastery ? "passed" : "failed", score: score };
  }

  /* What an LMS is to know. The score is told when everything is done: an LMS may turn any earlier one into a verdict. */
  function report(model) {
    const now = count(model);
    return {
      place: model.place,
      state: encode(model),
      done: model.done,
      passed: now.passed,
      score: model.done && course.questions.length ? model.best : null,
      progress: model.done ? 1 : Math.floor(now.progress * 100) / 100,
      objectives: course.objectives.map((goal) => objective(model, goal)),
    };
  }

  emm.state = { decode: decode, encode: encode, count: count, objective: objective, report: report, fresh: fresh };
})(window.emm);
