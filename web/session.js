// Sign-in with Authorization Code and PKCE (RFC 7636) as a public client. The token lives in this
// page's memory only; a reload or an expired token is answered silently from the sign-in session.

const CLIENT = "hongbi-web";
const PENDING = "hongbi.sign-in";
const EARLY_MS = 60_000;

let token = null;
let expiresAt = 0;
let renewing = null;

const redirectUri = () => `${location.origin}/`;

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const random = (length) => base64url(crypto.getRandomValues(new Uint8Array(length)));

/** crypto.subtle is missing where the address is neither https nor this machine. */
export const possible = () => Boolean(crypto.subtle);

async function request(prompt) {
  const verifier = random(48);
  const state = random(16);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    response_type: "code", client_id: CLIENT, redirect_uri: redirectUri(), scope: "openid", state,
    code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: "S256",
  });
  if (prompt) query.set("prompt", prompt);
  return { verifier, state, url: `/oauth2/authorize?${query}` };
}

async function exchange(code, verifier) {
  const answer = await fetch("/oauth2/token", {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code", client_id: CLIENT, code, redirect_uri: redirectUri(), code_verifier: verifier,
    }),
  });
  if (!answer.ok) return false;
  const body = await answer.json();
  token = body.access_token;
  expiresAt = Date.now() + body.expires_in * 1000;
  return true;
}

/** Leaves for the sign-in page. */
export async function signIn() {
  const { verifier, state, url } = await request();
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier, state, view: location.hash }));
  location.assign(url);
}

/** Takes up what the sign-in page sent back: true when signed in, false when it failed, null for none. */
export async function arrive() {
  const query = new URLSearchParams(location.search);
  if (!query.has("code") && !query.has("error")) return null;
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, "", `/${pending?.view ?? ""}`);
  if (!pending || pending.state !== query.get("state") || !query.has("code")) return false;
  return exchange(query.get("code"), pending.verifier);
}

/** Renews without a page: the redirect ends at our own address, which carries the code. */
async function renew() {
  try {
    const { verifier, state, url } = await request("none");
    const answer = await fetch(url, { headers: { Accept: "text/html" } });
    const query = new URL(answer.url).searchParams;
    return query.get("state") === state && query.has("code") && (await exchange(query.get("code"), verifier));
  } catch {
    return false;
  }
}

/** A token that is good for a while, or null when the person has to sign in. */
export async function currentToken() {
  if (token && Date.now() < expiresAt - EARLY_MS) return token;
  if (!possible()) return null;
  renewing ??= renew().finally(() => (renewing = null));
  return (await renewing) ? token : null;
}

export function forget() {
  token = null;
  expiresAt = 0;
}

export async function signOut() {
  forget();
  try {
    await fetch("/logout", { method: "POST", redirect: "manual" });
  } finally {
    location.assign("/");
  }
}

/** Who is signed in: {id, roles}. */
export function person() {
  if (!token) return null;
  const payload = atob(token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"));
  const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(payload, (c) => c.charCodeAt(0))));
  return { id: claims.sub, roles: claims.roles ?? [] };
}
