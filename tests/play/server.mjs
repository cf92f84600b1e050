// A local web server for played packages: /lms/ (our LMS page), /vendor/ (scorm-again), /p/<name>/ (packages).
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
export const tools = path.join(here, "..", "tools");
export const require = createRequire(path.join(tools, "package.json"));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".png": "image/png", ".jpg": "image/jpeg", ".xml": "text/xml" };

// The LMS page loads only the API of the standard it is asked for.
async function lmsPage(url) {
  const page = await readFile(path.join(here, "lms.html"), "utf8");
  const standard = /lms-(scorm12|scorm2004|cmi5)\.html/.exec(url)[1];
  const api = standard === "cmi5" ? "" : `<script src="/vendor/${standard}.js"></script>`;
  return page.replace("<!--API-->", api);
}

// A call of a package to its learning record store.
async function record(stores, request, response) {
  const url = new URL(request.url, "http://x");
  const [, , name, ...rest] = url.pathname.split("/");
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const [status, body] = stores.get(name).answer(request.method, "/" + rest.join("/"), url.searchParams, request.headers, Buffer.concat(pieces).toString());
  response.writeHead(status, { "content-type": "application/json" }).end(body === null ? "" : JSON.stringify(body));
}

export async function serve(packages) {
  const roots = new Map([["lms", here], ["rehearsal", path.join(here, "..", "..", "emmbuild", "rehearsal")], ["vendor", path.join(tools, "node_modules", "scorm-again", "dist")]]);
  const lrs = new Map();
  const server = createServer(async (request, response) => {
    if (request.url.startsWith("/lrs/")) return record(lrs, request, response);
    const parts = decodeURIComponent(new URL(request.url, "http://x").pathname).split("/").slice(1);
    const root = parts[0] === "p" ? packages.get(parts[1]) : roots.get(parts[0]);
    const file = root && path.join(root, ...parts.slice(parts[0] === "p" ? 2 : 1));
    try {
      const data = request.url.startsWith("/lms/lms-") ? await lmsPage(request.url) : await readFile(file);
      response.writeHead(200, { "content-type": TYPES[path.extname(file)] || "application/octet-stream", "cache-control": "max-age=3600" });
      response.end(data);
    } catch {
      response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { lrs, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
