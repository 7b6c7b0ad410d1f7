/** The requests whose cost is measured, each kind by itself. */
import type { Request } from "autocannon";
import type { Child } from "./child.ts";
import type { Target } from "./measure.ts";
import type { Visits } from "./visitors.ts";

export type Servers = { app: Child; appUrl: string; bare: Child; bareUrl: string };
type Asked = Omit<Target, "databaseCpuMs">;

export function targets({ app, appUrl, bare, bareUrl }: Servers, visits: Visits): Asked[] {
  const page = (path: string): Request => ({
    method: "GET",
    path,
    headers: { Cookie: visits.coordinatorCookie, "Accept-Language": "nl" },
  });
  const pages = [
    { name: "home page", paths: ["/"], amount: 600 },
    { name: "case list page", paths: ["/casussen"], amount: 1500 },
    { name: "case page", paths: visits.caseIds.map((id) => `/casussen/${id}`), amount: 1500 },
    { name: "case board", paths: ["/casussen/bord"], amount: 400 },
    { name: "session list", paths: ["/zittingen"], amount: 400 },
    { name: "precedent list", paths: ["/precedenten"], amount: 600 },
  ].map(({ name, paths, amount }) => ({
    name,
    amount,
    child: app,
    url: appUrl,
    requests: paths.map(page),
  }));
  const search = { name: "precedent search", amount: 600, child: app, url: appUrl };
  const autosave = { name: "scoring autosave", amount: 800, child: app, url: appUrl };
  const { cookie, sessionId, caseId } = { cookie: visits.assessorCookie, ...visits.scoring };
  const path = `/zittingen/${sessionId}/casussen/${caseId}/oordeel`;
  return [
    { name: "bare list", amount: 6000, child: bare, url: bareUrl, requests: [{ path: "/" }] },
    {
      name: "bare insert",
      amount: 1500,
      child: bare,
      url: bareUrl,
      requests: [{ method: "POST" as const, path: "/" }],
    },
    ...pages,
    { ...search, requests: visits.queries.map((words) => searchRequest(appUrl, visits, words)) },
    { ...autosave, requests: autosaves({ url: appUrl, cookie, path }, visits.scoring) },
  ];
}

function post(url: string, cookie: string, path: string, fields: Record<string, string>): Request {
  return {
    method: "POST",
    path,
    body: new URLSearchParams(fields).toString(),
    headers: {
      Cookie: cookie,
      Origin: url,
      "Content-Type": "application/x-www-form-urlencoded",
      "Accept-Language": "nl",
    },
  };
}

function searchRequest(url: string, visits: Visits, words: string): Request {
  return post(url, visits.coordinatorCookie, "/precedenten", { words });
}

/** Every cell of the assessor in turn, each time with another value, so that each is a change. */
export function autosaves(
  { url, cookie, path }: { url: string; cookie: string; path: string },
  { criteria, optionIds }: { criteria: string[]; optionIds: string[] },
): Request[] {
  return ["3", "4", "5"].flatMap((choice) =>
    criteria.flatMap((key) =>
      optionIds.map((optionId) => {
        const fields = { key, optionId, choice, reason: "" };
        return post(url, cookie, path, fields);
      }),
    ),
  );
}
