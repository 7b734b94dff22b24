import { drive } from "@/workflows/compile/testing/drive";
import type { EventBody, RunEvent } from "@/workflows/events/event";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { exampleServices } from "./example-services";

/** The events of a real run from its start to its end or its first pause, one every 7 ms. */
export async function recordedRun(document: GraphDocument, input: JsonObject): Promise<RunEvent[]> {
  const agent = drive(document, exampleServices());
  await agent.run(input);
  const pauses = agent.pauses().map(({ id }) => id);
  const last: EventBody =
    pauses.length > 0
      ? { type: "run.interrupted", data: { interruptIds: pauses } }
      : { type: "run.finished", data: { output: await agent.output() } };
  const first: EventBody = { type: "run.started", data: { input } };
  return [first, ...agent.events, last].map(
    (body, at): RunEvent => ({ runId: "run_1", seq: at + 1, ts: 1_000 + at * 7, ns: [], ...body }),
  );
}
