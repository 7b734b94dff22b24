import { Box } from "lucide-react";
import { expect, it } from "vitest";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { toolDefinitions } from "@/workflows/tools/registry";
import { nodeIcon } from "./node-icons";

const named = [...Object.values(nodeDefinitions), ...Object.values(toolDefinitions)].map(({ icon }) => icon);

it.each(named)("knows the icon %s", (name) => {
  expect(nodeIcon(name)).not.toBe(Box);
});

it.each([undefined, "no-such-icon", "constructor"])("draws a box for %s", (name) => {
  expect(nodeIcon(name)).toBe(Box);
});
