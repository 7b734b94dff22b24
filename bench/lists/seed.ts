import { Command, InvalidArgumentError } from "commander";
import { asc, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { members } from "@/drizzle/schema";
import { insertAgent } from "@/lib/agents/insert-agent";
import { insertVersion } from "@/lib/agents/publish-agent";
import { operatorOf } from "@/lib/cli/operator";
import { note } from "@/lib/cli/output";
import { action, withCore } from "@/lib/cli/session";
import { openDatabase } from "@/lib/db/database";
import type { Core } from "@/lib/server/core";
import { AppError } from "@/workflows/errors/app-error";
import { questionGraph } from "./question-graph";
import { removeSeeded, seededRuns, seedRuns } from "./seed-runs";

const agents = 12;
/** Seeded runs are of versions 1 to 4. */
const versions = 4;

interface Options {
  count: number;
  workspace?: string;
  besideOthers?: true;
  remove?: true;
}

const program = new Command("seed:runs")
  .description("Fills the installation's database with runs that never ran, to see its lists with many.")
  .option("--count <number>", "how many", wholeNumber, 1_000_000)
  .option("--workspace <id or name>", "where; left out, the first")
  .option("--beside-others", "also where there are runs that really ran")
  .option("--remove", "take away what was seeded before, and seed nothing")
  .action(action((options: Options) => withCore((core) => seed(core, options))));
await program.parseAsync();

async function seed({ database }: Core, options: Options): Promise<void> {
  // A batch may take longer than any statement of the server.
  const patient = openDatabase(database.url, { size: 2, answerMs: 0 });
  try {
    if (options.remove) return note(`${told(await removeSeeded(patient.pool))} runs are gone.`);
    const { db } = database;
    const { workspaceId } = await operatorOf(db, options.workspace);
    await refuseTwice(patient.pool, options);
    const [owner] = await db
      .select({ id: members.userId })
      .from(members)
      .where(eq(members.workspaceId, workspaceId))
      .orderBy(asc(members.createdAt))
      .limit(1);
    const by = owner?.id ?? null;
    const agentIds: string[] = [];
    for (let made = 1; made <= agents; made += 1) {
      const document = questionGraph();
      const id = await insertAgent(db, {
        workspaceId,
        name: `Seeded ${made}`,
        draft: document,
        createdBy: by,
      });
      for (let version = 0; version < versions; version += 1) {
        await insertVersion(db, { agentId: id, document, note: "", by });
      }
      agentIds.push(id);
    }
    const { count } = options;
    const onProgress = (done: number) => note(`${told(done)} of ${told(count)}`);
    await seedRuns(patient.pool, { workspaceId, agentIds, userId: by, count, onProgress });
  } finally {
    await patient.close();
  }
}

/** @throws AppError conflict: people's runs, or runs of an earlier seeding, are there */
async function refuseTwice(pool: Pool, { besideOthers }: Options): Promise<void> {
  const { seeded, others } = await seededRuns(pool);
  if (seeded) {
    throw new AppError("conflict", "This database has seeded runs already.", {
      hint: "Take them away first: npm run seed:runs -- --remove",
    });
  }
  if (others && !besideOthers) {
    throw new AppError("conflict", "This database has runs that really ran.", {
      hint: "If it is not the one that people work with, say so: npm run seed:runs -- --beside-others",
    });
  }
}

function told(count: number): string {
  return count.toLocaleString("en-GB");
}

function wholeNumber(text: string): number {
  const count = Number(text.replaceAll(/[_,]/g, ""));
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError("Not a whole number from 1 on.");
}
