/** Numbers as people use them, S-2026-0001, counting up per organisation and year, oldest first. */
export function numbered<One extends { example: { organisation: string }; at: number }>(
  letter: string,
  all: One[],
): (One & { number: string })[] {
  const counts = new Map<string, number>();
  return [...all]
    .sort((a, b) => a.at - b.at)
    .map((one) => {
      const year = new Date(one.at).getUTCFullYear();
      const key = `${one.example.organisation} ${year}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { ...one, number: `${letter}-${year}-${String(count).padStart(4, "0")}` };
    });
}
