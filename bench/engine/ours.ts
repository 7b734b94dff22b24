import type { RunEvent } from "@/workflows/events/event";
import type { JsonObject } from "@/workflows/graph/json";
import type { World } from "./world";

/** A run through the whole engine: accepted, queued, claimed, run, its events stored, then read by a subscriber. */
export async function runOurs(
  world: World,
  agent: { id: string; workspaceId: string },
  input: JsonObject,
  onToken: (text: string) => void,
): Promise<void> {
  const { actor, service } = world;
  const { runId } = await service.create(actor, { agent, graph: { version: 1 }, source: "api", input });
  const ended = Promise.withResolvers<void>();
  const listen = (events: readonly RunEvent[]) => {
    for (const event of events) {
      if (event.type === "model.delta") onToken(event.data.text);
      if (event.type === "run.finished") ended.resolve();
      if (event.type === "run.failed") ended.reject(new Error(event.data.problem.message));
    }
  };
  const reader = await service.subscribe(actor, runId, 0, listen);
  await ended.promise;
  reader.close();
}
