import type { Keep, KeptThing, Retention, RetentionState } from "@/lib/api/contract/retention";

/** Choices that most will want; others may come through the API. */
const usualDays = [1, 7, 30, 90, 180, 365, 730];

/** The value of a choice in a list; `installation` is no choice of one's own. */
export type KeepChoice = "installation" | "forever" | `${number}`;

export const choiceOf = (keep: Keep | undefined): KeepChoice =>
  keep === undefined ? "installation" : keep === "forever" ? keep : `${keep}`;

export function keepOf(choice: KeepChoice): Keep | undefined {
  if (choice === "installation") return undefined;
  return choice === "forever" ? choice : Number(choice);
}

export function keepWords(keep: Keep): string {
  if (keep === "forever") return "For ever";
  if (keep === 1) return "1 day";
  if (keep % 365 === 0) return keep === 365 ? "1 year" : `${keep / 365} years`;
  return `${keep} days`;
}

/** What can be chosen, with what is chosen now. */
export function keepOptions(installation: Keep, now: KeepChoice): { value: KeepChoice; label: string }[] {
  const own = keepOf(now);
  const days = new Set(typeof own === "number" ? [...usualDays, own] : usualDays);
  return [
    { value: "installation", label: `As the installation: ${keepWords(installation).toLowerCase()}` },
    { value: "forever", label: "For ever" },
    ...[...days]
      .toSorted((left, right) => left - right)
      .map((count) => ({ value: choiceOf(count), label: keepWords(count) })),
  ];
}

export type Choices = Record<KeptThing, KeepChoice>;

export const choicesOf = ({ chosen }: Pick<RetentionState, "chosen">): Choices => ({
  runs: choiceOf(chosen.runs),
  events: choiceOf(chosen.events),
  checkpoints: choiceOf(chosen.checkpoints),
});

/** Choices as the API takes them: what is the installation's is left out. */
export function retentionOf({ runs, events, checkpoints }: Choices): Retention {
  return { runs: keepOf(runs), events: keepOf(events), checkpoints: keepOf(checkpoints) };
}

const units = ["bytes", "KB", "MB", "GB", "TB"];

/** A size short enough for a line: 312 bytes, 4.1 MB. */
export function sizeWords(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** power;
  return `${size.toLocaleString("en", { maximumFractionDigits: size < 10 && power > 0 ? 1 : 0 })} ${units[power]}`;
}
