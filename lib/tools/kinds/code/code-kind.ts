import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import { textOf } from "@/workflows/expressions/text";
import type { SourceKind } from "../kind";

export const codePlanSchema = z.strictObject({
  code: z.string(),
  timeoutMs: z.int(),
  memoryMb: z.int(),
  network: z.boolean(),
});

/** Tools that people of the workspace write, run in the sandbox. */
export const codeKind: SourceKind = {
  kind: "code",
  check() {},
  discover: () =>
    Promise.reject(new AppError("invalid_input", "Tools in code have no source that could be asked.")),
  async call(_settings, { plan }, { args, signal, timeoutMs }, { sandbox, http }) {
    const { code, network, ...limits } = codePlanSchema.parse(plan);
    const { value } = await sandbox.run({
      code: withArguments(code),
      input: args,
      memoryMb: limits.memoryMb,
      timeoutMs: Math.min(limits.timeoutMs, timeoutMs),
      ...(network ? { http } : {}),
      signal,
    });
    return textOf(value);
  },
};

/** On the first line, so that the line numbers of errors stay the author's. */
export const withArguments = (code: string): string => `const args = state; ${code}`;
