import { z } from "zod";
import { endpoint, idParam } from "./endpoint";

const tag = "Kept answers";

/** Of so many days hits are counted. */
export const keptDays = 30;

const agentAnswers = z.object({
  agentId: z.string(),
  agentName: z.string(),
  /** Calls of models in the last 30 days, and how many of them a kept answer served. */
  calls: z.int(),
  hits: z.int(),
  /** What those would have cost, micro-dollars. */
  savedMicros: z.int(),
  /** Hits whose price nobody knows. */
  unknownSaved: z.int(),
  /** What is kept now. */
  answers: z.int(),
  bytes: z.int(),
});

export const listKeptAnswers = endpoint({
  method: "get",
  path: "/kept-answers",
  access: "model.read",
  tag,
  summary:
    "Answers of models that are kept and given again, by agent, and what they saved in the last 30 days",
  response: z.object({ items: z.array(agentAnswers) }),
});
export const forgetKeptAnswers = endpoint({
  method: "delete",
  path: "/agents/{id}/kept-answers",
  access: "model.manage",
  tag,
  summary: "Forget the answers of models that are kept for an agent",
  params: idParam,
  response: z.object({ forgotten: z.int() }),
});
