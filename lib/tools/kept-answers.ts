import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Queryable } from "@/lib/db/database";

/** Characters of an answer; a longer one is not kept. */
const mostChars = 256_000;

const found = z.array(z.object({ answer: z.string() }));

/** What a question to a tool is, and how long its answer is given again. */
export interface ToolQuestion {
  toolId: string;
  /** Hash of all that the answer depends on. */
  key: string;
  seconds: number;
}

/** Answers of tools that only read, kept for all processes on the same database; hits are counted with the tool. */
export class KeptToolAnswers {
  constructor(private readonly db: Queryable) {}

  /** The answer of an earlier call, else that of this one. Where nothing can be read or kept, the tool is called. */
  async or({ toolId, key, seconds }: ToolQuestion, call: () => Promise<string>): Promise<string> {
    const known = await this.find(toolId, key, seconds).catch(() => undefined);
    if (known !== undefined) return known;
    const answer = await call();
    if (answer.length <= mostChars) await this.keep(toolId, key, answer, seconds).catch(() => {});
    return answer;
  }

  /** Finds and counts in one round trip. A shorter time than it was kept for counts at once. */
  private async find(toolId: string, key: string, seconds: number): Promise<string | undefined> {
    const { rows } = await this.db.execute(sql`
      with hit as (
        select answer from tool_answers
        where tool_id = ${toolId} and key = ${key} and expires_at > now()
          and created_at > now() - make_interval(secs => ${seconds})
      ),
      counted as (
        update source_tools set kept_calls = kept_calls + 1, kept_hits = kept_hits + (select count(*) from hit)
        where id = ${toolId}
      )
      select answer from hit`);
    return found.parse(rows)[0]?.answer;
  }

  private async keep(toolId: string, key: string, answer: string, seconds: number): Promise<void> {
    await this.db.execute(sql`
      insert into tool_answers (tool_id, key, answer, expires_at)
      values (${toolId}, ${key}, ${answer}, now() + make_interval(secs => ${seconds}))
      on conflict (tool_id, key) do update set
        answer = excluded.answer, created_at = now(), expires_at = excluded.expires_at`);
  }
}
