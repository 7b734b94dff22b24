import { ApiProblem } from "@/lib/api/client/call";

/** Whether the API refused, and with which words. */
export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.problem.code === code);
}
