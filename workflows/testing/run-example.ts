import { drive } from "@/workflows/compile/testing/drive";
import type { NodeExample } from "@/workflows/nodes/docs";
import type { NodeServices } from "@/workflows/runtime/ports";
import { exampleServices } from "./example-services";
import { withoutIds } from "./without-ids";

/** Runs an example to its end and gives what it gives back. Every answer must be asked for, and none be missing. */
export async function runExample(
  { document, input, answers = [] }: NodeExample,
  services: Partial<NodeServices> = {},
): Promise<unknown> {
  const run = drive(document, { ...exampleServices(), ...services });
  await run.run(input);
  for (const answer of answers) {
    const [pause] = run.pauses();
    if (!pause) throw new Error(`Nobody asks for the answer “${answer.answer}”.`);
    await run.answer({ [pause.id]: answer });
  }
  if (run.pauses().length > 0) throw new Error("The example has too few answers: it still waits for one.");
  return withoutIds(await run.output());
}
