/* The forms of the knowledge check: reading a response, showing it again, and saying how it was. */
"use strict";
(function (emm) {
  const inside = (form, what) => Array.from(form.querySelectorAll(what));

  /* The response in the form, "" while it is not complete. */
  function read(form, question) {
    switch (question.kind) {
      case "ordering":
        return inside(form, ".order > li").map((item) => item.dataset.option).join("");
      case "matching": {
        const chosen = inside(form, ".pair").map((pair) => [pair.dataset.option, pair.querySelector("select").value]);
        return chosen.every((pair) => pair[1]) ? chosen.map((pair) => pair.join("")).join("") : "";
      }
      case "fill-in":
        return emm.clean(form.querySelector("input").value);
      case "numeric": {
        const text = emm.clean(form.querySelector("input").value);
        return isNaN(emm.parseNumber(text)) ? "" : text;
      }
      default:
        return inside(form, "input:checked").map((input) => input.value).join("");
    }
  }

  /* Puts a response into the form. */
  function fill(form, question, response) {
    switch (question.kind) {
      case "ordering": {
        const list = form.querySelector(".order");
        Array.from(response).forEach((id) => list.append(list.querySelector('[data-option="' + id + '"]')));
        ends(list);
        break;
      }
      case "matching":
        emm.pairs(response).forEach((pair) => {
          const place = form.querySelector('.pair[data-option="' + pair[0] + '"]');
          if (place) choose(place, pair[1]);
        });
        break;
      case "fill-in":
      case "numeric":
        form.querySelector("input").value = response;
        break;
      default:
        inside(form, ".option input").forEach((input) => {
          input.checked = response.includes(input.value);
        });
    }
  }

  function choose(pair, id) {
    const select = pair.querySelector("select");
    select.value = id;
    const words = id ? select.selectedOptions[0].textContent : "";
    /* A closed list cuts long lines: show them in full below it. */
    pair.querySelector(".chosen").textContent = words.length > 40 ? words : "";
  }

  /* The first cannot go up, the last not down; the buttons stay reachable and say so. */
  function ends(list) {
    const items = Array.from(list.children);
    items.forEach((item, n) => {
      item.querySelector('[data-move="up"]').setAttribute("aria-disabled", String(n === 0));
      item.querySelector('[data-move="down"]').setAttribute("aria-disabled", String(n === items.length - 1));
    });
  }

  function move(form, button) {
    const item = button.closest("li");
    const list = item.parentNode;
    if (list.classList.contains("locked") || button.getAttribute("aria-disabled") === "true") return;
    if (button.dataset.move === "up") list.insertBefore(item, item.previousElementSibling);
    else list.insertBefore(item.nextElementSibling, item);
    ends(list);
    button.focus();
    const items = Array.from(list.children);
    const values = { item: item.querySelector(".text").textContent, n: items.indexOf(item) + 1, total: items.length };
    form.querySelector(".said").textContent = emm.say("place", values);
  }

  function lock(form, locked) {
    inside(form, ".answers input, .answers select").forEach((input) => {
      input.disabled = locked;
    });
    inside(form, ".order button").forEach((button) => {
      button.hidden = locked;
    });
    inside(form, ".order").forEach((list) => list.classList.toggle("locked", locked));
  }

  function unmark(form) {
    inside(form, ".verdict, .comment").forEach((old) => old.remove());
    inside(form, ".is-right, .is-wrong").forEach((old) => old.classList.remove("is-right", "is-wrong", "chosen-one"));
    inside(form, ".feedback, .said").forEach((old) => old.replaceChildren());
    form.querySelector(".feedback").className = "feedback";
  }

  /* Says next to an option what it was, in words as well as in colour. */
  function label(place, verdict, comment) {
    if (verdict) place.append(emm.element("span", "verdict", verdict));
    if (comment) {
      const said = emm.element("div", "comment");
      said.innerHTML = comment;
      place.append(said);
    }
  }

  function markOptions(form, question, response) {
    inside(form, ".option").forEach((option) => {
      const id = option.dataset.option;
      const chosen = response.includes(id);
      const right = question.right.includes(id);
      if (chosen || right) option.classList.add(right ? "is-right" : "is-wrong");
      option.classList.toggle("chosen-one", chosen);
      const words = [chosen && emm.say("your-answer"), right && emm.say("right-answer")].filter(Boolean);
      label(option, words.join(" · "), question.feedback[id]);
    });
  }

  function markPairs(form, question, response) {
    emm.pairs(response).forEach((pair) => {
      const place = form.querySelector('.pair[data-option="' + pair[0] + '"]');
      const right = pair[0] === pair[1];
      place.classList.add(right ? "is-right" : "is-wrong");
      label(place, right ? emm.say("right") : emm.say("not-right"), question.feedback[pair[0]]);
      if (!right) label(place, "", emm.say("right-is", { item: question.shown[pair[0]] }));
    });
  }

  function markOrder(form, question, response) {
    inside(form, ".order > li").forEach((item, n) => {
      const right = question.right[n] === response[n];
      item.classList.add(right ? "is-right" : "is-wrong");
      const place = question.right.indexOf(item.dataset.option) + 1;
      const words = right ? emm.say("right") : emm.say("right-is", { item: emm.number(place) });
      label(item, words, question.feedback[item.dataset.option]);
    });
  }

  function markText(question, feedback) {
    const [before, after] = emm.say("right-is").split("{item}");
    const line = emm.element("p", "", before);
    line.append(emm.element("bdi", "", question.right[0]), after);
    feedback.append(line);
  }

  /* Shows a given answer as settled: verdict, comments, why. */
  function settle(form, question, response) {
    const right = emm.mark(question, response);
    unmark(form);
    fill(form, question, response);
    lock(form, true);
    const feedback = form.querySelector(".feedback");
    feedback.classList.add(right ? "is-right" : "is-wrong");
    feedback.append(emm.element("p", "outcome", emm.say(right ? "right" : "not-right")));
    const own = right ? question.whenRight : question.whenWrong;
    if (own) feedback.insertAdjacentHTML("beforeend", "<p>" + own + "</p>");
    if (question.kind === "matching") markPairs(form, question, response);
    else if (question.kind === "ordering") markOrder(form, question, response);
    else if (question.kind === "fill-in" || question.kind === "numeric") right || markText(question, feedback);
    else markOptions(form, question, response);
    if (question.why) feedback.insertAdjacentHTML("beforeend", "<p><strong></strong> " + question.why + "</p>");
    const why = feedback.querySelector("p > strong:empty");
    if (why) why.textContent = emm.say("why");
    form.querySelector("[type=submit]").textContent = emm.say("next");
    form.classList.add("settled");
    return right;
  }

  /* Opens a settled question again; the old response stays in the form. */
  function reopen(form) {
    unmark(form);
    lock(form, false);
    form.classList.remove("settled");
    form.querySelector("[type=submit]").textContent = emm.say("check");
    inside(form, ".order").forEach(ends);
  }

  function ask(form) {
    const feedback = form.querySelector(".feedback");
    feedback.replaceChildren(emm.element("p", "", emm.say("answer-first")));
    const first = form.querySelector(".answers input, .answers select");
    if (first) first.focus();
  }

  function listen(form) {
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (button) move(form, button);
    });
    form.addEventListener("change", (event) => {
      const pair = event.target.closest(".pair");
      if (pair) choose(pair, event.target.value);
    });
    inside(form, ".order").forEach(ends);
  }

  emm.forms = { read: read, fill: fill, settle: settle, reopen: reopen, ask: ask, listen: listen };
})(window.emm);
