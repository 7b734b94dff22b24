import * as contract from "./contract";
import type { Endpoint } from "./contract/endpoint";

/** Everything the contract declares, by the name of its export. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  Object.values(contract).flatMap((group) =>
    Object.entries<unknown>(group).flatMap(([name, value]): [string, Endpoint][] =>
      isEndpoint(value) ? [[name, value]] : [],
    ),
  ),
);

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "access" in value && "path" in value;
}

const names = new Map([...endpoints].map(([name, endpoint]) => [endpoint, name]));

/** The name under which the contract exports an endpoint: its OpenAPI operation id and audit action. */
export function nameOf(endpoint: Endpoint): string {
  const name = names.get(endpoint);
  if (!name) throw new Error(`${endpoint.method} ${endpoint.path} is not exported by lib/api/contract`);
  return name;
}
