import { findAgent } from "@/lib/agents/agent-row";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { lineFormats } from "@/lib/runs/lists/export-lines";
import { listTags, tagRuns } from "@/lib/runs/lists/tags";
import { deleteView, listViews, saveView, updateView } from "@/lib/runs/lists/views";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { Api } from "../api";
import { runListsApi } from "../contract";
import type { EachRun } from "../contract/run-lists";
import { mount, mountChange, mountRaw } from "../mount";
import { startOnce } from "../once";
import { exportStream } from "../stream/export-stream";

export function mountRunLists(api: Api): void {
  const { db, deleteRun, runs } = api.services;
  mount(api, runListsApi.listTags, async ({ caller }) => ({ items: await listTags(db, caller) }));
  mountChange(api, runListsApi.tagRuns, async ({ caller, body }, tx) => ({
    tagged: await tagRuns(tx, caller, body),
  }));
  mount(
    api,
    runListsApi.rerunRuns,
    async ({ caller, body, request }) => ({
      items: await eachOf(body.ids, async (id) => ({ runId: await rerun(caller, request, id) })),
    }),
    // A run is its own record.
    { audit: false },
  );
  mount(
    api,
    runListsApi.deleteRuns,
    async ({ caller, body }) => ({
      items: await eachOf(body.ids, async (id) => {
        const why = await deleteRun(caller.workspaceId, id);
        if (why !== undefined) throw new AppError("conflict", why);
        return {};
      }),
    }),
    { audit: ({ body }) => ({ ids: body.ids }) },
  );
  mountRaw(api, runListsApi.exportRuns, async ({ caller, query: { format, order, ids, ...filter } }) => {
    const { contentType, head, line } = lineFormats[format];
    const search = { ...filter, ids: ids?.split(",") };
    const page = (cursor: string | undefined) =>
      runs.listWhole(caller, search, { cursor, limit: 200, order });
    return new Response(exportStream({ head, line, page }), {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="runs.${format}"`,
      },
    });
  });
  mount(api, runListsApi.listViews, async ({ caller }) => ({ items: await listViews(db, caller) }));
  mountChange(api, runListsApi.saveView, ({ caller, body }, tx) => saveView(tx, caller, body));
  mountChange(api, runListsApi.updateView, ({ caller, params, body }, tx) =>
    updateView(tx, caller, params.id, body),
  );
  mountChange(api, runListsApi.deleteView, ({ caller, params }, tx) => deleteView(tx, caller, params.id));

  /** @returns the new run's id */
  async function rerun(caller: WorkspaceActor, request: Request, id: string): Promise<string> {
    const run = await runs.get(caller, id);
    const agent = await findAgent(db, caller, run.agentId);
    const { liveVersion: version } = agent;
    if (version === null) {
      throw new AppError("conflict", `${agent.name} has no live version.`, { hint: "Publish it first." });
    }
    const asked = { request, actor: caller, agent, body: { rerun: id }, part: id };
    const made = await startOnce(runs, asked, () => ({
      agent,
      graph: { version },
      source: "test",
      input: run.input,
      origin: { kind: "rerun", runId: id },
    }));
    return made.runId;
  }
}

/** Each on its own: what is refused for one is done for the others. */
async function eachOf(
  ids: readonly string[],
  work: (id: string) => Promise<{ runId?: string }>,
): Promise<EachRun[]> {
  const done: EachRun[] = [];
  for (const id of new Set(ids)) {
    try {
      done.push({ id, ...(await work(id)) });
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { code, message, details } = error;
      done.push({
        id,
        problem: { code, detail: message, ...(details.hint !== undefined && { hint: details.hint }) },
      });
    }
  }
  return done;
}
