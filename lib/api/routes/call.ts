import { documentOf } from "@/lib/agents/published";
import { turnInput } from "@/lib/chat/turn-input";
import type { Api } from "../api";
import { chatApi } from "../contract";
import { mountRaw, respond } from "../mount";
import { startOnce } from "../once";
import { requireKnown } from "../require-known";
import { runStream } from "../stream/run-stream";
import { scheduleOf } from "./schedule";
import { forProgram } from "./stream";

const mostPauses = 50;

/** Published agents for programs: run, then wait for the result or stream the events. */
export function mountCalls(api: Api): void {
  const { db, runs } = api.services;
  mountRaw(api, chatApi.callAgent, async ({ caller, body, request }) => {
    const { agent, actor } = requireKnown(caller);
    const { stream, ...asked } = body;
    const schedule = scheduleOf(body);
    const { runId } = await startOnce(runs, { request, actor, agent, body: asked }, async () => ({
      agent,
      graph: { version: agent.version },
      source: "api",
      input: turnInput(await documentOf(db, agent.id, agent.version), body),
      threadId: body.threadId,
      multitask: body.multitaskStrategy,
      ...schedule,
    }));
    if (stream) {
      const run = await runs.get(actor, runId);
      return runStream(runs, { actor, run, after: 0, show: forProgram(caller) });
    }
    const run = schedule.runAfter
      ? await runs.get(actor, runId)
      : await runs.wait(actor, runId, request.signal);
    const { items } = await runs.interrupts(actor, { runId, status: "waiting" }, { limit: mostPauses });
    return respond(chatApi.callAgent, { ...run, interrupts: items });
  });
}
