import { createHash } from "node:crypto";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { admin, signIn } from "@/e2e/fixtures/session";
import type { Scenario } from "../scenario";
import { talk } from "../world/graphs";
import type { Random } from "../world/random";
import type { World } from "../world/world";

/** A reader loses its connection again and again and goes on at whichever web process answers. */
export const streams: Scenario = {
  name: "streams",
  title: "readers disconnected at random offsets go on at another web process: no token missing, none twice",
  async play({ world: open, size, random }) {
    const world = await open();
    const readers = size === "short" ? 3 : 10;
    const cuts = size === "short" ? 4 : 5;
    const cookies = await Promise.all(
      world.webs.map(async ({ url }) => ({ url, cookie: (await signIn(url, admin)).cookie() })),
    );
    const agent = await world.agent("Read along", talk(world.recorder.url, world.model("words-400-tps-60")));
    const read = await Promise.all(
      Array.from({ length: readers }, async () => {
        const run = await world.start(agent);
        return { run, ...(await readAll(run, cookies, cuts, random)) };
      }),
    );
    for (const { run, text, seqs } of read) {
      const stored = await storedText(world, run);
      if (hash(text) !== hash(stored))
        throw new Error(`${run}: ${text.length} of ${stored.length} characters`);
      const gap = seqs.findIndex((seq, at) => seq !== at + 1);
      if (gap >= 0) throw new Error(`${run}: event ${gap + 1} is ${seqs[gap]}`);
    }
    const characters = read.reduce((sum, { text }) => sum + text.length, 0);
    return {
      readers,
      disconnects: read.reduce((sum, { made }) => sum + made, 0),
      characters,
      "hashes equal": readers,
    };
  },
};

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

async function readAll(
  run: string,
  webs: readonly { url: string; cookie: string }[],
  cuts: number,
  random: Random,
): Promise<{ text: string; seqs: number[]; made: number }> {
  const seqs: number[] = [];
  let text = "";
  for (let made = 0; ; made += 1) {
    const web = webs[made % webs.length];
    if (!web) throw new Error("No web process");
    const patience = made < cuts ? random.between(1, 15) : Number.POSITIVE_INFINITY;
    const connection = new AbortController();
    const response = await fetch(`${web.url}/api/v1/runs/${run}/stream`, {
      headers: { cookie: web.cookie, "last-event-id": String(seqs.at(-1) ?? 0) },
      signal: AbortSignal.any([connection.signal, AbortSignal.timeout(60_000)]),
    });
    if (response.status !== 200 || !response.body) throw new Error(`The stream answered ${response.status}`);
    const events = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream());
    let count = 0;
    for await (const { id, event, data } of events) {
      seqs.push(Number(id));
      count += 1;
      if (event === "model.delta") text += JSON.parse(data).data.text;
      if (event === "run.finished") return { text, seqs, made };
      if (count >= patience) break;
    }
    connection.abort();
  }
}

async function storedText({ cluster }: World, run: string): Promise<string> {
  const { rows } = await cluster.pool.query(
    "select data->'message'->>'content' as text from run_events where run_id = $1 and type = 'model.finished'",
    [run],
  );
  return String(rows[0]?.text ?? "");
}
