import { findAgent } from "@/lib/agents/agent-row";
import { draftAt } from "@/lib/agents/draft-at";
import type { Api } from "../api";
import { runsApi } from "../contract";
import { mount } from "../mount";
import { startOnce } from "../once";
import { testRunOf } from "../test-run";

export function mountRuns(api: Api): void {
  const { db, runs } = api.services;
  mount(
    api,
    runsApi.createTestRun,
    async ({ caller, params, body, request }) => {
      const agent = await findAgent(db, caller, params.id);
      const { runId } = await startOnce(runs, { request, actor: caller, agent, body }, async () => {
        const { options, input } = testRunOf(body);
        const document = await draftAt(db, agent, body.revision, options);
        return {
          agent,
          graph: { draftRevision: body.revision, document, options },
          source: "test",
          input,
          threadId: body.threadId,
        };
      });
      return runs.get(caller, runId);
    },
    // A run is its own record.
    { audit: false },
  );
  mount(api, runsApi.listRuns, ({ caller, query: { cursor, limit, order, ...filter } }) =>
    runs.list(caller, filter, { cursor, limit, order }),
  );
  mount(api, runsApi.getRun, ({ caller, params }) => runs.get(caller, params.id));
  mount(api, runsApi.getRunView, ({ caller, params }) => runs.view(caller, params.id));
  mount(api, runsApi.listEvents, async ({ caller, params, query: { after, limit } }) => {
    const items = await runs.events(caller, params.id, after, limit);
    return { items, lastSeq: items.at(-1)?.seq ?? after };
  });
  mount(api, runsApi.getNodeHistory, async ({ caller, params }) => {
    const agent = await findAgent(db, caller, params.id);
    return runs.nodeHistory(agent.id);
  });
  mount(api, runsApi.getRunState, ({ caller, params }) =>
    runs.stateAt(caller, params.id, params.checkpointId),
  );
  mount(api, runsApi.cancelRun, ({ caller, params }) => runs.cancel(caller, params.id));
}
