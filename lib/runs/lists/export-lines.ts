import type { RunSummary } from "@/lib/api/contract/runs";
import { type Cell, csvCell } from "@/workflows/data/csv-cell";
import { inWords } from "@/workflows/feedback/summary";

const columns: Record<string, (run: RunSummary) => Cell> = {
  id: (run) => run.id,
  agent: (run) => run.agentName,
  agent_id: (run) => run.agentId,
  thread_id: (run) => run.threadId,
  version: (run) => run.version,
  draft_revision: (run) => run.draftRevision,
  status: (run) => run.status,
  source: (run) => run.source,
  created_by: (run) => run.createdBy,
  feedback: (run) => inWords(run.feedback),
  tags: (run) => run.tags.join(", "),
  created_at: (run) => run.createdAt,
  started_at: (run) => run.startedAt,
  ended_at: (run) => run.endedAt,
  input_tokens: (run) => run.tokens.input,
  output_tokens: (run) => run.tokens.output,
  cached_tokens: (run) => run.tokens.cached,
  cost_micros: (run) => run.cost.micros,
  calls_without_price: (run) => run.cost.unknownCalls,
  problem: (run) => run.problem?.code ?? null,
  problem_message: (run) => run.problem?.message ?? null,
  input: (run) => JSON.stringify(run.input),
  output: (run) => (run.output === null ? null : JSON.stringify(run.output)),
};

export interface LineFormat {
  contentType: string;
  head: string;
  line(run: RunSummary): string;
}

export const lineFormats = {
  csv: {
    contentType: "text/csv; charset=utf-8; header=present",
    head: `${Object.keys(columns).join(",")}\r\n`,
    line: (run: RunSummary) =>
      `${Object.values(columns)
        .map((column) => csvCell(column(run)))
        .join(",")}\r\n`,
  },
  jsonl: {
    contentType: "application/jsonl; charset=utf-8",
    head: "",
    line: (run: RunSummary) => `${JSON.stringify(run)}\n`,
  },
} satisfies Record<string, LineFormat>;
