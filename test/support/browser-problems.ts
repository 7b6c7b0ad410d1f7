import type { BrowserContext } from "playwright-core";

/**
 * Everything a browser complains about: a broken content security policy, an error in a script or
 * on the console. A refused form makes the browser report its status: that is no problem.
 */
export async function problemsOf(context: BrowserContext): Promise<string[]> {
  const problems: string[] = [];
  const refused = /Failed to load resource: the server responded with a status of 4/;
  context.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !refused.test(text)) problems.push(text);
  });
  context.on("weberror", (error) => problems.push(error.error().message));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return problems;
}
