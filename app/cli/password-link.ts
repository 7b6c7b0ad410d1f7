/**
 * `node app/cli/password-link.ts name@example.nl`: a one-time link to set a password. For whoever runs the server,
 * when no administrator can help: the only one is locked out, or somebody works for several organisations.
 */
import { openDatabase, stopDatabase } from "#db";
import { passwordLinkFor } from "../server/password-resets.server.ts";
import { settings } from "../server/settings.server.ts";

async function main(): Promise<void> {
  const [email] = process.argv.slice(2);
  if (!email) throw new Error("Give an e-mail address: password-link.ts name@example.nl");
  await openDatabase(settings().databaseUrl);
  const link = await passwordLinkFor(email).finally(stopDatabase);
  if (!link) throw new Error("There is no active person with this e-mail address.");
  process.stdout.write(
    `${link.address}\nWorks once, until ${new Date(link.expiresAt).toISOString()}.\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
