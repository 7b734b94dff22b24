import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { env } from "./env.server";

/** Where another system tells of one event: the same after a retry or a resume. @throws AppError not_found */
export function eventAddress({ executionInfo }: LangGraphRunnableConfig): { key: string; url: string } {
  // LangGraph keeps a task's id over retries and resumes.
  const key = `evt_${executionInfo?.taskId ?? ""}`;
  return { key, url: `${env("EVENTS_URL").replace(/\/$/, "")}/${key}` };
}
