import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { CitizenPage, type CitizenPageProps } from "#app/components/citizen/citizen-page.tsx";
import { isLanguage, readPreferences } from "#app/i18n/preferences.ts";
import { citizenAnswersForm } from "#app/schemas/questionnaire.ts";
import { publicRoute } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { answerQuestionnaire, findAsked } from "#app/server/questionnaire-answers.server.ts";

const statuses = { open: 200, answered: 200, gone: 404, busy: 429 };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  publicRoute();
  const asked = await findAsked(params.token ?? "", context.clientAddress);
  if (asked.state === "open") return page(request, { ...asked, result: null });
  if (asked.state !== "answered") return page(request, { state: asked.state });
  return page(request, { ...asked, justNow: new URL(request.url).searchParams.has("dank") });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  publicRoute();
  const asked = await findAsked(params.token ?? "", context.clientAddress);
  if (asked.state === "gone" || asked.state === "busy") {
    return page(request, { state: asked.state });
  }
  const answer = await handleForm(
    request,
    citizenAnswersForm,
    async ({ input }): Promise<Response> =>
      redirect(here(request, await answerQuestionnaire(asked.id, input)), 303),
  );
  if (answer instanceof Response) return answer;
  if (asked.state === "answered") return redirect(here(request, false), 303);
  return page(request, { ...asked, result: answer.data }, answer.init?.status ?? 422);
}

type Shown<Page = CitizenPageProps> = Page extends unknown ? Omit<Page, "language" | "id"> : never;

/** A page of its own: no scripts and nothing of the rest of the product, so that an old phone can show it. */
function page(request: Request, shown: Shown, status: number = statuses[shown.state]): Response {
  const props = { ...shown, language: languageFor(request) };
  const html = `<!doctype html>${renderToStaticMarkup(<CitizenPage {...props} />)}`;
  return new Response(html, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "X-Robots-Tag": "noindex, nofollow" },
  });
}

/** Chosen by a link on the page, otherwise that of the browser. */
function languageFor(request: Request) {
  const chosen = isLanguage(new URL(request.url).searchParams.get("taal"));
  return chosen ?? readPreferences(null, request.headers.get("Accept-Language")).language;
}

/** The same address, in the same language; after answering with a word of thanks. */
function here(request: Request, justNow: boolean): string {
  const thanks = justNow ? "&dank=ja" : "";
  return `${new URL(request.url).pathname}?taal=${languageFor(request)}${thanks}`;
}
