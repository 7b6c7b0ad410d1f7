/** The other side of `outcomeOf`: does the work and tells what came of it. */
export async function tell(work: () => Promise<unknown>): Promise<void> {
  // Without the process that asked, nobody wants to know any more.
  process.on("disconnect", () => process.exit(1));
  const outcome = await work();
  process.send?.(outcome ?? {}, () => process.exit(0));
}
