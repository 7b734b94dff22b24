import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import { recordedCallSchema } from "@/workflows/recording/recorded-call";
import { testCaseSchema } from "./test-case";

/** One case in a file of JSON lines, with its mocks. */
export const caseLineSchema = testCaseSchema.extend({
  name: z.string().trim().min(1).max(200),
  mocks: z
    .object({ calls: z.array(recordedCallSchema), aliases: z.array(z.string()) })
    .nullable()
    .default(null),
});
export type CaseLine = z.infer<typeof caseLineSchema>;

export function writeLines(cases: readonly CaseLine[]): string {
  return cases.map((each) => `${JSON.stringify(each)}\n`).join("");
}

/** @throws AppError invalid_input, naming the line */
export function readLines(text: string): CaseLine[] {
  return text.split("\n").flatMap((line, at) => (line.trim() ? [readLine(line, at + 1)] : []));
}

function readLine(line: string, number: number): CaseLine {
  try {
    return caseLineSchema.parse(JSON.parse(line));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : "it is no JSON.";
    throw new AppError("invalid_input", `Line ${number} is no test case: ${reason}`, {
      field: "lines",
      hint: "Each line is one case, as the export of tests writes it.",
    });
  }
}
