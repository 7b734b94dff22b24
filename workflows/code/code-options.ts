import type { CodeConnection } from "./model-sources";

/** The model that each slot asks first, as exported code takes it. */
export function firstModels(
  slots: readonly { name: string; models: readonly { reference: string }[] }[],
): Record<string, string> {
  return Object.fromEntries(slots.map(({ name, models }) => [name, models[0]?.reference ?? ""]));
}

/** What exported code is to be called, and what it needs to know of the workspace. */
export interface CodeOptions {
  /** What people call the agent, and a name for its package. */
  title?: string;
  packageName?: string;
  /** The model connections that references may name, by id. */
  connections?: Readonly<Record<string, CodeConnection>>;
  /** The models that slots stand for: a reference for each name. */
  slots?: Readonly<Record<string, string>>;
}
