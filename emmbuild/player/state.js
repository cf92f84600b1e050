/* Counts what a learner has done: in a section, in all of them, for a learning objective, and what an LMS is to know of it. */
"use strict";
(function (emm) {
  const percent = (got, total) => (total ? Math.round((10000 * got) / total) / 100 : 100);
  const settled = (model, id) => model.answers.has(id) && !model.answers.get(id).reopened;
  const sum = (list) => list.reduce((total, question) => total + question.points, 0);
  const isRight = (model, question) =>
    settled(model, question.id) && emm.mark(question, model.answers.get(question.id).response);

  /* Counts one section; once everything in it is seen and answered it stays done, and the best score stays. */
  function countPart(model, number) {
    const part = emm.course.parts[number];
    const kept = model.parts.get(part.key);
    const screens = emm.course.screens.filter((screen) => screen.part === number);
    const questions = emm.course.questions.filter((question) => question.part === number);
    const now = {
      got: sum(questions.filter((question) => isRight(model, question))),
      total: sum(questions),
      things: screens.length + questions.length,
      toAnswer: questions.filter((question) => !settled(model, question.id)),
      toSee: screens.filter((screen) => !model.seen.has(screen.id)),
      wrong: questions.filter((question) => settled(model, question.id) && !isRight(model, question)),
    };
    now.percent = percent(now.got, now.total);
    if (!now.toAnswer.length && !now.toSee.length) {
      kept.day = kept.day || emm.today();
      kept.best = Math.max(kept.best, now.percent);
    }
    now.done = kept.day > 0;
    now.day = kept.day;
    now.best = kept.best;
    now.mastery = part.mastery;
    now.passed = now.done && kept.best >= part.mastery;
    now.begun = now.toSee.length < screens.length;
    now.progress = now.done ? 1 : 1 - (now.toSee.length + now.toAnswer.length) / now.things;
    return now;
  }

  /* Counts everything. The score of several sections weighs each by its points. */
  function count(model) {
    const parts = emm.course.parts.map((part, number) => countPart(model, number));
    if (parts.length === 1) return Object.assign({ parts: parts }, parts[0]);
    const total = parts.reduce((points, part) => points + part.total, 0);
    const best = parts.reduce((points, part) => points + (Math.max(part.best, 0) * part.total) / 100, 0);
    const things = parts.reduce((all, part) => all + part.things, 0);
    const now = {
      parts: parts,
      done: parts.every((part) => part.done),
      best: percent(best, total),
      mastery: emm.course.rules.mastery,
      total: total,
      day: Math.max(...parts.map((part) => part.day)),
      progress: parts.reduce((all, part) => all + part.progress * part.things, 0) / things,
    };
    now.passed = now.done && now.best >= now.mastery;
    return now;
  }

  /* How far one learning objective has come: "new", "begun", "done", "passed" or "failed"; score in percent or null. */
  function objective(model, goal) {
    const about = (thing) => thing.objectives.includes(goal.key);
    const asked = emm.course.questions.filter(about);
    const shown = emm.course.screens.filter(about);
    const score = percent(sum(asked.filter((question) => isRight(model, question))), sum(asked));
    const begun = shown.some((screen) => model.seen.has(screen.id));
    const part = emm.course.parts[goal.part];
    if (!asked.length) {
      const all = shown.length ? shown.every((screen) => model.seen.has(screen.id)) : model.parts.get(part.key).day > 0;
      return { status: all ? "done" : begun ? "begun" : "new", score: null };
    }
    if (!asked.every((question) => settled(model, question.id))) return { status: begun ? "begun" : "new", score: null };
    return { status: score >= part.mastery ? "passed" : "failed", score: score };
  }

  /* A section, as an objective of the whole. */
  function section(now) {
    if (!now.done) return { status: now.begun ? "begun" : "new", score: null };
    if (!now.total) return { status: "done", score: null };
    return { status: now.passed ? "passed" : "failed", score: now.best };
  }

  /* What an LMS is to know. The score is told when everything is done: an LMS may turn any earlier one into a verdict. */
  function report(model) {
    const now = count(model);
    const goals = emm.course.goals.map((goal) => {
      const learning = emm.course.objectives.find((one) => one.key === goal.key);
      const number = emm.course.parts.findIndex((part) => part.key === goal.key);
      return Object.assign({ key: goal.key, text: goal.text }, learning ? objective(model, learning) : section(now.parts[number]));
    });
    return {
      place: model.place,
      state: emm.encode(model),
      done: now.done,
      passed: now.passed,
      score: now.done && emm.course.questions.length ? now.best : null,
      progress: now.done ? 1 : Math.floor(now.progress * 100) / 100,
      objectives: goals,
    };
  }

  emm.state = { count: count, objective: objective, section: section, report: report };
})(window.emm);
