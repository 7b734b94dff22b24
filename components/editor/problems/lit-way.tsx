"use client";

import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";
import { useEditorUi } from "../store/editor-ui";

export const shownWay = lateCode(async () => (await import("./shown-way")).ShownWay);

/** Lights the path of the problem that is being looked at; Escape, another choice or its repair puts it out. */
export function LitWay() {
  const lit = useEditorUi((state) => state.litWay);
  return lit === null ? null : <Late code={shownWay} props={{ lit: lit.issue }} />;
}
