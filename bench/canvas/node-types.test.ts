import { expect, it } from "vitest";
import { weighTypes } from "./node-types";

it("one more node type adds little to what the editor loads, and sixty are there at once", async () => {
  const { each, later, defining } = await weighTypes();
  expect(each).toBeGreaterThan(0);
  expect(each).toBeLessThan(0.2);
  expect(later).toBeLessThan(1.5);
  // Generous: what is measured is below a tenth of it, and machines that build are busy.
  expect(defining).toBeLessThan(500);
}, 60_000);
