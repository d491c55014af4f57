// Talks to the API: JSON, uploads with progress, live events.

import { currentToken, forget } from "./session.js";
import { known, language, t } from "./text.js";

const BASE = "/api/v1";

/** Something the API refused or could not do; `message` is for the person. */
export class Problem extends Error {
  constructor(status, body) {
    const code = body?.code ?? (status === 429 ? "too-many-requests" : status === 0 ? "network" : "internal");
    super(known(`error.${code}`, body?.detail ?? t("error.internal")));
    this.status = status;
    this.code = code;
    this.traceId = body?.traceId ?? null;
  }
}

async function headers() {
  const token = await currentToken();
  if (!token) throw new Problem(401, { code: "unauthenticated" });
  return { Authorization: `Bearer ${token}`, "Accept-Language": language(), traceparent: trace() };
}

/** A new trace, which goes on through the services to the notification (W3C Trace Context). */
function trace() {
  const hex = (bytes) => Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (b) => b.toString(16).padStart(2, "0")).join("");
  return `00-${hex(16)}-${hex(8)}-01`;
}

async function problemOf(answer) {
  if (answer.status === 401) forget();
  return new Problem(answer.status, await answer.json().catch(() => null));
}

async function call(path, options = {}) {
  const sent = { ...options, headers: { ...(await headers()), ...options.headers } };
  const answer = await fetch(BASE + path, sent).catch(() => {
    throw new Problem(0);
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

/** Sends JSON and takes the answer's. */
export const send = async (method, path, body) =>
  (await call(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) })).json();

export const get = async (path) => (await call(path)).json();

/** A picture that only a token opens, as an address for this page; whoever has it revokes it. */
export const picture = async (path) => URL.createObjectURL(await (await call(path)).blob());

/** All items of a list, over its cursors. */
export async function all(path) {
  const items = [];
  let cursor = null;
  do {
    const query = new URLSearchParams({ limit: "200", ...(cursor ? { cursor } : {}) });
    const list = await get(`${path}${path.includes("?") ? "&" : "?"}${query}`);
    items.push(...list.items);
    cursor = list.nextCursor;
  } while (cursor);
  return items;
}

/**
 * Sends photos in one request.
 * @param onprogress called with the share of each photo that has left, 0 to 1
 */
export async function upload(method, path, part, photos, key, onprogress) {
  const form = new FormData();
  photos.forEach((photo, i) => form.append(part, photo, `page-${i + 1}.jpg`));
  const sent = await headers();
  if (key) sent["Idempotency-Key"] = key;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, BASE + path);
    request.responseType = "json";
    for (const [name, value] of Object.entries(sent)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onprogress(shares(photos, event.loaded / event.total));
    request.onload = () =>
      request.status < 300 ? resolve(request.response) : reject(new Problem(request.status, request.response));
    request.onerror = () => reject(new Problem(0));
    request.onabort = () => reject(new Problem(0));
    request.send(form);
  });
}

/** Photos leave one after the other: the share of the whole, split over their sizes. */
function shares(photos, share) {
  let left = share * photos.reduce((sum, photo) => sum + photo.size, 0);
  return photos.map((photo) => {
    const gone = Math.min(photo.size, Math.max(0, left));
    left -= photo.size;
    return photo.size ? gone / photo.size : 1;
  });
}

/**
 * Follows a submission until the signal aborts; takes up again where the connection broke.
 * @param onevent called with {id, version, state}
 * @param onbreak called when the connection is lost
 */
export async function follow(id, signal, onevent, onbreak) {
  let last = null;
  for (let failures = 0; !signal.aborted; ) {
    try {
      const resume = last ? { "Last-Event-ID": last } : {};
      const answer = await call(`/submissions/${id}/events`, {
        signal, cache: "no-store", headers: { Accept: "text/event-stream", ...resume },
      });
      for await (const event of events(answer.body)) {
        failures = 0;
        last = event.id ?? last;
        if (event.name === "submission") onevent(JSON.parse(event.data));
      }
    } catch (problem) {
      if (signal.aborted) return;
      if ([401, 403, 404].includes(problem.status)) throw problem;
      if (failures++ > 0) onbreak();
    }
    await new Promise((later) => setTimeout(later, Math.min(500 * 2 ** failures, 8000)));
  }
}

async function* events(body) {
  let rest = "";
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const chunk = read.value;
    const blocks = (rest + chunk).replace(/\r\n?/g, "\n").split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const event = { id: null, name: "message", data: "" };
      for (const line of block.split("\n")) {
        const [, field, value] = /^(\w*):? ?(.*)$/.exec(line) ?? [];
        if (field === "id") event.id = value;
        if (field === "event") event.name = value;
        if (field === "data") event.data += value;
      }
      if (event.data) yield event;
    }
  }
}

/** Signed addresses of our own store work under whatever name this page was opened. */
export function here(address) {
  if (!address) return null;
  const url = new URL(address, location.href);
  return url.pathname.startsWith(`${BASE}/objects/`) ? url.pathname + url.search : url.href;
}
