"use client";

import { useState } from "react";
import { useEditorUi } from "@/components/editor/store/editor-ui";
import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";

export const palette = lateCode(async () => (await import("./palette")).Palette);

/** The palette from the first time on that it is asked for: it closes with its own movement. */
export function LatePalette(props: { focusCanvas: () => void }) {
  const wanted = useEditorUi((state) => state.palette !== null);
  const [was, setWas] = useState(wanted);
  if (wanted && !was) setWas(true);
  return was ? <Late what="The palette" code={palette} props={props} /> : null;
}
