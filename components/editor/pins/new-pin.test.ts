import { expect, it } from "vitest";
import { pinMisfits } from "@/workflows/graph/pin-misfits";
import { smallGraph } from "../testing/graph";
import { newPin } from "./new-pin";

it("has the node's port and a value of the right type for each channel that it writes", () => {
  const document = smallGraph();
  const pin = newPin(document, "ask");
  expect(pin).toEqual({ port: "out", update: { answer: "" } });
  expect(pinMisfits(pin, [{ name: "out" }], document.channels)).toEqual([]);
});

it("is empty for a node that is not there", () => {
  expect(newPin(smallGraph(), "gone")).toEqual({ port: "out", update: {} });
});
