/* Shows one screen after the other, in the learner's language, keeps the place and tells the LMS. */
"use strict";
(function (emm) {
  const PANELS = ["about", "certificate"];
  const byId = (id) => document.getElementById(id);
  let session = null;
  let model = null;
  let opened = Date.now();
  let ended = false;
  let standing = ""; /* the notice that stays when there is no news */
  let shown = "";
  emm.pages = {};

  /* The screens that Back and Next lead through; where there are several sections the menu of them comes first. */
  const order = () => [...(emm.course.home ? ["home"] : []), ...emm.course.screens.map((screen) => screen.id)];

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

  const tick = (mark, done) => {
    mark.textContent = done ? "✓" : "";
    if (done) mark.append(emm.element("span", "sr", emm.say("seen")));
  };

  function isDone(id) {
    const given = model.answers.get(id);
    return model.seen.has(id) && (!emm.question(id) || (given && !given.reopened));
  }

  /* Where the learner stands, in the menu and above. Only the sections' screens are counted. */
  function marks() {
    const here = emm.screens.get(model.place);
    const now = emm.state.count(model);
    document.querySelectorAll("#menu li:not(.part) > [data-go]").forEach((button) => {
      const id = button.dataset.go;
      button.classList.toggle("seen", isDone(id));
      tick(button.querySelector(".mark"), isDone(id));
      if (id === model.place) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    });
    document.querySelectorAll("#menu .part").forEach((item, number) => {
      tick(item.querySelector("button .mark"), now.parts[number].done);
      item.querySelector("ol").hidden = !here || here.part !== number;
    });
    const place = order().indexOf(model.place);
    const inside = here ? emm.course.screens.filter((screen) => screen.part === here.part) : [];
    const among = here ? { n: inside.indexOf(here) + 1, total: inside.length } : null;
    byId("where").textContent = among ? emm.say("progress", among) : emm.course.title;
    byId("progress").max = among ? among.total : 1;
    byId("progress").value = among ? among.n : now.progress;
    byId("back").disabled = place === 0;
    byId("next").disabled = place === order().length - 1;
  }

  function turnTo(id) {
    document.querySelectorAll(".screen").forEach((screen) => {
      screen.hidden = screen.dataset.screen !== id;
    });
    byId("steps").hidden = PANELS.includes(id);
    const title = byId(id + "-title");
    document.title = title.textContent + " – " + emm.course.title;
    return title;
  }

  function focus(title) {
    window.scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }

  function showPanel(id) {
    closeMenu();
    if (id === "about") emm.showAbout(session);
    else emm.showCertificate(model, session);
    focus(turnTo(id));
  }

  /* Shows the screen; `move` puts the focus on its title. */
  function show(id, move) {
    emm.closeTerm();
    if (PANELS.includes(id)) return showPanel(id);
    const screen = emm.screens.get(id);
    model.place = id;
    if (screen) model.seen.add(id);
    opened = Date.now();
    if (screen && screen.kind === "result") emm.showResult(model, screen);
    if (screen && screen.kind === "close") emm.showClosing(model, screen);
    if (id === "home") emm.showOverview(model);
    marks();
    closeMenu();
    const title = turnTo(id);
    emm.markTerms(byId("screen-" + id), screen);
    emm.frames();
    if (move) {
      standing = session.notice;
      focus(title);
    }
    save();
  }

  function step(by) {
    const target = order()[order().indexOf(model.place) + by];
    if (target) show(target, true);
  }

  function submit(form) {
    const question = emm.question(form.dataset.question);
    if (form.classList.contains("settled")) return step(1);
    const response = emm.forms.read(form, question);
    if (!response) return emm.forms.ask(form);
    model.answers.set(question.id, { response: response, reopened: false });
    const right = emm.forms.settle(form, question, response);
    /* the state keeps the order of answers within a section only */
    const place = emm.course.parts.length > 1 ? Infinity : Array.from(model.answers.keys()).indexOf(question.id);
    session.answer(question, response, right, (Date.now() - opened) / 1000, place);
    marks();
    form.querySelector("[type=submit]").scrollIntoView({ block: "nearest" });
    save(true);
  }

  function again() {
    const wrong = emm.state.count(model).parts[emm.screens.get(model.place).part].wrong;
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
    document.querySelectorAll(".middle, .bottom, .top button, .top select").forEach((part) => {
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

  const DEEDS = {
    return: () => show(model.place, true),
    print: () => window.print(),
    test: () => emm.startTest(model, () => session.probe(emm.state.report(model))),
    "close-pop-up": () => emm.closeTerm(true),
  };

  function press(button, event) {
    if (button.dataset.term) return emm.showTerm(button);
    if (button.dataset.do) return DEEDS[button.dataset.do]();
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
  }

  function escape() {
    if (emm.closeTerm(true) || !byId("menu").classList.contains("open")) return;
    closeMenu();
    byId("menu-button").focus();
  }

  function listen() {
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!event.target.closest("#pop-up")) emm.closeTerm();
      if (button) press(button, event);
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && escape());
    document.addEventListener("change", (event) => event.target.id === "language" && speak(event.target.value, true));
    document.addEventListener("input", (event) => event.target.id === "holder-name" && emm.nameHolder(event.target.value));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "hidden" || ended) return;
      save();
      session.flush();
    });
    addEventListener("pagehide", () => end(false));
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    addEventListener("resize", emm.frames);
  }

  /* Fills the page with what the learner has done so far. */
  function fill() {
    document.querySelectorAll("form[data-question]").forEach((form) => {
      emm.forms.listen(form);
      const question = emm.question(form.dataset.question);
      const given = model.answers.get(question.id);
      if (given) emm.forms.fill(form, question, given.response);
      if (given && !given.reopened) emm.forms.settle(form, question, given.response);
    });
    emm.startFields(session.learner);
  }

  /* Brings the script of another language; the page's address decides where it lies. */
  function brought(code) {
    if (emm.pages[code]) return Promise.resolve();
    return new Promise((done, failed) => {
      const script = emm.element("script");
      script.src = "lang/" + code + ".js";
      script.addEventListener("load", done);
      script.addEventListener("error", failed);
      document.head.append(script);
    });
  }

  /* Goes on in another language: the ids are the same, so place and answers stay. */
  async function speak(code, chosen) {
    try {
      await brought(code);
    } catch (problem) {
      if (byId("language")) byId("language").value = emm.course.code;
      return;
    }
    emm.use(emm.pages[code].course);
    document.documentElement.lang = emm.course.lang;
    document.documentElement.dir = emm.course.dir;
    document.body.innerHTML = emm.pages[code].body;
    shown = "";
    notice(standing);
    if (!chosen) return;
    model.language = code;
    fill();
    show(model.place, false);
    byId("language").focus();
  }

  /* The language of the last visit, else the browser's, else the package's first. */
  function wanted(text) {
    const codes = emm.course.languages.map((language) => language.code);
    if (codes.length < 2) return "";
    const spoken = Array.from(navigator.languages || []).map((tag) => tag.split("-")[0]);
    return [emm.decode(text).language, ...spoken].find((code) => codes.includes(code)) || "";
  }

  async function start(connected) {
    session = connected;
    const saved = session.read();
    const code = wanted(saved.state);
    if (code && code !== emm.course.code) await speak(code, false);
    model = emm.decode(saved.state);
    model.language = emm.course.languages.length > 1 ? emm.course.code : "";
    const place = [saved.place, model.place].find((id) => order().includes(id)) || order()[0];
    emm.judgeTest(saved.state);
    standing = model.damaged ? "damaged-state" : session.notice;
    notice(standing);
    listen();
    watch();
    fill();
    show(place, false);
  }

  /* An LMS answers at once, a learning record store later. */
  const connected = emm.connect(news);
  if (connected.then) connected.then(start);
  else start(connected);
})(window.emm);
