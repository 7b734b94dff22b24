import type { Api } from "../api";
import { retentionApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountRetention(api: Api): void {
  const { db, retention } = api.services;
  mount(api, retentionApi.getRetention, ({ caller }) => retention.get(db, caller.workspaceId));
  mount(api, retentionApi.previewRetention, ({ caller, query }) =>
    retention.preview(caller.workspaceId, query),
  );
  mountChange(
    api,
    retentionApi.setRetention,
    ({ caller, body }, tx) => retention.set(tx, caller.workspaceId, body),
    { audit: ({ body }) => body },
  );
}
