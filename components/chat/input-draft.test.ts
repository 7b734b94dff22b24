import { expect, test } from "vitest";
import { readInputDraft, writeInputDraft } from "./input-draft";

test("fields come back as they were typed", () => {
  const texts = { topic: "Apples\n“and” pears", urgent: "true", count: "" };
  expect(readInputDraft(writeInputDraft(texts))).toEqual(texts);
});

test.each([[{}], [{ topic: "" }]])("%j leaves nothing behind", (texts) => {
  expect(writeInputDraft(texts)).toBe("");
});

test("pictures are not kept, what is beside them is", () => {
  const kept = writeInputDraft({ photo: `data:image/png;base64,${"a".repeat(200_000)}`, topic: "Apples" });
  expect(readInputDraft(kept)).toEqual({ topic: "Apples" });
});

test.each(["", "{", "null", "[1]", '{"topic": 7}'])("from %j nothing is read", (draft) => {
  expect(readInputDraft(draft)).toEqual({});
});
