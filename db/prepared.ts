import type { Preparable, Prepared } from "./engine.ts";
import type { Queries } from "./sqlite/connection.ts";

/**
 * A query that every change runs, built once per connection of the query builder. `name` is that of
 * the statement on the server and stands for this one query.
 */
export function preparedOnce<Row>(name: string, build: (queries: Queries) => Preparable<Row>) {
  const made = new WeakMap<Queries, Prepared<Row>>();
  return async (queries: Queries, values: Record<string, unknown> = {}): Promise<Row[]> => {
    const prepared = made.get(queries) ?? build(queries).prepare(name);
    made.set(queries, prepared);
    return prepared.execute(values);
  };
}
