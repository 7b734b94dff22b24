import { findAgent } from "@/lib/agents/agent-row";
import { draftAt } from "@/lib/agents/draft-at";
import type { Api } from "../api";
import { replayApi } from "../contract";
import { mount } from "../mount";

export function mountReplay(api: Api): void {
  const { db, runs } = api.services;
  mount(
    api,
    replayApi.replayRun,
    async ({ caller, params, body }) => {
      const { graph, otherwise } = body;
      const runId = params.id;
      if (graph === "as-it-ran") return runs.replay(caller, { runId, otherwise });
      const { agentId, test } = await runs.get(caller, runId);
      const agent = await findAgent(db, caller, agentId);
      const document = await draftAt(db, agent, agent.revision, test ?? {});
      return runs.replay(caller, { runId, otherwise, draft: { revision: agent.revision, document } });
    },
    // A run is its own record.
    { audit: false },
  );
}
