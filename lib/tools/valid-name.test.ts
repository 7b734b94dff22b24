import { expect, it } from "vitest";
import { toolNameSchema } from "@/workflows/tools/tool-name";
import { freeName, validName } from "./valid-name";

it.each([
  ["listPets", "listPets"],
  ["get_/pets/{id}", "get_pets_id"],
  ["Übersicht öffnen", "Ubersicht_offnen"],
  ["9 lives", "lives"],
  ["日本", "tool"],
  ["", "tool"],
  ["a".repeat(80), "a".repeat(64)],
])("%s becomes %s", (wish, name) => {
  expect(validName(wish)).toBe(name);
  expect(toolNameSchema.safeParse(name).success).toBe(true);
});

it("finds the next free one", () => {
  const taken = new Set(["list"]);
  const names = ["list", "list", "a".repeat(64), "a".repeat(64)].map((wish) => freeName(wish, taken));
  expect(names).toEqual(["list_2", "list_3", "a".repeat(64), `${"a".repeat(62)}_2`]);
});
