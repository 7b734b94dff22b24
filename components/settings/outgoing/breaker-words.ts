import type { Tone } from "@/components/ui/tone";
import type { SeenBreaker } from "../items";

const states: Readonly<Record<SeenBreaker["state"], { state: string; tone: Tone; urgency: number }>> = {
  open: { state: "Not called", tone: "failed", urgency: 0 },
  half_open: { state: "Being tried", tone: "running", urgency: 1 },
  closed: { state: "Failing", tone: "waiting", urgency: 2 },
};

/** What a state is called and how it looks. */
export function breakerWords({ state }: Pick<SeenBreaker, "state">): { state: string; tone: Tone } {
  return states[state];
}

/** The worst comes first. */
export function urgency({ state }: Pick<SeenBreaker, "state">): number {
  return states[state].urgency;
}

const clock = new Intl.DateTimeFormat("en", { timeStyle: "medium", hour12: false });

export const nextCall = "the next call goes out to see";

/** When the next call goes out, as far as that is known. */
export function whenTried(
  { state, retryAt }: Pick<SeenBreaker, "state" | "retryAt">,
  now: number,
): string | null {
  if (state !== "open" || retryAt === null) return null;
  const at = new Date(retryAt);
  return at.getTime() <= now ? nextCall : `tried again at ${clock.format(at)}`;
}
