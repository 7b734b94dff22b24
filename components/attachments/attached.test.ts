import { describe, expect, it } from "vitest";
import type { ChannelType } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { attachedIn, mostFor, sizeOf, valueWith } from "./attached";

const cat = { mimeType: "image/png", data: "aGk=", name: "cat.png" };
const bill = { mimeType: "application/pdf", data: "cGRm", name: "bill.pdf" };

describe("what is attached", () => {
  it.each<[ChannelType, Json]>([
    ["string", "data:image/png;base64,aGk="],
    ["object", cat],
    ["array", [cat, bill]],
    ["any", [cat, bill]],
  ])("becomes the value of a channel of the type %s, and is found in it again", (type, value) => {
    expect(valueWith(type, [cat, bill])).toEqual(value);
    expect(attachedIn(value)).toMatchObject(mostFor(type) === 1 ? [{ data: "aGk=" }] : [cat, bill]);
  });

  it.each<[ChannelType, Json]>([
    ["string", ""],
    ["object", null],
    ["array", []],
  ])("can be nothing: %s", (type, value) => {
    expect(valueWith(type, [])).toEqual(value);
    expect(attachedIn(value)).toEqual([]);
  });

  it.each([undefined, 7, "words", [{ a: 1 }]])("is not found in %j", (value) => {
    expect(attachedIn(value)).toEqual([]);
  });

  it.each([
    ["aGk=", 2],
    ["aA==", 1],
    ["cGRm", 3],
  ])("knows how many bytes are in %s", (data, bytes) => {
    expect(sizeOf({ ...cat, data })).toBe(bytes);
  });
});
