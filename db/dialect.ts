/** Which database engine an address names. */
export type Dialect = "sqlite" | "postgres";

export function dialectOf(url: string): Dialect {
  return /^postgres(ql)?:/i.test(url) ? "postgres" : "sqlite";
}

/** The engine of this process: tables are defined for one, when they are first imported. */
export const dialect: Dialect = dialectOf(process.env.DATABASE_URL ?? "");
