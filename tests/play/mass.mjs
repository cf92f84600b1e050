// A package played by emmbuild/rehearsal/driver.js, in one page: all wrong, then all right, closed and opened on the way.
import { Lrs } from "./lrs.mjs";

export const mass = {
  async mass(s) {
    const url = `${s.server.url}/p/${s.job.name}/${s.job.page}`;
    if (s.job.standard === "cmi5") await s.page.exposeFunction("cmi5", (what, address) => asked(s, what, address));
    await s.page.goto(`${s.server.url}/lms/lms-${s.job.standard}.html`);
    await s.page.evaluate((most) => (window.most = most), s.job.worst);
    const seen = await s.page.evaluate(([standard, url, ways, every]) => window.play(Object.assign(window.host(standard, url), { every }), ways), [s.job.standard, url, s.job.ways, s.job.every]);
    s.problems.push(...seen.problems);
    s.expect(seen.ours && seen.ways === s.job.ways.length, `played in ${seen.ways} ways`);
    s.problems.push(...(s.lrs?.problems || []));
  },
};

// A new record store for each learner; `told` is what the whole registration has reported so far.
function asked(s, what, address) {
  if (what === "fresh" || !s.lrs) {
    const name = String(s.server.lrs.size);
    const problems = s.lrs?.problems || [];
    s.lrs = new Lrs(`${s.server.url}/lrs/${name}`, s.job.mastery);
    s.lrs.problems = problems;
    s.server.lrs.set(name, s.lrs);
  }
  if (what === "launch") return s.lrs.launch(address);
  const of = (verb) => s.lrs.statements.filter((one) => one.verb === verb);
  const verdict = [...of("passed"), ...of("failed")].at(-1);
  return {
    last: s.lrs.verbs().at(-1),
    state: s.lrs.documents.get("emmbuild.state")?.state || "",
    verbs: s.lrs.statements.map((one) => one.verb),
    score: verdict ? verdict.statement.result.score.raw : null,
    answers: [...new Set(of("answered").map((one) => one.statement.object.id.split("#")[1]))],
  };
}
