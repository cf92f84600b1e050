/* The result screen: score, each question, each learning objective, and what is still open. */
"use strict";
(function (emm) {
  const course = emm.course;
  const add = (parent, tag, className, text) => {
    const made = emm.element(tag, className, text);
    parent.append(made);
    return made;
  };

  /* A list of buttons that lead to screens. */
  function links(parent, title, ids, name) {
    if (!ids.length) return;
    add(parent, "h2", "", title);
    const list = add(parent, "ul", "links-to");
    ids.forEach((id) => {
      const button = add(add(list, "li"), "button", "link", name(id));
      button.type = "button";
      button.dataset.go = id;
    });
  }

  const titleOf = (id) => document.getElementById(id + "-title").textContent;

  function score(place, now, model) {
    if (now.toAnswer.length && !model.done) return;
    const passed = model.done ? now.passed : now.percent >= course.rules.mastery;
    const box = add(place, "div", "score " + (passed ? "is-right" : "is-wrong"));
    add(box, "p", "outcome", emm.say(passed ? "passed" : "not-passed"));
    add(box, "p", "", emm.say("percent", { n: model.done ? model.best : now.percent }));
    add(box, "p", "", emm.say("points-of", { n: now.got, total: now.total }));
    add(box, "p", "", emm.say("mastery", { n: course.rules.mastery }));
  }

  function table(place, heads, rows) {
    const made = add(add(place, "div", "wide"), "table", "data");
    const head = add(add(made, "thead"), "tr");
    heads.forEach((text) => add(head, "th", "", text).setAttribute("scope", "col"));
    const body = add(made, "tbody");
    rows.forEach(([className, cells]) => {
      const row = add(body, "tr", className);
      cells.forEach((text, n) => {
        const cell = add(row, n ? "td" : "th", "", text);
        if (!n) cell.setAttribute("scope", "row");
      });
    });
  }

  function questions(place, model) {
    const rows = course.questions.map((question) => {
      const given = model.answers.get(question.id);
      const settled = given && !given.reopened;
      const right = settled && emm.mark(question, given.response);
      const words = !settled ? "not-yet" : right ? "right" : "not-right";
      return [settled ? (right ? "is-right" : "is-wrong") : "", [emm.number(question.number) + ". " + question.text, emm.say(words)]];
    });
    table(place, [emm.say("question-column"), emm.say("state")], rows);
  }

  function objectives(place, model) {
    const words = { new: "objective-new", begun: "objective-begun", done: "objective-done", passed: "passed", failed: "not-passed" };
    const rows = course.objectives.map((goal) => ["", [goal.text, emm.say(words[emm.state.objective(model, goal).status])]]);
    if (rows.length) table(place, [emm.say("objective"), emm.say("state")], rows);
  }

  function open(place, now) {
    const asked = (id) => emm.number(emm.question(id).number) + ". " + emm.question(id).text;
    const toSee = now.toSee.map((screen) => screen.id).filter((id) => !emm.question(id));
    links(place, emm.say("open-questions"), now.toAnswer.map((question) => question.id), asked);
    links(place, emm.say("open-screens"), toSee, titleOf);
  }

  emm.showResult = (model) => {
    const place = document.getElementById("result");
    if (!place) return;
    const now = emm.state.count(model);
    place.replaceChildren();
    score(place, now, model);
    if (!now.toAnswer.length && now.wrong.length) {
      const again = add(add(place, "p"), "button", "main", emm.say("again"));
      again.type = "button";
      again.id = "again";
    }
    open(place, now);
    questions(place, model);
    objectives(place, model);
  };

  /* At the end: complete, or what is still open. */
  emm.showClosing = (model) => {
    const place = document.getElementById("closing");
    const now = emm.state.count(model);
    place.replaceChildren();
    if (model.done) add(place, "p", "outcome", emm.say("complete"));
    else open(place, now);
  };
})(window.emm);
