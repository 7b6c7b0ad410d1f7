import type { FormResult } from "#app/schemas/form-result.ts";

type Refused = { data: FormResult | { code: string }; init: ResponseInit | null };

/**
 * The answer to a page that saves or asks while people type: JSON with a status, also where another route would show an
 * error page. What was typed comes back with every refusal of the form.
 */
export async function answerInJson(answer: () => Promise<object>): Promise<Response> {
  try {
    const given = await answer();
    return isRefused(given) ? refusal(given) : Response.json(given);
  } catch (thrown) {
    if (isRefused(thrown)) return refusal(thrown);
    throw thrown;
  }
}

/** What `data()` of Remix makes: a body with a status. */
function isRefused(answer: unknown): answer is Refused {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "type" in answer &&
    answer.type === "DataWithResponseInit"
  );
}

function refusal({ data, init }: Refused): Response {
  const status = init?.status ?? 500;
  if ("code" in data) return Response.json({ saved: false, code: data.code }, { status });
  const [code = "invalid"] = Object.values(data.errors).flat();
  return Response.json({ saved: false, code, ...data }, { status });
}
