import { toPlainValue } from "@/workflows/events/plain-message.server";

/** Whether two values of channels are the same as plain data; messages are, whatever objects hold them. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || same(toPlainValue(one), toPlainValue(other));
}

function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs]: Record<string, unknown>[] = [{ ...one }, { ...other }];
  const keys = Object.keys(mine ?? {});
  return (
    keys.length === Object.keys(theirs ?? {}).length &&
    keys.every((key) => Object.hasOwn(theirs ?? {}, key) && same(mine?.[key], theirs?.[key]))
  );
}
