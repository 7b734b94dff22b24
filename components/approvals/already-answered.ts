import { isProblem } from "@/components/data/problem";
import { type InterruptSummary, interruptSchema } from "@/lib/api/contract/runs";

/** The pause as somebody else has answered it meanwhile, if that is why the answer was refused. */
export function answeredMeanwhile(error: unknown): InterruptSummary | null {
  if (!isProblem(error) || error.problem.code !== "already_answered") return null;
  const parsed = interruptSchema.safeParse(error.problem.data);
  return parsed.success ? parsed.data : null;
}
