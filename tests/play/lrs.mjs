// A learning record store and cmi5 LMS in one, for one learner: keeps documents and statements, and checks them
// against the cmi5 specification (sections 8 to 10). A finding is a sentence.

const VERB = "http://adlnet.gov/expapi/verbs/";
const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const OWN = ["initialized", "completed", "passed", "failed", "terminated"];
const SPAN = /^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

export class Lrs {
  constructor(base, mastery) {
    Object.assign(this, { base, mastery, problems: [], statements: [], documents: new Map(), session: 0, ids: new Set(), tokens: new Set(), broken: false });
    this.registration = "b7a1c4a0-8a2c-4b8e-9d3e-2f6a5b1c0d9e";
    this.actor = { objectType: "Agent", account: { homePage: "https://lms.example.org", name: "learner-1" } };
    this.activity = "https://lms.example.org/unit/1";
  }

  expect(right, message) {
    if (!right) this.problems.push(message);
  }

  // Begins a session; the address that the learner's window opens.
  launch(page, mode = "Normal") {
    this.session += 1;
    this.mode = mode;
    this.token = "";
    this.documents.set("LMS.LaunchData", {
      contextTemplate: { extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": `session-${this.session}` }, contextActivities: { grouping: [{ id: "urn:emmbuild:test" }] } },
      launchMode: mode, moveOn: "CompletedAndPassed", masteryScore: this.mastery,
    });
    const query = { endpoint: this.base, fetch: `${this.base}/fetch`, actor: JSON.stringify(this.actor), registration: this.registration, activityId: this.activity };
    return `${page}?${new URLSearchParams(query)}`;
  }

  verbs(session = this.session) {
    return this.statements.filter((one) => one.session === session).map((one) => one.verb);
  }

  // [status, body] for a request to the store.
  answer(method, path, query, headers, body) {
    if (path === "/fetch") {
      this.expect(method === "POST", `the token was fetched with ${method}`);
      if (this.token) return [200, { "error-code": "1", "error-text": "already in use" }];
      this.token = `token-${this.session}`;
      this.tokens.add(`Basic ${this.token}`);
      return [200, { "auth-token": this.token }];
    }
    if (this.broken) return [503, {}];
    /* a call that was on its way when the window closed may come after the next launch */
    this.expect(this.tokens.has(headers.authorization), `${path}: authorization is ${headers.authorization}`);
    this.expect(/^1\.0\.\d$/.test(headers["x-experience-api-version"]), `${path}: no xAPI version`);
    if (path === "/agents/profile") return [404, {}];
    if (path === "/activities/state") return this.document(method, query, body);
    if (path === "/statements" && method === "POST") {
      JSON.parse(body).forEach((statement) => this.take(statement));
      return [200, []];
    }
    this.problems.push(`${method} ${path} is not a resource of a cmi5 unit`);
    return [400, {}];
  }

  document(method, query, body) {
    const id = query.get("stateId");
    this.expect(query.get("activityId") === this.activity, `state of ${query.get("activityId")}`);
    this.expect(query.get("registration") === this.registration, "state without the registration");
    if (method === "PUT") {
      this.expect(id !== "LMS.LaunchData", "the launch data were overwritten");
      this.documents.set(id, JSON.parse(body));
      return [204, null];
    }
    if (id === "LMS.LaunchData") this.launchData = true;
    return this.documents.has(id) ? [200, this.documents.get(id)] : [404, {}];
  }

  take(statement) {
    const verb = statement.verb.id.replace(VERB, "");
    const before = this.verbs();
    const say = (right, message) => this.expect(right, `${verb}: ${message}`);
    say(!this.ids.has(statement.id) && /^[0-9a-f-]{36}$/.test(statement.id), `id ${statement.id}`);
    this.ids.add(statement.id);
    say(this.launchData, "sent before the launch data were read (10.2)");
    say((before.length === 0) === (verb === "initialized"), `after ${before.length} statements (9.3.2)`);
    say(!before.includes("terminated"), "after terminated (9.3.8)");
    say(JSON.stringify(statement.actor) === JSON.stringify(this.actor), "another actor");
    say(statement.context?.registration === this.registration, "another registration");
    say(statement.context?.extensions?.["https://w3id.org/xapi/cmi5/context/extensions/sessionid"] === `session-${this.session}`, "no session id of the template");
    say(statement.context?.contextActivities?.grouping?.length === 1, "the template's grouping is gone");
    say(!Number.isNaN(Date.parse(statement.timestamp)), "no timestamp");
    const categories = (statement.context?.contextActivities?.category || []).map((one) => one.id.replace(CATEGORY, ""));
    say(categories.includes("cmi5") === OWN.includes(verb), `categories ${categories} (9.6.2.1)`);
    say(categories.includes("moveon") === ["completed", "passed", "failed"].includes(verb), `categories ${categories} (9.6.2.2)`);
    if (OWN.includes(verb)) say(statement.object.id === this.activity, "about something else");
    if (["completed", "passed", "failed", "terminated"].includes(verb)) say(SPAN.test(statement.result?.duration), `duration ${statement.result?.duration}`);
    if (verb === "completed") say(statement.result.completion === true && !statement.result.score, "result (9.5.2)");
    if (verb === "passed" || verb === "failed") {
      const scaled = statement.result.score?.scaled;
      say(statement.result.success === (verb === "passed") && scaled >= this.mastery === (verb === "passed"), `score ${scaled} (9.3.4, 9.3.5)`);
      say(statement.context.extensions[MASTERY] === this.mastery, "no mastery score (9.6.3.2)");
      say(!before.includes("passed") && !before.includes("failed"), "second verdict in a session (9.3.0.0-2)");
    }
    const earlier = this.statements.map((one) => one.verb);
    if (["completed", "passed"].includes(verb)) say(!earlier.includes(verb), "twice in a registration (9.3.0.0-7)");
    if (this.mode !== "Normal") say(["initialized", "terminated"].includes(verb), `in mode ${this.mode} (10.2.2)`);
    this.statements.push({ session: this.session, verb, statement });
  }
}
