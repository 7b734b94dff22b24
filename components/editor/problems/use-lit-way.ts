"use client";

import { useCallback } from "react";
import type { Issue } from "@/workflows/graph/issue";
import { useCommandContext } from "../commands/use-commands";
import { useEditorUiStore } from "../store/editor-ui";
import { nothingSelected } from "../store/selection";
import { issueKey } from "./issue-text";

/** Lights a problem's path while the pointer or the focus is on the problem. */
export function usePreviewWay(issue: Issue) {
  const ui = useEditorUiStore();
  if (!issue.way) return {};
  const key = issueKey(issue);
  const light = () => ui.setState({ litWay: { issue: key, stays: false } });
  // The list closes when its path is shown: that light stays.
  const out = () =>
    ui.setState(({ litWay }) => (litWay?.issue === key && !litWay.stays ? { litWay: null } : {}));
  return { onPointerEnter: light, onPointerLeave: out, onFocus: light, onBlur: out };
}

/** Brings a problem's path into view and leaves it lit until something else is chosen. */
export function useShowWay(): (issue: Issue) => void {
  const { store, ui, view } = useCommandContext();
  return useCallback(
    (issue) => {
      store.getState().select(nothingSelected);
      view.fit(issue.way);
      ui.setState({ litWay: { issue: issueKey(issue), stays: true } });
    },
    [store, ui, view],
  );
}
