import type { Problem } from "../contract/problem";

const texts = ["type", "title", "code", "detail"];
const perhapsTexts = ["field", "nodeId", "edgeId", "channel", "hint", "requestId"];

/** Whether a refusal says why as the contract has it: something on the way to the server may answer in its place. */
export function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null) return false;
  const said = new Map<string, unknown>(Object.entries(value));
  const isText = (name: string) => typeof said.get(name) === "string";
  return (
    Number.isInteger(said.get("status")) &&
    texts.every(isText) &&
    perhapsTexts.every((name) => !said.has(name) || isText(name))
  );
}
