import { z } from "zod";
import { formSchema } from "@/workflows/form/form-field";
import { jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";

export const answerChoiceSchema = z.object({
  id: z.string(),
  label: z.string(),
  tone: z.enum(["primary", "neutral", "danger"]),
});

/** One entry of the list that a node runs its graph for, as people are told of it. */
export const itemPlaceSchema = z.object({
  /** Title of the node that goes through the list. */
  of: z.string(),
  /** Counts from 0. */
  index: z.int().min(0),
  count: z.int().min(1),
  /** A few words of the entry itself. */
  label: z.string(),
});
export type ItemPlace = z.infer<typeof itemPlaceSchema>;

/** A call of a tool that waits for a person: they may let it through, with other arguments where they like, or refuse it. */
export const toolApprovalSchema = z.object({
  name: z.string(),
  /** What the tool is for, as the model is told. */
  purpose: z.string(),
  args: jsonObjectSchema,
  /** JSON Schema that the arguments have to fit. */
  schema: jsonObjectSchema,
});
export type ToolApproval = z.infer<typeof toolApprovalSchema>;
/** Whom a question is for: everybody of a role in the workspace, or one member. */
export const assigneeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("role"), role: z.string().min(1).max(60) }),
  z.object({ kind: z.literal("member"), email: z.string().min(1).max(320) }),
]);
export type Assignee = z.infer<typeof assigneeSchema>;

/** How the answers of several people become one. */
export const quorumRules = ["same", "majority", "veto"] as const;
export const quorumSchema = z.object({
  /** How many people have to answer. */
  people: z.int().min(2).max(50),
  /**
   * `same`: all choose the same. `majority`: more than half choose it. `veto`: the first answer that rejects (of the
   * tone `danger`) ends it, else as `majority`.
   */
  rule: z.enum(quorumRules),
});
export type Quorum = z.infer<typeof quorumSchema>;

/** How people are told of a question, beside the inbox. */
export const tellSchema = z.object({
  by: z.enum(["email", "slack", "teams", "discord"]),
  /** Addresses, for e-mail. */
  to: z.array(z.string()).optional(),
  /** Name of the secret that holds the chat's address. */
  secret: z.string().optional(),
  /** Said again after so long while nobody has answered. */
  againAfterMs: z.int().min(1_000).optional(),
});
export type Tell = z.infer<typeof tellSchema>;

/** What a person sees and may do at a pause. */
export const interruptPayloadSchema = z.object({
  /**
   * `outcome_unknown`: asked by the engine itself, a worker was lost in the middle of a node that must not act twice.
   * `timer`: the clock answers. `child`: the end of a called run answers. `event`: a program outside answers. `client`:
   * whoever runs the agent does what a tool is for, and answers with its result. No person is asked by these four.
   * `breakpoint`: a test run was stopped between two steps, to be looked at.
   */
  kind: z.enum(["outcome_unknown", "timer", "child", "event", "client", "breakpoint"]).optional(),
  /** The entries on whose behalf it is asked, outermost first: several may ask the same at once. */
  items: z.array(itemPlaceSchema).optional(),
  message: z.string(),
  show: jsonObjectSchema.optional(),
  editable: jsonObjectSchema.optional(),
  answers: z.array(answerChoiceSchema),
  allowText: z.boolean(),
  /**
   * Set where a tool's call is to be approved; its answers are `approve` and `reject`. Of the kind `client`: the call that
   * is to be done; its answers are `result` and `error`.
   */
  tool: toolApprovalSchema.optional(),
  /** JSON Schema that the result of a `client` call has to fit; absent: anything does. */
  resultSchema: jsonObjectSchema.optional(),
  /** What is to be filled in; an answer that rejects needs none of it. */
  form: formSchema.optional(),
  /** Only these and administrators may answer; absent: everybody who may answer approvals. */
  assignees: z.array(assigneeSchema).optional(),
  quorum: quorumSchema.optional(),
  /** Who is asked as well where nobody has answered after so long. */
  escalation: z.object({ afterMs: z.int().min(0), to: z.array(assigneeSchema).min(1) }).optional(),
  tell: tellSchema.optional(),
  /** When the clock answers, milliseconds since the epoch. */
  wakeAt: z.number().optional(),
  /** After how many milliseconds the clock answers, counted from when the pause is stored. */
  wakeAfterMs: z.int().min(0).optional(),
  /** Run whose end is waited for. */
  childRunId: z.string().optional(),
  /** What is waited for: the event of this key, of this shape. */
  event: z.object({ key: z.string(), schema: jsonObjectSchema.optional() }).optional(),
});
export type InterruptPayload = z.infer<typeof interruptPayloadSchema>;

/** What a person may send; `edits` holds new values of editable channels, `form` what they filled in. */
export const givenAnswerSchema = z.strictObject({
  answer: z.string().min(1),
  text: z.string().max(20_000).optional(),
  edits: jsonObjectSchema.optional(),
  /** Other arguments for an approved tool. */
  args: jsonObjectSchema.optional(),
  /** What came of a `client` call. */
  result: jsonSchema.optional(),
  form: jsonObjectSchema.optional(),
});
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

/** One person's answer, on record. */
export const voteSchema = givenAnswerSchema.extend({
  /** Name of whoever gave it; null: a visitor. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type Vote = z.infer<typeof voteSchema>;

/** What a run goes on with: one person's decision, or what those of several come to. */
export const interruptAnswerSchema = givenAnswerSchema.extend({
  /** Every answer that was given, oldest first. */
  votes: z.array(voteSchema).optional(),
  /** What the event that was waited for brought. */
  payload: jsonSchema.optional(),
});
export type InterruptAnswer = z.infer<typeof interruptAnswerSchema>;

/**
 * Answers that no person can give: the time has come, the called run has ended, nobody answered in time, those who
 * answered did not agree, the event arrived.
 */
export const dueAnswer = "due";
export const endedAnswer = "ended";
export const expiredAnswer = "expired";
export const splitAnswer = "split";
export const arrivedAnswer = "arrived";

/** The answers to a tool's call that waits for a person. */
export const toolAnswers = { approve: "approve", reject: "reject" } as const;

/** The answers to a call that whoever runs the agent does: `result` with its result, `error` with the reason as text. */
export const clientAnswers = { result: "result", error: "error" } as const;
