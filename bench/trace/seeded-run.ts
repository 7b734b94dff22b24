import { agentFrom, sampleOf, testRun } from "@/e2e/fixtures/agents";
import type { Session } from "@/e2e/fixtures/session";
import type { DatabaseHandle } from "@/lib/db/database";
import { appendEvents } from "@/lib/runs/events/append";
import { eventsOf } from "./events";
import { untilStatus } from "./until-status";

const atOnce = 2_000;

/** A run of the built server that waits for a person, to which so many spans are added before it ends. */
export async function seededRun(person: Session, database: DatabaseHandle, spans: number): Promise<string> {
  const agent = await agentFrom(person, "approval", `${spans} spans`);
  const runId = await testRun(person, agent, sampleOf("approval"));
  await untilStatus(person, runId, "interrupted");
  const events = eventsOf("draft", spans, Date.now());
  for (let at = 0; at < events.length; at += atOnce) {
    await append(database, runId, events.slice(at, at + atOnce));
  }
  const end = events.at(-1)?.ts ?? Date.now();
  await append(database, runId, [
    { ts: end, ns: [], type: "run.finished", data: { output: { done: true } } },
  ]);
  return runId;
}

async function append(
  { pool }: DatabaseHandle,
  runId: string,
  events: Parameters<typeof appendEvents>[2][number]["events"],
): Promise<void> {
  const bases = await appendEvents(pool, 0, [{ runId, epoch: null, events }]);
  if (!bases.has(runId)) throw new Error("The run took no more events");
}
