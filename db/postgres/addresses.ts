/**
 * Reads `postgres://user:password@host1:5432,host2:5432/database?target_session_attrs=read-write`:
 * the form of libpq, of which the driver takes one host at a time.
 */
export type Addresses = {
  /** One address per host, in the order given. */
  hosts: string[];
  /** Only a server that takes changes will do. */
  writable: boolean;
};

const shape = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(\/[^?#]*)?(?:\?(.*))?$/i;

/** Throws when it is not an address, or asks for something other than any or read-write. */
export function parseAddresses(url: string): Addresses {
  const parts = shape.exec(url);
  if (!parts) throw new Error("Not the address of a PostgreSQL database: postgres://host/database");
  const [, start = "", hosts = "", path = "", query = ""] = parts;
  const parameters = new URLSearchParams(query);
  const wanted = parameters.get("target_session_attrs") ?? "any";
  if (!["any", "read-write", "primary"].includes(wanted)) {
    throw new Error("target_session_attrs takes any, read-write or primary");
  }
  parameters.delete("target_session_attrs");
  const rest = parameters.size > 0 ? `?${parameters.toString()}` : "";
  return {
    hosts: hosts.split(",").map((host) => `${start}${host}${path}${rest}`),
    writable: wanted !== "any" || hosts.includes(","),
  };
}

/** For people to read: without the password. */
export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/?#]*):[^@/?#]*@/, "$1@");
}
