import type * as agents from "../contract/agents";
import type * as runs from "../contract/runs";
import type * as trace from "../contract/trace";
import { addressOf } from "./address";

// What the editor calls before anything else is loaded, under the names of the contract.

export const getAgent = addressOf<typeof agents.getAgent>({ method: "get", path: "/agents/{id}" });
export const listAgents = addressOf<typeof agents.listAgents>({ method: "get", path: "/agents" });
export const updateAgent = addressOf<typeof agents.updateAgent>({
  method: "patch",
  path: "/agents/{id}",
  body: true,
});
export const changeDraft = addressOf<typeof agents.changeDraft>({
  method: "post",
  path: "/agents/{id}/draft",
  body: true,
});
export const listVersions = addressOf<typeof agents.listVersions>({
  method: "get",
  path: "/agents/{id}/versions",
});

export const getRunView = addressOf<typeof runs.getRunView>({ method: "get", path: "/runs/{id}/view" });
export const getRunTrace = addressOf<typeof trace.getRunTrace>({ method: "get", path: "/runs/{id}/trace" });
export const listStepEvents = addressOf<typeof runs.listStepEvents>({
  method: "get",
  path: "/runs/{id}/step-events",
});
export const goOnStopped = addressOf<typeof runs.goOnStopped>({
  method: "post",
  path: "/runs/{id}/go-on",
  body: true,
});
export const getNodeHistory = addressOf<typeof runs.getNodeHistory>({
  method: "get",
  path: "/agents/{id}/node-history",
});
export const listInterrupts = addressOf<typeof runs.listInterrupts>({ method: "get", path: "/interrupts" });
