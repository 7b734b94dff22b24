import type { Api } from "../api";
import { runLimitsApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountRunLimits(api: Api): void {
  const { db, runLimits } = api.services;
  mount(api, runLimitsApi.getRunLimits, ({ caller }) => runLimits.get(db, caller.workspaceId));
  mountChange(
    api,
    runLimitsApi.setRunLimits,
    ({ caller, body }, tx) => runLimits.set(tx, caller.workspaceId, body),
    { audit: ({ body }) => body },
  );
  mount(api, runLimitsApi.getAgentRunLimits, ({ caller, params }) =>
    runLimits.getAgent(db, caller.workspaceId, params.id),
  );
  mountChange(
    api,
    runLimitsApi.setAgentRunLimits,
    ({ caller, params, body }, tx) => runLimits.setAgent(tx, caller.workspaceId, params.id, body),
    { audit: ({ body }) => body },
  );
}
