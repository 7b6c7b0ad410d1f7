/**
 * The sum of numbers, equal to the last bit whatever their order: sorted first, then added with compensation
 * (Neumaier 1974). An empty list sums to 0.
 */
export function sum(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  let total = 0;
  let lost = 0;
  for (const value of sorted) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
