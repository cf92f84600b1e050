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

  let standing = ""; /* the notice that stays when there is no news */
  let shown = "";

  /* A notice is read out by screen readers, so the same one is not put up twice. */
  function notice(key) {
    if (key !== shown) byId("notice").replaceChildren(...(key ? [emm.element("p", "notice", emm.say(key))] : []));
    shown = key;
  }

  const news = (key) => ended || notice(key || standing);

  function save(urgent) {
    if (!ended) session.write(emm.state.report(model), urgent);
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
      standing = session.notice;
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
    save(true);
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

  /* Closes the course on the screen; only a notice stays. */
  function close(key) {
    document.querySelectorAll(".middle, .bottom, #leave, #menu-button").forEach((part) => {
      part.hidden = true;
    });
    notice(key);
    byId("notice").tabIndex = -1;
    byId("notice").focus();
  }

  /* The newer of two windows with this course has read what this one stored; a second writer would overwrite it. */
  function giveWay() {
    if (ended) return;
    ended = true;
    session.drop();
    close("elsewhere");
  }

  function watch() {
    try {
      const channel = new BroadcastChannel("emmbuild:" + location.href.split(/[?#]/)[0] + ":" + session.learner);
      channel.onmessage = giveWay;
      channel.postMessage("opened");
    } catch (forbidden) {
      /* a sandbox: there is nobody to talk to */
    }
  }

  function leave() {
    end(true);
    close("left");
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
      else if (button.type === "submit") {
        /* not the submit event: a sandbox without forms has none; the Enter key in a field clicks this button too */
        event.preventDefault();
        submit(button.form);
      }
    });
    byId("menu").addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !byId("menu").classList.contains("open")) return;
      closeMenu();
      byId("menu-button").focus();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "hidden" || ended) return;
      save();
      session.flush();
    });
    addEventListener("pagehide", () => end(false));
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    addEventListener("resize", emm.frames);
  }

  function start(connected) {
    session = connected;
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
    standing = model.damaged ? "damaged-state" : session.notice;
    notice(standing);
    listen();
    watch();
    show(place, false);
  }

  /* An LMS answers at once, a learning record store later. */
  const connected = emm.connect(news);
  if (connected.then) connected.then(start);
  else start(connected);
})(window.emm);
