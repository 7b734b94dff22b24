import { z } from "zod";
import type { interrupts } from "@/drizzle/schema";
import { assigneeSchema, voteSchema } from "@/workflows/events/interrupt";

/** One whom a pause is for, and how they came to it. */
export const assignedSchema = z.intersection(
  assigneeSchema,
  z.object({
    /** Whoever passed it on to them, by name. */
    by: z.string().nullish(),
    /** And by address, so that whose turn it was before is known. */
    from: z.string().nullish(),
    /** They were asked because nobody had answered for a while. */
    later: z.boolean().optional(),
  }),
);
export type Assigned = z.infer<typeof assignedSchema>;

/** An answer in the row of its pause, with the id of whoever gave it: each counts once. */
export const storedVoteSchema = z.object({ voter: z.string(), vote: voteSchema });
export type StoredVote = z.infer<typeof storedVoteSchema>;

export const commentSchema = z.object({ by: z.string(), at: z.iso.datetime(), text: z.string() });

export type PauseKind = (typeof interrupts.$inferSelect)["kind"];

/** Who is asked by a pause, and who has answered so far. */
export const standingSchema = z.object({
  assignees: z.array(assignedSchema),
  votes: z.array(storedVoteSchema),
});
export type Standing = z.infer<typeof standingSchema>;
