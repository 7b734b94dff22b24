import { withPatience } from "./patience";

/** What is looked at, and what is wrong with it. */
export interface Finding {
  check: string;
  /** `ok`, or in plain words what is wrong. */
  found: string;
  /** What helps. */
  action?: string;
}

/** Resolves when all is well; what it throws is the finding. */
export type Check = () => Promise<void>;

const patienceMs = 2000;

/** Looks at everything at once; a check that hangs is a bad one. */
export function runChecks(checks: Record<string, Check>): Promise<Finding[]> {
  return Promise.all(
    Object.entries(checks).map(async ([check, look]) => {
      const found = await withPatience(look(), patienceMs).then(() => "ok", messageOf);
      return { check, found };
    }),
  );
}

/** What was thrown, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
