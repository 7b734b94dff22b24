import { expect, it } from "vitest";
import { firstPackages } from "./first-load";

it("the editor's page loads no other packages before its graph is drawn", async () => {
  // Whatever joins them is waited for by everybody: docs/decisions/100-what-the-editor-loads-first.md.
  expect(await firstPackages()).toEqual([
    "@tanstack/react-query",
    "@xyflow/react",
    "canonicalize",
    "class-variance-authority",
    "clsx",
    "lucide-react",
    "nanoid",
    "next",
    "next-themes",
    "nuqs",
    "radix-ui",
    "react",
    "react-dom",
    "react-resizable-panels",
    "tailwind-merge",
    "zustand",
  ]);
}, 60_000);
