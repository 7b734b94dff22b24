import type { Pool } from "pg";
import { z } from "zod";
import { type StoredAnswer, storedAnswerSchema } from "./stored-answer";

/** Where answers are kept for all processes on the same database. */
export class AnswerStore {
  constructor(private readonly pool: Pool) {}

  async find(workspaceId: string, key: string, seconds: number): Promise<FoundAnswer | undefined> {
    const { rows } = await this.pool.query({
      name: "find_model_answer",
      text: `select answer, extract(epoch from now() - created_at)::float8 * 1000 as "ageMs" from model_answers
        where workspace_id = $1 and key = $2 and expires_at > now()
          and created_at > now() - make_interval(secs => $3)`,
      values: [workspaceId, key, seconds],
    });
    return found.optional().parse(rows[0]);
  }

  /** The newest answers to questions that differ in their last message alone. */
  async related(
    workspaceId: string,
    family: string,
    seconds: number,
    most: number,
  ): Promise<RelatedAnswer[]> {
    const { rows } = await this.pool.query({
      name: "related_model_answers",
      text: `select key, vector from model_answers
        where workspace_id = $1 and family = $2 and expires_at > now()
          and created_at > now() - make_interval(secs => $3) and vector is not null
        order by created_at desc limit $4`,
      values: [workspaceId, family, seconds, most],
    });
    return related.array().parse(rows);
  }

  async keep(entry: NewAnswer): Promise<void> {
    const { workspaceId, agentId, key, family, vector, provider, model, answer, seconds } = entry;
    const text = JSON.stringify(answer);
    const bytes = vector && Buffer.from(Float32Array.from(vector).buffer);
    await this.pool.query({
      name: "keep_model_answer",
      text: `insert into model_answers
          (workspace_id, key, agent_id, family, vector, provider, model, answer, bytes, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(secs => $10))
        on conflict (workspace_id, key) do update set
          agent_id = excluded.agent_id, family = excluded.family, vector = excluded.vector, answer = excluded.answer,
          bytes = excluded.bytes, created_at = now(), expires_at = excluded.expires_at`,
      values: [
        workspaceId,
        key,
        agentId,
        family ?? null,
        bytes ?? null,
        provider,
        model,
        text,
        Buffer.byteLength(text) + (bytes?.length ?? 0),
        seconds,
      ],
    });
  }
}

const found = z.object({ answer: storedAnswerSchema, ageMs: z.number().transform((ms) => Math.max(0, ms)) });
type FoundAnswer = z.infer<typeof found>;

const related = z.object({
  key: z.string(),
  vector: z
    .instanceof(Buffer)
    // A buffer of the driver may begin anywhere; numbers of four bytes may not.
    .transform((bytes) => new Float32Array(Uint8Array.from(bytes).buffer)),
});
type RelatedAnswer = z.infer<typeof related>;

export interface NewAnswer {
  workspaceId: string;
  agentId: string;
  key: string;
  family: string | undefined;
  vector: readonly number[] | undefined;
  provider: string;
  model: string;
  answer: StoredAnswer;
  seconds: number;
}
