export async function checkPostgres(): Promise<never> {
  throw new Error("todo");
}
