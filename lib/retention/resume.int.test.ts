import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { AIMessageChunk } from "@langchain/core/messages";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resumeFrom, runStream } from "@/lib/api/stream/run-stream";
import type { TestProcess } from "@/lib/runs/testing/run-world";
import { createKeepWorld, type KeepWorld, says, talk } from "./testing/keep-world";

let world: KeepWorld;
const servers: Server[] = [];
beforeAll(async () => {
  world = await createKeepWorld();
});
afterAll(async () => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  await world.close();
});

/** A web process of its own, as far as streams go. */
async function serve(process: TestProcess): Promise<string> {
  const answer = async (request: Request) => {
    const id = new URL(request.url).pathname.slice(1);
    const run = await process.service.get(world.ada, id);
    const after = resumeFrom(request, { after: 0 });
    return runStream(process.service, { actor: world.ada, run, after, show: (event) => event });
  };
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const tokens = 400;

test("fifty times cut off and resumed at another process, while the run goes on and while it is packed: no word is lost or comes twice", async () => {
  // The model says a little more for every event that was read, so that most cuts come while it speaks.
  let said = 3;
  let more = Promise.withResolvers<void>();
  const sayMore = (words: number) => {
    said += words;
    more.resolve();
    more = Promise.withResolvers<void>();
  };
  world.script("acme/1", async function* () {
    for (let at = 0; at < tokens; at += 1) {
      while (at >= said) await more.promise;
      yield new AIMessageChunk({ content: `word${at} ` });
    }
  });
  const webs = [await serve(await world.startProcess(0)), await serve(await world.startProcess(0))];
  const { runId } = await world.start(world.server, await world.publish(talk), says("Hi"));
  const seqs: number[] = [];
  let text = "";
  let cuts = 0;
  let isOver = false;
  while (!isOver) {
    if (cuts === 46) {
      sayMore(tokens);
      await world.server.service.wait(world.ada, runId);
      await world.keepHouse();
    }
    const connection = new AbortController();
    const { body } = await fetch(`${webs[cuts % 2]}/${runId}`, {
      headers: { "last-event-id": String(seqs.at(-1) ?? 0) },
      signal: connection.signal,
    });
    const events = body?.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    const patience = cuts < 46 ? 1 + ((cuts * 7) % 4) : 1;
    let count = 0;
    for await (const { id, event, data } of events ?? []) {
      seqs.push(Number(id));
      if (event === "model.delta") text += JSON.parse(data).data.text;
      isOver = event === "run.finished";
      count += 1;
      sayMore(3);
      if (count >= patience) break;
    }
    connection.abort();
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(50);
  const [stored] = await world.rows(
    "select data->'message'->>'content' as text from run_events where run_id = $1 and type = 'model.finished'",
    runId,
  );
  expect(hash(text)).toBe(hash(String(stored?.text)));
  expect(seqs).toEqual(seqs.map((_seq, at) => at + 1));
  expect(await world.count("run_events", "run_id = $1 and type = 'model.deltas'", runId)).toBeGreaterThan(0);
});
