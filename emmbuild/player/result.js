/* The result screen of a section, its closing screen, and the overview of several sections: what was reached, what is open. */
"use strict";
(function (emm) {
  const WORDS = { new: "objective-new", begun: "objective-begun", done: "objective-done", passed: "passed", failed: "not-passed" };
  const add = (parent, tag, className, text) => {
    const made = emm.element(tag, className, text);
    parent.append(made);
    return made;
  };

  function button(parent, className, text, go) {
    const made = add(parent, "button", className, text);
    made.type = "button";
    if (go) made.dataset.go = go;
    return made;
  }

  /* A list of buttons that lead to screens. */
  function links(parent, title, ids, name) {
    if (!ids.length) return;
    add(parent, "h2", "", title);
    const list = add(parent, "ul", "links-to");
    ids.forEach((id) => button(add(list, "li"), "link", name(id), id));
  }

  const titleOf = (id) => document.getElementById(id + "-title").textContent;

  function verdict(place, passed, percent, lines) {
    const box = add(place, "div", "score " + (passed ? "is-right" : "is-wrong"));
    add(box, "p", "outcome", emm.say(passed ? "passed" : "not-passed"));
    add(box, "p", "", emm.say("percent", { n: percent }));
    lines.forEach((line) => add(box, "p", "", line));
  }

  function score(place, now) {
    if (now.toAnswer.length && !now.done) return;
    const percent = now.done ? now.best : now.percent;
    const points = emm.say("points-of", { n: now.got, total: now.total });
    verdict(place, percent >= now.mastery, percent, [points, emm.say("mastery", { n: now.mastery })]);
  }

  function table(place, heads, rows) {
    const made = add(add(place, "div", "wide"), "table", "data");
    const head = add(add(made, "thead"), "tr");
    heads.forEach((text) => add(head, "th", "", text).setAttribute("scope", "col"));
    const body = add(made, "tbody");
    rows.forEach(([className, cells]) => {
      const row = add(body, "tr", className);
      cells.forEach((content, n) => {
        const cell = add(row, n ? "td" : "th", "", typeof content === "string" ? content : undefined);
        if (typeof content !== "string") cell.append(content);
        if (!n) cell.setAttribute("scope", "row");
      });
    });
  }

  function questions(place, model, number) {
    const rows = emm.course.questions.filter((question) => question.part === number).map((question) => {
      const given = model.answers.get(question.id);
      const settled = given && !given.reopened;
      const right = settled && emm.mark(question, given.response);
      const words = !settled ? "not-yet" : right ? "right" : "not-right";
      return [settled ? (right ? "is-right" : "is-wrong") : "", [emm.number(question.number) + ". " + question.text, emm.say(words)]];
    });
    table(place, [emm.say("question-column"), emm.say("state")], rows);
  }

  function objectives(place, model, number) {
    const rows = emm.course.objectives.filter((goal) => goal.part === number)
      .map((goal) => ["", [goal.text, emm.say(WORDS[emm.state.objective(model, goal).status])]]);
    if (rows.length) table(place, [emm.say("objective"), emm.say("state")], rows);
  }

  function open(place, now) {
    const asked = (id) => emm.number(emm.question(id).number) + ". " + emm.question(id).text;
    const toSee = now.toSee.map((screen) => screen.id).filter((id) => !emm.question(id));
    links(place, emm.say("open-questions"), now.toAnswer.map((question) => question.id), asked);
    links(place, emm.say("open-screens"), toSee, titleOf);
  }

  /* The certificate is offered when everything was passed, and the course has one. */
  function certificate(place, whole) {
    if (emm.course.certificate && whole.passed) button(add(place, "p"), "", emm.say("certificate"), "certificate");
  }

  emm.showResult = (model, screen) => {
    const place = document.querySelector("#screen-" + screen.id + " .result");
    const whole = emm.state.count(model);
    const now = whole.parts[screen.part];
    place.replaceChildren();
    score(place, now);
    if (!now.toAnswer.length && now.wrong.length) button(add(place, "p"), "main", emm.say("again")).id = "again";
    certificate(place, whole);
    open(place, now);
    questions(place, model, screen.part);
    objectives(place, model, screen.part);
  };

  /* At the end of a section: complete, or what is still open. */
  emm.showClosing = (model, screen) => {
    const place = document.querySelector("#screen-" + screen.id + " .closing");
    const whole = emm.state.count(model);
    const now = whole.parts[screen.part];
    place.replaceChildren();
    if (now.done) add(place, "p", "outcome", emm.say("complete"));
    else open(place, now);
    certificate(place, whole);
  };

  /* The first screen of several sections: each with what was reached in it. */
  emm.showOverview = (model) => {
    const place = document.getElementById("overview");
    const now = emm.state.count(model);
    place.replaceChildren();
    if (now.done) add(place, "p", "outcome", emm.say("whole-complete"));
    if (now.done && now.total) verdict(place, now.passed, now.best, [emm.say("mastery", { n: now.mastery })]);
    certificate(place, now);
    const rows = emm.course.parts.map((part, number) => {
      const first = emm.course.screens.find((screen) => screen.part === number);
      const link = emm.element("button", "link", part.title);
      link.type = "button";
      link.dataset.go = first.id;
      const found = emm.state.section(now.parts[number]);
      const points = found.score === null ? "" : " · " + emm.number(found.score) + " %";
      return ["", [link, emm.say(WORDS[found.status]) + points]];
    });
    table(place, [emm.say("section"), emm.say("state")], rows);
  };
})(window.emm);
