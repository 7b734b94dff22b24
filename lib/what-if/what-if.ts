import type { Pool } from "pg";
import type { z } from "zod";
import type { tryModelCall } from "@/lib/api/contract/trace";
import { principalOf, type WorkspaceActor } from "@/lib/auth/actor";
import { newId } from "@/lib/db/id";
import type { RunService } from "@/lib/runs/service/run-service";
import { AppError } from "@/workflows/errors/app-error";
import type { EventBody, RunEvent } from "@/workflows/events/event";
import { emptyView, project } from "@/workflows/events/project";
import type { Span } from "@/workflows/events/run-view";
import type { ModelGateway, PriceGateway } from "@/workflows/runtime/ports";
import { askModel } from "./ask-model.server";
import { keepUsage } from "./keep-usage";

export type Asked = z.output<typeof tryModelCall.body>;

export interface WhatIfParts {
  pool: Pool;
  runs: RunService;
  modelsOf: (workspaceId: string) => ModelGateway;
  pricesOf: (workspaceId: string) => Promise<PriceGateway>;
}

/** Makes single model calls of a run again, changed. What the run was stays as it is; what the calls use is counted. */
export class WhatIf {
  constructor(private readonly parts: WhatIfParts) {}

  /**
   * As many calls as asked for, at once, under the same rules as any other: what the run's data demands of models,
   * limits of keys, breakers.
   * @throws AppError not_found, invalid_input, model_not_configured, model_not_allowed
   */
  async ask(actor: WorkspaceActor, runId: string, asked: Asked, signal?: AbortSignal): Promise<Span[]> {
    const { pool, runs, modelsOf, pricesOf } = this.parts;
    const [run, span] = await Promise.all([runs.get(actor, runId), runs.span(actor, runId, asked.span)]);
    if (span.kind !== "model") {
      throw new AppError("invalid_input", "Only a model call can be asked again.", { field: "span" });
    }
    const { workspaceId } = actor;
    const { model, temperature, maxTokens, messages } = asked;
    const prices = pricesOf(workspaceId);
    const resolved = await modelsOf(workspaceId).resolve(
      model,
      { temperature, maxTokens, fresh: true },
      { runId, onBehalfOf: principalOf(actor), needs: [], answerTokens: maxTokens, log: () => {} },
    );
    const tryId = newId("try");
    const answers = await Promise.all(
      Array.from({ length: asked.times }, () =>
        askModel(resolved, { messages, tools: span.request?.tools ?? [], signal, prices: () => prices }),
      ),
    );
    await keepUsage(pool, { tryId, workspaceId, agentId: run.agentId }, answers.flat());
    return answers.flatMap((bodies) => spanOf(tryId, bodies) ?? []);
  }
}

function spanOf(tryId: string, bodies: readonly (EventBody & { ts: number })[]): Span | undefined {
  const events: RunEvent[] = bodies.map((body, at) => ({ runId: tryId, seq: at + 1, ns: [], ...body }));
  return project(events, emptyView(tryId)).spans[0];
}
