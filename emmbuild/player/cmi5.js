/* The runtime of cmi5 (first edition, quartz): statements and state go to a learning record store over xAPI 1.0.3.
   Section numbers below are those of the cmi5 specification. */
"use strict";
(function (emm) {
  const VERB = "http://adlnet.gov/expapi/verbs/";
  const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
  const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  const STATE = "emmbuild.state";
  const TYPES = { single: "choice", multiple: "choice", "fill-in": "fill-in", ordering: "sequencing" };
  const SOON = 300;
  const GAP = 10000;
  const KEPT = 20000; /* characters; three bytes each at most */

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  const words = (text) => ({ [emm.course.lang]: text });

  /* A response in the notation of xAPI 4.1.1.4: as in SCORM 2004. */
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
        return response;
    }
  }

  function patterns(question) {
    if (question.kind === "fill-in") return question.right;
    if (question.kind === "numeric") {
      const middle = emm.parseNumber(question.right[0]);
      return [middle - question.tolerance + "[:]" + (middle + question.tolerance)];
    }
    return [noted(question, question.right.join(""))];
  }

  /* The launch data of 8.1, or null where the page was not launched as cmi5. */
  function launch() {
    const given = new URLSearchParams(location.search);
    const wanted = ["endpoint", "fetch", "actor", "registration", "activityId"];
    if (!wanted.every((name) => given.get(name))) return null;
    const [endpoint, token, actor, registration, activity] = wanted.map((name) => given.get(name));
    return { endpoint: endpoint.replace(/\/?$/, "/"), token: token, actor: JSON.parse(actor), registration: registration, activity: activity };
  }

  class Store {
    constructor(given, auth) {
      this.given = given;
      this.headers = { Authorization: "Basic " + auth, "X-Experience-API-Version": "1.0.3" };
    }

    /* A call with a body goes on when the page is closed; browsers allow that up to 64 kB. */
    call(method, resource, query, body) {
      const headers = Object.assign({}, this.headers, body === undefined ? {} : { "Content-Type": "application/json" });
      const url = this.given.endpoint + resource + (query ? "?" + new URLSearchParams(query) : "");
      const text = body === undefined ? undefined : JSON.stringify(body);
      const options = { method: method, headers: headers, body: text, keepalive: !!text && text.length < KEPT };
      return fetch(url, options).then((answer) => {
        if (!answer.ok && answer.status !== 404) throw new Error(resource + ": " + answer.status);
        return answer;
      });
    }

    place(id) {
      const given = this.given;
      return { activityId: given.activity, agent: JSON.stringify(given.actor), registration: given.registration, stateId: id };
    }

    read(resource, query) {
      return this.call("GET", resource, query).then((answer) => (answer.status === 404 ? null : answer.json()));
    }
  }

  async function begin(given, onNews) {
    const token = await fetch(given.token, { method: "POST" }).then((answer) => answer.json());
    if (!token["auth-token"]) throw new Error("no token");
    const store = new Store(given, token["auth-token"]);
    const settings = (await store.read("activities/state", store.place("LMS.LaunchData"))) || {};
    await store.read("agents/profile", { agent: JSON.stringify(given.actor), profileId: "cmi5LearnerPreferences" });
    const seconds = emm.clock();
    const looking = settings.launchMode === "Browse" || settings.launchMode === "Review";
    const kept = { state: "", completed: false, passed: false };
    const mastery = typeof settings.masteryScore === "number" ? settings.masteryScore : emm.course.rules.mastery / 100;
    let waiting = [];
    let dirty = false;
    let timer = 0;
    let busy = Promise.resolve();
    let failed = null;

    /* A statement of cmi5 itself (9.3) has its category; one of ours has the context only (9.6). */
    function statement(verb, result, own, object) {
      const context = JSON.parse(JSON.stringify(settings.contextTemplate || {}));
      context.registration = given.registration;
      context.contextActivities = context.contextActivities || {};
      const categories = own ? [] : [{ id: CATEGORY + "cmi5" }];
      if (["completed", "passed", "failed"].includes(verb)) categories.push({ id: CATEGORY + "moveon" });
      if (categories.length) context.contextActivities.category = (context.contextActivities.category || []).concat(categories);
      if (verb === "passed" || verb === "failed") context.extensions = Object.assign({}, context.extensions, { [MASTERY]: mastery });
      return {
        id: newId(), timestamp: new Date().toISOString(), actor: given.actor, verb: { id: VERB + verb, display: { en: verb } },
        object: object || { objectType: "Activity", id: given.activity }, result: result || undefined, context: context,
      };
    }

    const time = () => emm.timespan2004(seconds());

    /* Sends what waits. Calls that are on their way outlive the page (keepalive), so nothing that was taken can get lost. */
    function send() {
      const batch = waiting;
      const saved = dirty && !looking;
      waiting = [];
      dirty = false;
      const calls = [
        saved ? store.call("PUT", "activities/state", store.place(STATE), Object.assign({}, kept)) : null,
        batch.length ? store.call("POST", "statements", null, batch) : null,
      ];
      return Promise.allSettled(calls).then(([put, post]) => {
        if (put.status === "rejected") dirty = true;
        if (post.status === "rejected") waiting = batch.concat(waiting);
        const trouble = put.status === "rejected" || post.status === "rejected";
        if (trouble) {
          clearTimeout(timer);
          timer = setTimeout(flush, GAP);
        }
        if (saved || batch.length) onNews(trouble ? "refused" : "");
      });
    }

    /* One batch after the other: the order of statements is part of the standard (9.3). */
    function flush() {
      clearTimeout(timer);
      busy = busy.then(send);
      return busy;
    }

    function soon(urgent) {
      clearTimeout(timer);
      timer = setTimeout(flush, urgent ? 30 : SOON);
    }

    await store.call("POST", "statements", null, [statement("initialized")]);
    Object.assign(kept, await store.read("activities/state", store.place(STATE)));

    return {
      notice: "",
      connected: true,
      name: given.actor.name || "",
      learner: (given.actor.account && given.actor.account.name) || "",
      read: () => ({ place: "", state: kept.state }),
      write: (report, urgent) => {
        if (looking) return;
        dirty = dirty || kept.state !== report.state;
        kept.state = report.state;
        const score = report.score === null ? undefined : { scaled: Math.round(report.score * 100) / 10000, raw: report.score, min: 0, max: 100 };
        if (report.done && !kept.completed) {
          kept.completed = dirty = true;
          waiting.push(statement("completed", { completion: true, duration: time() }));
        }
        if (score && score.scaled >= mastery && !kept.passed) {
          kept.passed = dirty = true;
          waiting.push(statement("passed", { success: true, score: score, duration: time() }));
        }
        /* Told at the end only: the learner may still do better in this session, and one verdict is allowed (9.3.0.0-2). */
        failed = score && !kept.passed ? { success: false, score: score, duration: time() } : null;
        soon(urgent);
      },
      probe: (report) => {
        if (looking) return false;
        kept.state = report.state;
        dirty = true;
        return flush().then(() => !dirty);
      },
      flush: flush,
      drop: () => {
        clearTimeout(timer);
        waiting = [];
        dirty = false;
      },
      answer: (question, response, right, latency) => {
        if (looking) return;
        const kind = TYPES[question.kind] || question.kind;
        const definition = { type: "http://adlnet.gov/expapi/activities/cmi.interaction", interactionType: kind, description: words(question.text), correctResponsesPattern: patterns(question) };
        const result = { success: right, response: noted(question, response), duration: emm.timespan2004(latency) };
        const object = { objectType: "Activity", id: given.activity + "#" + question.key, definition: definition };
        waiting.push(statement("answered", result, true, object));
      },
      end: (leaving) => {
        if (failed && !looking) waiting.push(statement("failed", failed));
        waiting.push(statement("terminated", { duration: time() }));
        if (leaving && settings.returnURL) flush().then(() => location.assign(settings.returnURL));
        else if (leaving) flush();
        else send(); /* a page that is closed gets no answers any more, so nothing may wait for one */
      },
    };
  }

  emm.connect = (onNews) => {
    const given = launch();
    if (!given) return emm.local();
    return begin(given, onNews).catch(() => Object.assign(emm.local(), { notice: "no-lms" }));
  };
})(window.emm);
