import type { Api } from "../api";
import { outgoingApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountOutgoing(api: Api): void {
  const { breakers } = api.services;
  mount(api, outgoingApi.listBreakers, async ({ caller }) => ({ items: await breakers.list(caller) }));
  mountChange(api, outgoingApi.tryBreaker, ({ caller, body }) => breakers.tryNow(caller, body.key), {
    audit: ({ body }) => body,
  });
}
