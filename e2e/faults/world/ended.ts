import { z } from "zod";
import { judge } from "./verdict";
import type { World } from "./world";

const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  nodeId: z.string().optional(),
});

/** Waits for runs that are meant to fail, and gives each one's words for it; undefined: it did not fail. */
export async function endedInError(world: World, ids: readonly string[], withinMs: number) {
  const { runs, lost, repeated } = await judge(world, ids, withinMs);
  if (lost.length + repeated.length > 0)
    throw new Error(`Lost: ${lost.length}, repeated: ${repeated.length}`);
  return new Map(
    runs.map(({ id, status, problem }) => {
      const words = problemSchema.safeParse(problem).data;
      return [id, status === "error" ? words : undefined] as const;
    }),
  );
}
