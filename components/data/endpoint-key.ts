import type { Address } from "@/lib/api/client/address";
import type { call } from "@/lib/api/client/call";
import type { Endpoint } from "@/lib/api/contract/endpoint";

export type EndpointInput<E extends Endpoint> = Parameters<typeof call<E>>[1];

/** Under which an endpoint's answers are kept; without an input, all of them. */
export function endpointKey<E extends Endpoint>(
  endpoint: E | Address<E>,
  input?: EndpointInput<E>,
): readonly unknown[] {
  const name = `${endpoint.method} ${endpoint.path}`;
  return input === undefined ? [name] : [name, input];
}
