import type { Tally } from "./tally.ts";

export type Answer = { status: number; text: string; location: string };

type Expected = {
  status?: number;
  /** What stands in the answer. */
  words?: string[];
};

/** One person's browser: keeps the login, looks at every answer and counts it. */
export type Browser = {
  page: (kind: string, path: string, words?: string[]) => Promise<Answer>;
  /** As the scripts do on the way from one page to the other: what the route has, without the page. */
  followed: (kind: string, path: string, route: string) => Promise<Answer>;
  file: (kind: string, path: string) => Promise<string>;
  post: (
    kind: string,
    path: string,
    posted: Expected & { fields: Record<string, string> | FormData },
  ) => Promise<Answer>;
};

/** Thrown once a wrong answer is counted: the rest of what someone was doing has no ground. */
export const gaveUp = Symbol("gave up");

export function openBrowser(origin: string, tally: Tally): Browser {
  const cookies = new Map<string, string>();

  async function ask(kind: string, path: string, request: RequestInit & Expected): Promise<Answer> {
    const { status: wanted = 200, words = [], ...given } = request;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { Cookie: cookie, Origin: origin, "Accept-Language": "nl" };
    const started = performance.now();
    const answer = await fetched(origin + path, { redirect: "manual", ...given, headers });
    if (typeof answer === "string") return wrong(kind, `${path}: ${answer}`);
    tally.count(kind, performance.now() - started);
    for (const line of answer.setCookies) keep(cookies, line);
    if (answer.status !== wanted) {
      return wrong(kind, `${path}: ${answer.status} ${answer.location} ${opening(answer.text)}`);
    }
    const missing = words.find((word) => !answer.text.includes(word));
    if (missing !== undefined) return wrong(kind, `${path}: "${missing}" is not in the answer`);
    return answer;
  }

  function wrong(kind: string, what: string): never {
    tally.fault(kind, what);
    throw gaveUp;
  }

  return {
    page: (kind, path, words = []) => ask(kind, path, { words: ["<h1", "</html>", ...words] }),
    followed: (kind, path, route) => {
      const [address = "", query] = path.split("?");
      const data = address === "/" ? "/_root.data" : `${address}.data`;
      return ask(kind, query ? `${data}?${query}` : data, { words: [route] });
    },
    file: async (kind, path) => (await ask(kind, path, {})).text,
    post: (kind, path, { fields, ...expected }) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      return ask(kind, path, { method: "POST", body, ...expected });
    },
  };
}

async function fetched(url: string, request: RequestInit) {
  try {
    const response = await fetch(url, request);
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get("Location") ?? "",
      setCookies: response.headers.getSetCookie(),
    };
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    return error.cause instanceof Error
      ? `${error.message}: ${error.cause.message}`
      : error.message;
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const place = pair.indexOf("=");
  const [name, value] = [pair.slice(0, place), pair.slice(place + 1)];
  if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

function opening(html: string): string {
  const text = html.replaceAll(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, " ");
  return text.replaceAll(/\s+/g, " ").trim().slice(0, 150);
}
