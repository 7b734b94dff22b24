import type { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";

/**
 * Input as the contract's schema reads it, defaults filled in.
 * @throws AppError invalid_input naming the first offending field, all of them as data
 */
export function validate(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(describe);
  const [first] = fields;
  throw new AppError("invalid_input", first ? sentence(first) : "The request is not valid.", {
    field: first?.field,
    data: { fields },
  });
}

interface FieldProblem {
  field: string;
  message: string;
}

function describe(issue: z.core.$ZodIssue): FieldProblem {
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  return { field: [...issue.path, ...unknown].join("."), message: issue.message };
}

const sentence = ({ field, message }: FieldProblem) => (field ? `${field}: ${message}` : message);
