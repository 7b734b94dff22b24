import { readAgent } from "@/lib/agents/agent-row";
import { draftAt } from "@/lib/agents/draft-at";
import { AppError } from "@/workflows/errors/app-error";
import type { GoOn, GoOnMode } from "@/workflows/travel/breakpoint";
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
      const agent = await readAgent(db, caller, params.id);
      const { runId } = await startOnce(runs, { request, actor: caller, agent, body }, async () => {
        const { options, input } = testRunOf(body);
        const document = await draftAt(db, agent, body.revision, options);
        return {
          agent,
          graph: { draftRevision: body.revision, document, options },
          source: "test",
          input,
          threadId: body.threadId,
          breakpoints: body.breakpoints,
        };
      });
      return runs.get(caller, runId);
    },
    // A run is its own record.
    { audit: false },
  );
  mount(
    api,
    runsApi.forkRun,
    async ({ caller, params, body, request }) => {
      const { agentId } = await runs.get(caller, params.id);
      const agent = await readAgent(db, caller, agentId);
      const asked = { request, actor: caller, agent, body: { ...body, runId: params.id } };
      const { runId } = await startOnce(runs, asked, async () => {
        const { draft: chosen, ...rest } = body;
        const draft = chosen && {
          draftRevision: chosen.revision,
          document: await draftAt(db, agent, chosen.revision),
          options: { pins: true },
        };
        return runs.forkOf(caller, params.id, { ...rest, draft });
      });
      return runs.get(caller, runId);
    },
    { audit: false },
  );
  mount(api, runsApi.getBranches, ({ caller, params }) => runs.branches(caller, params.id));
  mount(api, runsApi.makeHead, ({ caller, params }) => runs.makeHead(caller, params.id));
  mount(
    api,
    runsApi.goOnStopped,
    ({ caller, params, body: { mode, nodeId, breakpoints } }) =>
      runs.goOn(caller, params.id, { goOn: goOnFrom(mode, nodeId), breakpoints }),
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
  mount(api, runsApi.listStepEvents, async ({ caller, params, query: { after, limit } }) => ({
    items: await runs.stepEvents(caller, params.id, after, limit),
  }));
  mount(api, runsApi.getNodeHistory, async ({ caller, params }) => {
    const agent = await readAgent(db, caller, params.id);
    return runs.nodeHistory(agent.id);
  });
  mount(api, runsApi.getRunState, ({ caller, params }) =>
    runs.stateAt(caller, params.id, params.checkpointId),
  );
  mount(api, runsApi.cancelRun, ({ caller, params }) => runs.cancel(caller, params.id));
}

/** @throws AppError invalid_input */
function goOnFrom(mode: GoOnMode, nodeId: string | undefined): GoOn {
  if (mode !== "to") return { mode };
  if (nodeId !== undefined) return { mode, nodeId };
  throw new AppError("invalid_input", "Say which node it is to run to.", { field: "nodeId" });
}
