/* What a learner has seen and answered, as one short text that a later build can still read; plan/course_state.py has its shape.
   Version 1 was JSON with the ids of screens; it is still read. */
"use strict";
(function (emm) {
  const VERSION = 2;
  const CODE = 3;
  const FILLER = "!"; /* begins a part that only the self-test writes */

  /* `emm.use` takes the course in one of its languages; everything is found in it by id, key or code. */
  emm.use = (course) => {
    emm.course = course;
    emm.screens = new Map(course.screens.map((screen) => [screen.id, screen]));
    emm.questions = new Map(course.questions.map((question) => [question.id, question]));
    emm.codes = new Map(course.screens.map((screen) => [course.parts[screen.part].key + "." + screen.code, screen.id]));
  };
  emm.use(emm.course);
  emm.question = (id) => emm.questions.get(id);
  emm.today = () => Math.floor(Date.now() / 86400000);

  /* `parts` has for each section the best score (-1: none yet) and the day when it was completed (0: not yet). */
  emm.fresh = () => ({
    damaged: false, place: "", language: "", testing: false, seen: new Set(), answers: new Map(),
    parts: new Map(emm.course.parts.map((part) => [part.key, { best: -1, day: 0 }])),
  });

  function keep(model, id, response, reopened) {
    const question = emm.questions.get(id);
    if (question && emm.fits(question, response)) model.answers.set(id, { response: response, reopened: reopened });
  }

  function fromFirst(model, text) {
    let saved;
    try {
      saved = JSON.parse(text);
    } catch (problem) {
      saved = null;
    }
    model.damaged = !saved || !(saved.v >= 1);
    if (model.damaged) return;
    if (emm.screens.has(saved.p)) model.place = saved.p;
    String(saved.s || "").split(" ").forEach((id) => emm.screens.has(id) && model.seen.add(id));
    (Array.isArray(saved.a) ? saved.a : []).forEach(([id, response, reopened]) => keep(model, id, response, !!reopened));
    const part = model.parts.get(emm.course.parts[0].key);
    if (typeof saved.b === "number") part.best = saved.b;
    if (saved.d === 1) part.day = emm.today();
  }

  function part(model, text) {
    const [key, best, day, seen, answers] = text.split("|");
    const known = model.parts.get(key);
    if (!known) return;
    if (best) known.best = Number(best) || 0;
    if (day) known.day = parseInt(day, 36) || emm.today();
    const named = (code) => emm.codes.get(key + "." + code);
    (seen || "").match(/.{3}/gs)?.forEach((code) => named(code) && model.seen.add(named(code)));
    (answers || "").split("^").filter(Boolean).forEach((answer) =>
      keep(model, named(answer.slice(0, CODE)), answer.slice(CODE + 1), answer[CODE] === "1"));
  }

  /* A later build may have written it (an LMS can put an old package back): what is known by name is read. */
  emm.decode = (text) => {
    const model = emm.fresh();
    if (!text) return model;
    if (text[0] === "{") fromFirst(model, text);
    else if (/^[2-9]\d*~/.test(text)) {
      const [, language, place, ...parts] = text.split("~");
      model.language = language;
      model.place = place === "home" && emm.course.home ? "home" : emm.codes.get(place) || "";
      parts.filter((one) => one[0] !== FILLER).forEach((one) => part(model, one));
    } else model.damaged = true;
    return model;
  };

  function coded(id) {
    const screen = emm.screens.get(id);
    return screen ? emm.course.parts[screen.part].key + "." + screen.code : id;
  }

  function written(model, key, number) {
    const ours = (id) => emm.screens.get(id) && emm.screens.get(id).part === number;
    const code = (id) => emm.screens.get(id).code;
    const known = model.parts.get(key);
    const seen = Array.from(model.seen).filter(ours).map(code).join("");
    const answers = Array.from(model.answers).filter(([id]) => ours(id))
      .map(([id, given]) => code(id) + (given.reopened ? 1 : 0) + given.response).join("^");
    if (!seen && !answers && known.best < 0 && !known.day) return "";
    return [key, known.best < 0 ? "" : known.best, known.day ? known.day.toString(36) : "", seen, answers].join("|");
  }

  emm.encode = (model) => {
    const parts = emm.course.parts.map((part, n) => written(model, part.key, n)).filter(Boolean);
    const text = [VERSION, model.language, model.place && coded(model.place), ...parts].join("~");
    return model.testing ? text + "~" + FILLER.padEnd(emm.course.size - text.length - 1, "x") : text;
  };

  /* Whether a text was padded by the self-test. */
  emm.padded = (text) => text.includes("~" + FILLER + "x");
})(window.emm);
