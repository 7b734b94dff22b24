import { expect, test } from "vitest";
import { attachmentInputOf } from "./use-attachments";

const input = (channel: string, type: "string" | "array" | "number" | "any", attachments: boolean) => ({
  channel,
  type,
  required: false,
  attachments,
});

test("the input that models are shown takes what is attached", () => {
  const inputs = [
    input("topic", "string", false),
    input("count", "number", true),
    input("photo", "any", true),
  ];
  expect(attachmentInputOf({ inputs })?.channel).toBe("photo");
  expect(attachmentInputOf({ inputs: inputs.slice(0, 2) })).toBeUndefined();
});
