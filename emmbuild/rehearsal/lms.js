/* A small LMS for authors: SCORM 1.2 and 2004, several learners, every call in a log, and no value taken that the standard
   does not allow (strict.js). It stores on commit only, as an LMS may; what was not committed is lost when the window dies. */
"use strict";
(function () {
  const { standard } = document.body.dataset;
  const old = standard === "scorm12";
  const byId = (id) => document.getElementById(id);
  const NAMES = old
    ? ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"]
    : ["Initialize", "GetValue", "SetValue", "Commit", "Terminate", "GetLastError", "GetErrorString", "GetDiagnostic"];
  const ERROR = old ? { closed: "301", value: "405", name: "401", write: "404" } : { closed: "132", value: "406", name: "401", write: "405" };
  const FRESH = old
    ? { "cmi.core.lesson_status": "not attempted", "cmi.core.lesson_mode": "normal", "cmi.core.credit": "credit" }
    : { "cmi.completion_status": "unknown", "cmi.success_status": "unknown", "cmi.mode": "normal", "cmi.credit": "credit" };
  const ENTRY = old ? "cmi.core.entry" : "cmi.entry";
  const EXIT = old ? "cmi.core.exit" : "cmi.exit";
  const SHOWN = old
    ? ["cmi.core.lesson_status", "cmi.core.score.raw", "cmi.core.lesson_location", "cmi.core.session_time", "cmi.suspend_data"]
    : ["cmi.completion_status", "cmi.success_status", "cmi.score.scaled", "cmi.location", "cmi.progress_measure", "cmi.session_time", "cmi.suspend_data"];
  let values = {};
  let open = false;
  let error = "0";
  let began = false;
  let bad = []; /* what was refused, and what went wrong on the page, since somebody asked */
  let calledAtAll = false;

  const learner = () => byId("learner").value;
  const unit = () => byId("unit").value;
  const place = () => "emmbuild-play:" + standard + ":" + document.title + ":" + unit() + ":" + learner();
  const kept = () => JSON.parse(localStorage.getItem(place()) || "{}");

  function show() {
    const stored = kept();
    byId("state").replaceChildren(...SHOWN.map((name) => {
      const row = document.createElement("tr");
      [name, stored[name] || "–", name.endsWith("suspend_data") ? (stored[name] || "").length + " characters" : ""].forEach((text) => {
        row.append(Object.assign(document.createElement("td"), { textContent: text }));
      });
      return row;
    }));
  }

  function log(words, wrong) {
    const line = Object.assign(document.createElement("li"), { textContent: words, className: wrong ? "bad" : "" });
    byId("log").prepend(line);
  }

  function counted(name) {
    const stem = name.replace(/_count$/, "");
    const found = Object.keys(values).filter((key) => key.startsWith(stem)).map((key) => Number(key.slice(stem.length).split(".")[0]));
    return String(found.length ? Math.max(...found) + 1 : 0);
  }

  const calls = [
    () => {
      if (open || began) return "false";
      open = began = calledAtAll = true;
      values = Object.assign({}, FRESH, kept());
      const resumed = values[EXIT] === "suspend";
      values[ENTRY] = resumed ? "resume" : "ab-initio";
      values[old ? "cmi.core.student_id" : "cmi.learner_id"] = learner();
      values[old ? "cmi.core.student_name" : "cmi.learner_name"] = learner();
      return "true";
    },
    (name) => {
      if (!open) return (error = ERROR.closed), "";
      if (/\._count$/.test(name)) return counted(name);
      if (old ? /^cmi\.interactions\.\d/.test(name) || name === EXIT : name === EXIT || name === "cmi.session_time") return (error = ERROR.write), "";
      return values[name] === undefined ? "" : values[name];
    },
    (name, value) => {
      if (!open) return (error = ERROR.closed), "false";
      const found = window.strict[standard](name, String(value), values);
      if (found.length) {
        error = /not an element/.test(found[0]) ? ERROR.name : ERROR.value;
        log(found[0], true);
        bad.push("refused: " + found[0]);
        return "false";
      }
      values[name] = String(value);
      return "true";
    },
    () => {
      if (!open) return (error = ERROR.closed), "false";
      localStorage.setItem(place(), JSON.stringify(values));
      show();
      return "true";
    },
    () => {
      if (!open) return (error = ERROR.closed), "false";
      localStorage.setItem(place(), JSON.stringify(values));
      open = false;
      show();
      return "true";
    },
    () => error,
    (code) => (String(code) === "0" ? "No error" : "Error " + code),
    () => "",
  ];

  const api = {};
  NAMES.forEach((name, n) => {
    api[name] = (...given) => {
      if (n < 5) error = "0";
      const answer = calls[n](...given);
      if (n < 5) log(name + "(" + given.map((value) => JSON.stringify(value)).join(", ") + ") → " + JSON.stringify(answer), answer === "false" || error !== "0");
      return answer;
    };
  });
  window[old ? "API" : "API_1484_11"] = api;

  function close() {
    return new Promise((done) => {
      byId("sco").addEventListener("load", done, { once: true });
      byId("sco").src = "about:blank";
    });
  }

  async function launch() {
    await close();
    open = began = false;
    log("— launched for " + learner() + " —");
    byId("sco").src = "package/" + unit();
    show();
  }

  /* What driver.js needs to play the package by itself. */
  const ready = (frame) => new Promise((done) => frame.addEventListener("load", done, { once: true }));
  window.rehearsal = () => ({
    standard: standard,
    async open() {
      await close();
      open = began = false;
      const loaded = ready(byId("sco"));
      byId("sco").src = "package/" + unit();
      await loaded;
      const inside = byId("sco").contentWindow;
      inside.addEventListener("error", (event) => bad.push("error on the page: " + event.message));
      return inside;
    },
    async shut() {
      const used = byId("sco").contentWindow.performance.getEntriesByType("resource").map((one) => one.name);
      bad.push(...used.filter((name) => /^https?:/.test(name) && !name.startsWith(location.origin)).map((name) => "request to " + name));
      await close();
      if (open) bad.push("the session was not ended when the package was closed");
    },
    fresh: () => localStorage.clear(),
    kept: kept,
    seen: (values) => window.play.seen(standard, values),
    started: () => calledAtAll,
    complaints: () => bad.splice(0),
  });

  byId("launch").addEventListener("click", launch);
  byId("close").addEventListener("click", close);
  ["learner", "unit"].forEach((id) => byId(id).addEventListener("change", () => close().then(show)));
  byId("reset").addEventListener("click", async () => {
    await close();
    localStorage.removeItem(place());
    show();
  });
  show();
})();
