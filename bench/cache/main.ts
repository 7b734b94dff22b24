import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HumanMessage } from "@langchain/core/messages";
import { createFirstAdmin } from "@/lib/auth/setup";
import { parseEnv } from "@/lib/env";
import { createLog } from "@/lib/log/log";
import { openCore } from "@/lib/server/core";
import { createOutside } from "@/lib/server/outside";
import { type KeptAnswers, keptAnswersSchema } from "@/workflows/graph/kept-answers";
import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";

const others = 10_000;
const related = 500;
const rounds = 200;
const limitMs = 5;

/** How long a kept answer takes, from the call of the model to its whole answer, among many others. */
export async function measureCache(baseUrl: string): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "signalbox-bench-"));
  const core = await openCore(parseEnv({ DATA_DIR: dataDir, NODE_ENV: "production" }), createLog("warn"));
  const outside = createOutside(core);
  try {
    let workspaceId = "";
    const account = {
      name: "Bench",
      email: "bench@example.com",
      password: "bench password",
      workspace: "Bench",
    };
    const user = await createFirstAdmin(core.database.db, account, async (_, workspace) => {
      workspaceId = workspace.id;
    });
    const actor = { kind: "member", userId: user.id, name: user.name, workspaceId, role: "admin" } as const;
    const { id } = await outside.models.createConnection(actor, {
      provider: "openai-compatible",
      name: "Stand-in",
      baseUrl,
      key: "none",
      models: ["words-100"],
      allowPrivate: true,
    });
    await core.database.pool.query(
      `insert into model_answers (workspace_id, key, agent_id, family, provider, model, answer, bytes, expires_at)
       select $1, 'other ' || n, 'agt_1', 'family ' || n, 'p', 'm', '{}', 100, now() + interval '1 day'
       from generate_series(1, $2) n`,
      [workspaceId, others],
    );
    const timesOf = async (keep: object, questions: readonly string[], again: (text: string) => string) => {
      const settings: KeptAnswers = keptAnswersSchema.parse(keep);
      const models = outside.nodeServices(
        workspaceId,
        { call: nobody },
        { agentId: "agt_1", settings },
      ).models;
      const ask = async (text: string) => {
        const model = await models.resolve(`${id}/words-100`, {});
        const began = performance.now();
        const answer = await model.invoke([new HumanMessage(text)]);
        const ms = performance.now() - began;
        const isHit = "signalbox_kept" in answer.response_metadata;
        return { ms, isHit };
      };
      const asked: number[] = [];
      for (const text of questions) asked.push((await ask(text)).ms);
      const hits: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const { ms, isHit } = await ask(again(String(questions[round % questions.length])));
        if (!isHit) throw new Error("A kept answer was not found.");
        hits.push(ms);
      }
      return { asked, hits };
    };
    const exact = await timesOf({ match: "exact" }, ["Which kettle leaks?"], (text) => text);
    const alike = await timesOf(
      { match: "semantic", embedding: "offline/offline", likeness: 0.999 },
      Array.from({ length: related }, (_, at) => `Question ${at} about the kettle number ${at * 7}?`),
      // The same words in another order: as near as can be to the offline model.
      (text) => text.split(" ").reverse().join(" "),
    );
    const trips: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      await core.database.pool.query("select 1");
      trips.push(performance.now() - began);
    }
    const line = (name: string, { asked, hits }: typeof exact, aim: string) => [
      name,
      `${fixed(median(asked))} ms`,
      `${fixed(median(hits))} ms`,
      `${fixed(percentile(hits, 0.95))} ms`,
      `${fixed(median(trips))} ms`,
      aim,
    ];
    printTable(
      `A kept answer of 100 words among ${others}`,
      ["found by", "asked, median", "hit, median", "hit, p95", "a query alone", "goal"],
      [
        line("the same question", exact, goal(median(exact.hits) < limitMs, `median < ${limitMs} ms`)),
        line(`its meaning, among ${related} alike`, alike, ""),
      ],
    );
  } finally {
    await outside.close();
    await core.database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const nobody = () => Promise.reject(new Error("Nobody is called here."));
