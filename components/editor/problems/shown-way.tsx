"use client";

import { useEffect } from "react";
import { useSetMarks } from "@/components/canvas/marks/use-marks";
import { useEditor, useEditorStore } from "../store/editor-context";
import { useEditorUiStore } from "../store/editor-ui";
import { issueKey } from "./issue-text";
import { wayMarks } from "./way-marks";

/** The path of one problem, by the key of the problem. */
export function ShownWay({ lit }: { lit: string }) {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const setMarks = useSetMarks();
  const document = useEditor((state) => state.document);
  const issue = useEditor((state) => state.issues.find((each) => each.way && issueKey(each) === lit));

  useEffect(() => setMarks("problems", issue && wayMarks(document, issue)), [setMarks, document, issue]);
  useEffect(() => () => setMarks("problems", undefined), [setMarks]);
  useEffect(() => {
    const out = () => ui.setState({ litWay: null });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") out();
    };
    const unsubscribe = store.subscribe((state, before) => {
      if (state.selection !== before.selection) out();
    });
    window.addEventListener("keydown", onKey);
    return () => {
      unsubscribe();
      window.removeEventListener("keydown", onKey);
    };
  }, [store, ui]);
  return null;
}
