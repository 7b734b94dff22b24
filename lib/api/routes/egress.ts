import type { Api } from "../api";
import { egressApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountEgress(api: Api): void {
  const { db, egress } = api.services;
  mount(api, egressApi.getEgress, ({ caller }) => egress.get(db, caller.workspaceId));
  mountChange(api, egressApi.setEgress, ({ caller, body }, tx) => egress.set(tx, caller.workspaceId, body), {
    audit: ({ body }) => body,
  });
}
