/* The runtime of SCORM 2004 4th edition, from its Run-Time Environment book, section 4.2 (data model). */
"use strict";
(function (emm) {
  const NAMES = { start: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", end: "Terminate" };
  const TYPES = { single: "choice", multiple: "choice", "fill-in": "fill-in", ordering: "sequencing" };
  const TEXT = 250;
  const ANSWERS = 5; /* every LMS keeps at least five patterns of a fill-in */

  const scaled = (percent) => String(Math.round(percent * 100) / 10000);
  const local = (text) => "{lang=" + emm.course.lang + "}" + text;
  /* Braces and brackets have a meaning in these notations. */
  const words = (text) => text.replace(/[{}[\]]/g, " ").trim().slice(0, TEXT);

  /* A response in the notation of 4.2.9.1: "a[,]c", "a[.]b[,]c[.]d", "true", words, a number. */
  function noted(question, response) {
    switch (question.kind) {
      case "single":
      case "multiple":
      case "ordering":
        return Array.from(response).join("[,]");
      case "matching":
        return emm.pairs(response).map((pair) => pair[0] + "[.]" + pair[1]).join("[,]");
      case "true-false":
        return response === question.true ? "true" : "false";
      case "numeric":
        return String(emm.parseNumber(response));
      default:
        return words(response);
    }
  }

  function patterns(question) {
    if (question.kind === "fill-in") return question.right.slice(0, ANSWERS).map((answer) => "{case_matters=false}" + words(answer));
    if (question.kind === "numeric") {
      const middle = emm.parseNumber(question.right[0]);
      return [middle - question.tolerance + "[:]" + (middle + question.tolerance)];
    }
    return [noted(question, question.right.join(""))];
  }

  /* Where each id stands in a list of the LMS: {ids: Map, size}. */
  function table(lms, list) {
    const count = lms.count(list + "._count") || 0;
    const ids = new Map();
    for (let n = 0; n < count; n += 1) ids.set(lms.get(list + "." + n + ".id"), n);
    return { ids: ids, size: count };
  }

  function row(lms, rows, list, key) {
    if (!rows.ids.has(key)) {
      if (!lms.set(list + "." + rows.size + ".id", key)) return { base: "", added: false };
      rows.ids.set(key, rows.size);
      rows.size += 1;
      return { base: list + "." + rows.ids.get(key), added: true };
    }
    return { base: list + "." + rows.ids.get(key), added: false };
  }

  function score(lms, base, percent) {
    lms.set(base + ".min", 0);
    lms.set(base + ".max", 100);
    lms.set(base + ".raw", percent);
    lms.set(base + ".scaled", scaled(percent));
  }

  /* Completion and success of the SCO or of an objective; what is reached is never taken back. */
  function verdicts(lms, base, completion, success) {
    if (lms.get(base + "completion_status") !== "completed") lms.set(base + "completion_status", completion);
    if (success && lms.get(base + "success_status") !== "passed") lms.set(base + "success_status", success);
  }

  function objectives(lms, rows, list) {
    list.forEach((goal) => {
      const { base, added } = row(lms, rows, "cmi.objectives", goal.key);
      if (!base) return;
      if (added || !lms.get(base + ".description")) lms.set(base + ".description", local(goal.text.slice(0, TEXT)));
      if (goal.score !== null) score(lms, base + ".score", goal.score);
      const ended = ["done", "passed", "failed"].includes(goal.status);
      const completion = goal.status === "new" ? "not attempted" : ended ? "completed" : "incomplete";
      verdicts(lms, base + ".", completion, goal.status === "passed" || goal.status === "failed" ? goal.status : "");
    });
  }

  emm.connect = (onNews) => {
    const api = emm.find("API_1484_11");
    const lms = api && new emm.Calls(api, NAMES, onNews);
    if (!lms || !lms.start()) return emm.local();
    const seconds = emm.clock();
    const looking = ["browse", "review"].includes(lms.get("cmi.mode"));
    const goals = table(lms, "cmi.objectives");
    const answers = table(lms, "cmi.interactions");
    if (!looking) lms.set("cmi.exit", "suspend");

    return {
      notice: "",
      connected: true,
      learner: lms.get("cmi.learner_id"),
      name: lms.get("cmi.learner_name"),
      read: () => ({ place: lms.get("cmi.location"), state: lms.get("cmi.suspend_data") }),
      write: (report, urgent) => {
        if (looking) return;
        lms.keep("cmi.location", report.place);
        lms.keep("cmi.suspend_data", report.state);
        if (report.score !== null) score(lms, "cmi.score", report.score);
        lms.set("cmi.progress_measure", report.progress);
        const success = report.score === null ? "" : report.passed ? "passed" : "failed";
        verdicts(lms, "cmi.", report.done ? "completed" : "incomplete", success);
        objectives(lms, goals, report.objectives);
        lms.set("cmi.session_time", emm.timespan2004(seconds()));
        lms.commit(urgent);
      },
      probe: (report) => !looking && lms.set("cmi.suspend_data", report.state) && lms.stored(),
      flush: () => lms.flush(),
      drop: () => lms.drop(),
      answer: (question, response, right, latency) => {
        if (looking) return;
        const { base, added } = row(lms, answers, "cmi.interactions", question.key);
        if (!base) return;
        if (added) {
          lms.set(base + ".type", TYPES[question.kind] || question.kind);
          question.objectives.forEach((key, n) => lms.set(base + ".objectives." + n + ".id", key));
          patterns(question).forEach((pattern, n) => lms.set(base + ".correct_responses." + n + ".pattern", pattern));
          lms.set(base + ".weighting", question.points);
          lms.set(base + ".description", local(question.text.slice(0, TEXT)));
        }
        lms.set(base + ".timestamp", emm.time2004(new Date()));
        lms.set(base + ".learner_response", noted(question, response));
        lms.set(base + ".result", right ? "correct" : "incorrect");
        lms.set(base + ".latency", emm.timespan2004(latency));
      },
      end: (leaving) => {
        if (!looking) lms.set("cmi.exit", "suspend");
        if (!looking && leaving) lms.set("adl.nav.request", "suspendAll");
        lms.end();
      },
    };
  };
})(window.emm);
