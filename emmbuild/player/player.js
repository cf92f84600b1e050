/* Shows one screen after the other, keeps the learner's place and tells the LMS. */
"use strict";
(function (emm) {
  const course = emm.course;
  const byId = (id) => document.getElementById(id);
  const order = course.screens.map((screen) => screen.id);
  let session = null;
  let model = null;
  let opened = Date.now();
  let ended = false;

  function notice(key) {
    byId("notice").replaceChildren(...(key ? [emm.element("p", "notice", emm.say(key))] : []));
  }

  function save() {
    if (!ended) session.write(emm.state.report(model));
  }

  function end(leaving) {
    if (ended) return;
    save();
    ended = true;
    session.end(leaving);
  }

  function marks() {
    document.querySelectorAll("#menu [data-go]").forEach((button) => {
      const id = button.dataset.go;
      const given = model.answers.get(id);
      const done = model.seen.has(id) && (!emm.question(id) || (given && !given.reopened));
      const mark = button.querySelector(".mark");
      button.classList.toggle("seen", done);
      mark.textContent = done ? "✓" : "";
      if (done) mark.append(emm.element("span", "sr", emm.say("seen")));
      if (id === model.place) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    });
    const place = order.indexOf(model.place) + 1;
    byId("where").textContent = emm.say("progress", { n: place, total: order.length });
    byId("progress").value = place;
    byId("back").disabled = place === 1;
    byId("next").disabled = place === order.length;
  }

  /* Shows the screen; `move` puts the focus on its title. */
  function show(id, move) {
    document.querySelectorAll(".screen").forEach((screen) => {
      screen.hidden = screen.dataset.screen !== id;
    });
    model.place = id;
    model.seen.add(id);
    opened = Date.now();
    emm.state.count(model);
    if (id === "result") emm.showResult(model);
    if (id === "close") emm.showClosing(model);
    marks();
    closeMenu();
    emm.frames();
    const title = byId(id + "-title");
    document.title = title.textContent + " – " + course.title;
    if (move) {
      window.scrollTo(0, 0);
      title.focus({ preventScroll: true });
    }
    save();
  }

  function step(by) {
    const target = order[order.indexOf(model.place) + by];
    if (target) show(target, true);
  }

  function submit(form) {
    const question = emm.question(form.dataset.question);
    if (form.classList.contains("settled")) return step(1);
    const response = emm.forms.read(form, question);
    if (!response) return emm.forms.ask(form);
    model.answers.set(question.id, { response: response, reopened: false });
    const right = emm.forms.settle(form, question, response);
    const place = Array.from(model.answers.keys()).indexOf(question.id);
    session.answer(question, response, right, (Date.now() - opened) / 1000, place);
    emm.state.count(model);
    marks();
    form.querySelector("[type=submit]").scrollIntoView({ block: "nearest" });
    save();
  }

  function again() {
    const wrong = emm.state.count(model).wrong;
    wrong.forEach((question) => {
      model.answers.get(question.id).reopened = true;
      emm.forms.reopen(formOf(question.id));
    });
    if (wrong.length) show(wrong[0].id, true);
  }

  const formOf = (id) => document.querySelector('form[data-question="' + id + '"]');

  function closeMenu() {
    byId("menu").classList.remove("open");
    byId("menu-button").setAttribute("aria-expanded", "false");
  }

  function toggleMenu() {
    const open = byId("menu").classList.toggle("open");
    byId("menu-button").setAttribute("aria-expanded", String(open));
    if (open) (byId("menu").querySelector("[aria-current]") || byId("menu-button")).focus();
  }

  function leave() {
    end(true);
    document.querySelectorAll(".middle, .bottom, #leave, #menu-button").forEach((part) => {
      part.hidden = true;
    });
    notice("left");
    byId("notice").tabIndex = -1;
    byId("notice").focus();
    try {
      if (window.opener) window.close();
    } catch (forbidden) {
      /* the learner closes the window */
    }
  }

  function listen() {
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.go) show(button.dataset.go, true);
      else if (button.id === "next") step(1);
      else if (button.id === "back") step(-1);
      else if (button.id === "menu-button") toggleMenu();
      else if (button.id === "leave") leave();
      else if (button.id === "again") again();
    });
    document.addEventListener("submit", (event) => {
      event.preventDefault();
      submit(event.target);
    });
    byId("menu").addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !byId("menu").classList.contains("open")) return;
      closeMenu();
      byId("menu-button").focus();
    });
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
    addEventListener("pagehide", () => end(false));
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    addEventListener("resize", emm.frames);
  }

  function start() {
    session = emm.connect(() => notice("refused"));
    const saved = session.read();
    model = emm.state.decode(saved.state);
    const place = [saved.place, model.place].find((id) => order.includes(id)) || order[0];
    document.querySelectorAll("form[data-question]").forEach((form) => {
      emm.forms.listen(form);
      const question = emm.question(form.dataset.question);
      const given = model.answers.get(question.id);
      if (given) emm.forms.fill(form, question, given.response);
      if (given && !given.reopened) emm.forms.settle(form, question, given.response);
    });
    emm.startFields(session.learner);
    notice(session.notice);
    listen();
    show(place, false);
  }

  start();
})(window.emm);
